// The main job: which of the methods that a change touched does the model still know?

import { similarity } from '../core/distance.ts';
import { type MethodMeasurement, measure, measureBody, summarize, summarizeStubs } from '../core/measure.ts';
import type { Failed, Regenerated, Regeneration, Unasked } from '../core/regeneration.ts';
import {
  type CheckReport,
  type CheckRow,
  type FileRow,
  type ModelOrigin,
  REPORT_SCHEMA_VERSION,
} from '../core/report.ts';
import { EMPTY_BODY, stubInPlace, withBodies } from '../core/stub.ts';
import { compareText } from '../core/text-order.ts';
import { sameTokens } from '../core/tokens.ts';
import { bodyOf, type MethodId, type ParsedSource } from '../core/unit.ts';
import { disagreement, judge, type VerdictPolicy } from '../core/verdict.ts';
import type { CodeModel, LanguageRegistry, Progress, RepositoryReader, Revision } from '../ports.ts';
import { askingFacts } from './asking-facts.ts';
import { NOTHING_SCORED, requireSomeAnswer } from './model-silent.ts';
import { type EligibleChange, readChange } from './read-change.ts';
import { type Rewritten, rewrite } from './rewrite.ts';
import { type ProjectKnowledge, standingOf } from './standing.ts';

export interface CheckPolicy extends VerdictPolicy {
  /** Changes of white space and comments alone count as changes. */
  readonly countCosmetic: boolean;
  /** How many alternatives to ask the model for. */
  readonly samples: number;
}

export interface CheckInput {
  readonly repository: RepositoryReader;
  readonly base: Revision;
  readonly head: Revision;
  /** Called once, and only when there is a method to check. */
  readonly openModel: () => Promise<{ model: CodeModel; origin: ModelOrigin }>;
  readonly languages: LanguageRegistry;
  readonly policy: CheckPolicy;
  /** What is known of the whole project; without it the report says nothing of it. */
  readonly project?: ProjectKnowledge;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Finds the changed methods, has the model write each again in place, at head and as it was at base, and judges. */
export async function check(input: CheckInput): Promise<CheckReport> {
  const { base, head, policy } = input;
  const change = await readChange(input);
  const { model, origin } = change.eligible.length === 0 ? NO_MODEL : await input.openModel();
  const { judged, unasked } = model === null ? NOTHING_JUDGED : await judgeChanges(change.eligible, model, input);
  const rows = judged.map(({ row }) => row);
  if (model !== null) requireSomeAnswer(rows, model.card.name, NOTHING_SCORED);
  const files = rewrittenFiles(judged);
  const standing =
    model === null || input.project === undefined
      ? null
      : await standingOf({ project: input.project, card: model.card, origin, base, change, rows });
  const measurements = judged.map(({ measurement }) => measurement);
  const fileMeasurements = files.map(({ measurement }) => measurement);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'check',
    protocol: 'in-place',
    base: { name: base.name, revision: base.hash },
    head: { name: head.name, revision: head.hash },
    model: model?.card ?? null,
    modelOrigin: origin,
    policy: { familiar: policy.familiar, ambiguous: policy.ambiguous, countCosmetic: policy.countCosmetic },
    summary: summarize(fileMeasurements, measurements),
    stub: summarizeStubs(fileMeasurements, measurements),
    verdicts: countVerdicts(rows),
    files: files.map(({ row }) => row),
    methods: rows,
    ...(model === null ? {} : askingFacts(model, unasked)),
    cosmetic: change.cosmetic,
    moved: change.moved,
    deleted: change.deleted,
    ...(standing === null ? {} : { standing }),
    leftOut: change.leftOut.rows(),
    notes: change.notes,
  };
}

const NO_MODEL = { model: null, origin: null } as const;
const NOTHING_JUDGED: Outcome = { judged: [], unasked: [] };

interface Judged {
  readonly row: CheckRow;
  readonly measurement: MethodMeasurement;
  readonly source: ParsedSource;
}

interface Outcome {
  readonly judged: readonly Judged[];
  readonly unasked: readonly MethodId[];
}

interface Answer extends Rewritten {
  readonly change: EligibleChange;
  readonly role: 'before' | 'after';
}

