// One walk of a backtest: train at a state, score every method there, then bring the ledger from state to state.

import type { BacktestState } from '../core/backtest-states.ts';
import { type BacktestPlan, endsWalk, type WalkEnd, type WalkPoint, type WalkScore } from '../core/backtest-walk.ts';
import { DEFAULT_FRESHNESS_POLICY } from '../core/freshness-policy.ts';
import type { UnitFacts, UnitScore } from '../core/ledger.ts';
import { beginLedger, filesIn, type LedgerPages, ledgerMeans } from '../core/ledger-head.ts';
import type { MethodRow } from '../core/report.ts';
import { shardOf } from '../core/shards.ts';
import { drawSample } from '../core/strata.ts';
import type { MethodId } from '../core/unit.ts';
import type {
  CodeModel,
  LanguageRegistry,
  Progress,
  RepositoryReader,
  Revision,
  Training,
  WalkJournal,
} from '../ports.ts';
import { InPlaceScores } from './in-place-scores.ts';
import { readSources } from './read-sources.ts';
import { train } from './train.ts';
import { unitsThatCount } from './unit-facts.ts';
import { update } from './update.ts';
import { type WalkLedger, walkLedger } from './walk-ledger.ts';

export interface WalkInput {
  readonly plan: BacktestPlan;
  /** The place of the state at which the model is trained. */
  readonly from: number;
  readonly end: WalkEnd;
  readonly repository: RepositoryReader;
  readonly languages: LanguageRegistry;
  /** Nothing learned yet. */
  readonly training: Training;
  readonly journal: WalkJournal;
  /** Handed every point in its order. */
  readonly onPoint: (point: WalkPoint) => void;
  readonly signal: AbortSignal;
}

/**
 * A pure function of the repository, the plan and where it begins: what the journal knows already is told again, and the
 * rest goes on from the ledger that the journal kept.
 */
export async function walk(input: WalkInput): Promise<void> {
  try {
    await walkOn(input);
  } finally {
    await input.journal.close();
  }
}

async function walkOn(input: WalkInput): Promise<void> {
  const { plan, from, end, journal, onPoint, signal } = input;
  const lastState = plan.states.length - 1;
  for (const point of journal.points) {
    onPoint(point);
    if (endsWalk(point, end, lastState)) return;
  }
  const told = from + journal.points.length; // the ledger that was kept may be a little older
  const model = await trainAt(input);
  const tell = async (point: WalkPoint, ledger: WalkLedger) => {
    if (point.at < told) return;
    await journal.append(point, ledger.pages);
    onPoint(point);
  };
  const { ledger, at } = journal.ledger === null ? await beginning(input, model, tell) : kept(journal.ledger);
  for (let next = at + 1; next <= lastState; next++) {
    signal.throwIfAborted();
    const point = await step(next, ledger, model, input);
    await tell(point, ledger);
    if (endsWalk(point, end, lastState)) return;
  }
}

interface Standing {
  readonly ledger: WalkLedger;
  /** The place of the state that it stands at. */
  readonly at: number;
}

function kept({ at, pages }: NonNullable<WalkJournal['ledger']>): Standing {
  return { at, ledger: walkLedger(pages) };
}

async function beginning(
  input: WalkInput,
  model: CodeModel,
  tell: (point: WalkPoint, ledger: WalkLedger) => Promise<void>,
): Promise<Standing> {
  const { pages, scored } = await beginAt(input, model);
  const ledger = walkLedger(pages);
  await tell(pointOf(input.from, ledger, scored, []), ledger);
  return { ledger, at: input.from };
}

async function trainAt({ plan, from, repository, languages, training, signal }: WalkInput): Promise<CodeModel> {
  const revision = revisionOf(stateAt(plan, from));
  const origin = { project: plan.project, revision: revision.hash, committedAt: revision.committedAt };
  const tree = repository.tree(revision);
  return (await train({ tree, origin, scope: 'main', languages, training, progress: UNWATCHED, signal })).model;
}

interface Beginning {
  readonly pages: LedgerPages;
  /** Methods scored. */
  readonly scored: number;
}

