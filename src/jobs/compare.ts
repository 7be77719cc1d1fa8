// Several models on the same methods: one evaluation for each, side by side, over what was drawn once.

import { setMaxListeners } from 'node:events';
import pMap from 'p-map';
import { type ComparisonFacts, compareReportOf } from '../core/compare.ts';
import type { CompareReport, ContenderFacts, EvaluateReport, LeftOut, Note } from '../core/report.ts';
import { EMPTY_BODY } from '../core/stub.ts';
import type { CodeModel, Journal, Progress, TreeWriter } from '../ports.ts';
import { type OtherTree, scoreTree } from './compare-tree.ts';
import { ComparedRows } from './compared-rows.ts';
import { evaluatePlanned, type WrittenFile } from './evaluate.ts';
import { type EvaluationPlan, type EvaluationSubject, planEvaluation } from './evaluation-plan.ts';

export interface ModelContender {
  readonly kind: 'model';
  readonly name: string;
  readonly model: CodeModel;
  /** Where its regenerated tree goes; `null` for nowhere. */
  readonly output: TreeWriter | null;
  readonly journal: Journal | null;
}

export interface TreeContender extends OtherTree {
  readonly kind: 'tree';
}

export interface CompareInput extends EvaluationSubject {
  /** In the order of the report; no two of one name, and none called {@link STUB_NAME}. */
  readonly contenders: readonly (ModelContender | TreeContender)[];
  /** Name of the contender that the others are compared with. */
  readonly baseline: string;
}

/** What every body erased is called among the contenders. */
export const STUB_NAME = 'stub';

/**
 * Compares models, and trees, with each other and with every body erased. Throws an ExpectedFailure when there are no sources,
 * when a language model gave no answer at all, or when a tree holds none of the files; the other contenders stop then.
 */
export async function compare(input: CompareInput): Promise<CompareReport> {
  const plan = await planEvaluation(input);
  const rows = new ComparedRows(input.contenders.length + 1);
  const { facts, leftOut, notes } = await runAll(plan, input, rows);
  for (const contender of input.contenders) {
    if (contender.kind === 'model') await contender.output?.commit();
  }
  const comparison: ComparisonFacts = {
    protocol: input.protocol,
    source: input.source,
    sample: plan.sample,
    ...(input.shard ? { shard: input.shard } : {}),
    baseline: input.baseline,
    contenders: facts,
    leftOut,
    notes,
  };
  const report = compareReportOf(comparison, rows);
  for (const [index, contender] of input.contenders.entries()) {
    const isComplete = report.contenders[index + 1]?.unasked === 0;
    if (contender.kind === 'model' && isComplete) await contender.journal?.finish();
  }
  return report;
}

interface Outcome {
  readonly facts: readonly ContenderFacts[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}

/** The first failure stops the others, and is thrown when all have stopped. */
async function runAll(plan: EvaluationPlan, input: CompareInput, rows: ComparedRows): Promise<Outcome> {
  const failing = new AbortController();
  const signal = AbortSignal.any([input.signal, failing.signal]);
  setMaxListeners(0, signal); // whoever waits for a server listens
  const progress = shared(input.progress);
  const all = [stubContender(), ...input.contenders];
  input.progress.begin('writing again', plan.methods * all.length);
  const failures: unknown[] = [];
  const runs = await pMap(
    all.entries(),
    async ([at, contender]) => {
      try {
        return await run(contender, plan, { ...input, signal, progress }, (file) => rows.add(at, file));
      } catch (error) {
        failures.push(error);
        failing.abort(error);
        return null;
      }
    },
    { concurrency: all.length },
  );
  if (failures.length > 0) throw failures[0];
  input.progress.end();
  const stub = runs[0]?.report;
  return {
    facts: runs.flatMap((one) => one?.facts ?? []),
    leftOut: stub?.leftOut ?? [],
    notes: stub?.notes ?? [],
  };
}

async function run(
  contender: ModelContender | TreeContender | StubContender,
  plan: EvaluationPlan,
  subject: EvaluationSubject,
  observe: (file: WrittenFile) => void,
): Promise<{ facts: ContenderFacts; report: EvaluateReport | null }> {
  const { kind, name } = contender;
  if (kind === 'tree') {
    await scoreTree(contender, plan, subject, observe);
    const { directory } = contender;
    return { facts: { name, kind, model: null, directory, answeringMs: null }, report: null };
  }
  const { model, output, journal } = contender;
  const report = await evaluatePlanned(plan, { ...subject, model, output, journal, observe });
  const { usage } = report;
  const isAsked = usage !== undefined && usage.calls > usage.cacheHits;
  const facts: ContenderFacts = {
    name,
    kind,
    model: kind === 'stub' ? null : model.card,
    directory: null,
    ...(usage === undefined ? {} : { usage }),
    answeringMs: isAsked ? (model.answeringMs?.() ?? null) : null,
  };
  return { facts, report };
}

type StubContender = Omit<ModelContender, 'kind'> & { readonly kind: 'stub' };

/** Where every model starts, measured as they are. */
function stubContender(): StubContender {
  const model: CodeModel = {
    card: {
      schemaVersion: 1,
      provider: STUB_NAME,
      name: STUB_NAME,
      baseModel: null,
      fingerprint: STUB_NAME,
      trainedAt: null,
      recipe: null,
      baseline: null,
      shadow: null,
    },
    concurrency: 1,
    regenerate: async () => ({ kind: 'regenerated', body: EMPTY_BODY }),
  };
  return { kind: 'stub', name: STUB_NAME, model, output: null, journal: null };
}

/** One bar for all: each of them only moves it on. */
function shared(progress: Progress): Progress {
  return { begin() {}, advance: (count) => progress.advance(count), end() {} };
}