/** Has the model write the changed units again; those that a budget left out are `unasked`. */
export async function judgeChanges(
  changes: readonly EligibleChange[],
  model: CodeModel,
  input: Pick<CheckInput, 'policy' | 'progress' | 'signal'>,
): Promise<Outcome> {
  const answers = changes.flatMap(answersNeeded);
  const { policy, progress, signal } = input;
  progress.begin('writing again', answers.length);
  const after = new Map<EligibleChange, Regeneration>();
  const before = new Map<EligibleChange, Regeneration>();
  const rewriting = { model, samples: policy.samples, signal, progress, journal: null };
  for await (const { item, regeneration } of rewrite(answers, rewriting)) {
    (item.role === 'before' ? before : after).set(item.change, regeneration);
  }
  progress.end();
  const judged: Judged[] = [];
  const unasked: MethodId[] = [];
  for (const change of changes) {
    const regeneration = after.get(change) ?? UNASKED;
    if (regeneration.kind === 'unasked') unasked.push(change.current.unit.id);
    else judged.push(judgeOne(change, regeneration, before.get(change) ?? null, policy));
  }
  return { judged, unasked };
}

const UNASKED: Unasked = { kind: 'unasked' };

/** The stub at head, then the stub at base, where there was one: there one answer says whether the model knew the code. */
function answersNeeded(change: EligibleChange): Answer[] {
  const { current, previous } = change;
  const after: Answer = { change, role: 'after', stub: stubInPlace(current.source, current.unit) };
  if (previous === null) return [after];
  const stub = stubInPlace(previous.source, previous.unit);
  return [after, { change, role: 'before', samples: 1, countsAs: current.unit.id, stub }];
}

function judgeOne(
  { change, current, previous, language }: EligibleChange,
  regeneration: Regenerated | Failed,
  regenerationBefore: Regeneration | null,
  policy: CheckPolicy,
): Judged {
  const after = bodyOf(current.source, current.unit);
  const before = previous === null ? null : bodyOf(previous.source, previous.unit);
  const written = regeneration.kind === 'regenerated' ? regeneration : null;
  const measurement = measureBody(after, written?.body ?? EMPTY_BODY);
  const similarityToPrevious = before === null || written === null ? null : similarity(before, written.body);
  const verdict =
    written === null
      ? null
      : judge(
          {
            sameTokens: sameTokens(language.tokenize, after, written.body),
            similarity: measurement.similarity,
            similarityToPrevious,
            disagreement: disagreementOf(written),
          },
          policy,
        );
  const row: CheckRow = {
    id: current.unit.id,
    path: current.unit.path,
    line: current.unit.line,
    change,
    previousId: previous === null || previous.unit.id === current.unit.id ? null : previous.unit.id,
    distance: written === null ? null : measurement.distance,
    similarity: written === null ? null : measurement.similarity,
    similarityToPrevious,
    verdict,
    knewPrevious: before === null || regenerationBefore === null ? null : knew(before, regenerationBefore, policy),
    confidence: written?.confidence ?? null,
    failure: regeneration.kind === 'failed' ? { reason: regeneration.reason, detail: regeneration.detail } : null,
    texts: { before, after, regenerated: written?.body ?? null },
  };
  return { row, measurement: { ...measurement, failed: written === null }, source: current.source };
}

function knew(body: string, regeneration: Regeneration, policy: CheckPolicy): boolean | null {
  return regeneration.kind === 'regenerated' ? similarity(body, regeneration.body) >= policy.familiar : null;
}

function disagreementOf({ samples }: Regenerated): number {
  return disagreement((samples ?? []).map(({ body, probability }) => ({ text: body, weight: probability ?? 1 })));
}

/** The changed files as they would stand with every judged body as the model wrote it; a failed one stays a stub. */
function rewrittenFiles(judged: readonly Judged[]) {
  const bodiesByFile = new Map<ParsedSource, Map<MethodId, string>>();
  for (const { row, source } of judged) {
    const bodies = bodiesByFile.get(source) ?? new Map<MethodId, string>();
    bodies.set(row.id, row.texts.regenerated ?? EMPTY_BODY);
    bodiesByFile.set(source, bodies);
  }
  return [...bodiesByFile]
    .map(([source, bodies]) => {
      const regenerated = withBodies(source, ({ id }) => bodies.get(id)).text;
      const stub = withBodies(source, ({ id }) => (bodies.has(id) ? EMPTY_BODY : undefined)).text;
      const measurement = measure(source.text, regenerated, stub);
      const row: FileRow = { id: source.path, distance: measurement.distance, similarity: measurement.similarity };
      return { row, measurement };
    })
    .sort((a, b) => compareText(a.row.id, b.row.id));
}

function countVerdicts(rows: readonly CheckRow[]): CheckReport['verdicts'] {
  const counts = { reproduced: 0, outdated: 0, ambiguous: 0, familiar: 0, unfamiliar: 0, newToIt: 0, failed: 0 };
  for (const row of rows) {
    if (row.verdict === null) counts.failed++;
    else if (row.verdict === 'unfamiliar' && row.change === 'added') counts.newToIt++;
    else counts[row.verdict]++;
  }
  return counts;
}