/** The ledger of the day of training. Sources are read twice, so that no more than one of them is held at a time. */
async function beginAt({ plan, from, ...reading }: WalkInput, model: CodeModel): Promise<Beginning> {
  const { repository, languages, signal } = reading;
  const state = stateAt(plan, from);
  const tree = repository.tree(revisionOf(state));
  const paths = await tree.list();
  const units: UnitFacts[] = [];
  for await (const { parsed, language } of readSources(tree, paths, languages, signal))
    if (parsed !== null) units.push(...unitsThatCount(parsed, language).map(({ facts }) => facts));
  const drawn = plan.sample === null ? new Set(units.map(({ id }) => id)) : drawSample(units, plan.sample).drawn;
  const toRead = [...new Set(units.flatMap(({ id, path }) => (drawn.has(id) ? [path] : [])))];
  const scores = new Map<MethodId, UnitScore>();
  for await (const { parsed, language } of readSources(tree, toRead, languages, signal)) {
    if (parsed === null) continue;
    const inPlace = new InPlaceScores({ model, progress: UNWATCHED, signal });
    for (const [id, score] of await inPlace.of(unitsThatCount(parsed, language), drawn)) scores.set(id, score);
  }
  const { provider, name, fingerprint } = model.card;
  const trainedAt = { revision: state.revision, committedAt: revisionOf(state).committedAt };
  const beginning = { model: { provider, name, fingerprint }, trainedAt, sample: plan.sample, units, scores };
  return { pages: beginLedger(beginning), scored: scores.size };
}

async function step(
  at: number,
  ledger: WalkLedger,
  model: CodeModel,
  { plan, repository, languages, signal }: WalkInput,
): Promise<WalkPoint> {
  const report = await update({
    repository: knowing(plan.states, repository),
    target: revisionOf(stateAt(plan, at)),
    store: ledger,
    model,
    languages,
    policy: DEFAULT_FRESHNESS_POLICY, // lines are compared with the points: this verdict nobody reads
    progress: UNWATCHED,
    signal,
  });
  return pointOf(at, ledger, report.units.scored, scoresIn(ledger, report.methods));
}

/** The scores as the ledger has them, failures as stubs. */
function scoresIn(ledger: WalkLedger, rows: readonly MethodRow[]): WalkScore[] {
  const { shards } = ledger.pages();
  const touched = new Map(rows.map(({ path }) => [shardOf(path), shards.get(shardOf(path)) ?? []]));
  const units = new Map(
    [...filesIn(touched).values()].flatMap((file) => file.units.map((unit) => [unit.id, unit.score])),
  );
  return rows.flatMap(({ id }) => {
    const score = units.get(id) ?? null;
    return score === null ? [] : [{ id, ...score }];
  });
}

function pointOf(at: number, ledger: WalkLedger, scored: number, scores: readonly WalkScore[]): WalkPoint {
  const { units, now, freshness } = ledgerMeans(ledger.pages().head);
  return { at, units, now, freshness, scored, scores };
}

/** The repository, which need not ask git for what the plan says: where the states are, and which comes first. */
function knowing(states: readonly BacktestState[], repository: RepositoryReader): RepositoryReader {
  const places = new Map(states.map(({ revision }, at) => [revision, at]));
  return {
    identity: () => repository.identity(),
    defaultBranch: () => repository.defaultBranch(),
    mergeBase: (base, head) => repository.mergeBase(base, head),
    changedFiles: (base, head) => repository.changedFiles(base, head),
    tree: (revision) => repository.tree(revision),
    async resolve(revision) {
      const state = states[places.get(revision) ?? -1];
      return state === undefined ? repository.resolve(revision) : revisionOf(state);
    },
    async isAncestor(ancestor, revision) {
      const [a, b] = [places.get(ancestor), places.get(revision.hash)];
      return a === undefined || b === undefined ? repository.isAncestor(ancestor, revision) : a <= b;
    },
  };
}

function stateAt({ states }: BacktestPlan, at: number): BacktestState {
  const state = states[at];
  if (state === undefined) throw new RangeError(`the plan has no state ${at}`);
  return state;
}

function revisionOf({ revision, reachedAt }: BacktestState): Revision {
  return { hash: revision, name: revision, committedAt: new Date(reachedAt * 1000).toISOString() };
}

/** Progress counts states; their methods are not counted besides. */
const UNWATCHED: Progress = { begin() {}, advance() {}, end() {} };
