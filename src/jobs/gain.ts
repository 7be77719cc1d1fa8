// Would training again help? The changes of the last weeks, written by the model in use and by one trained just before.

import { type GainPolicy, type GainRow, gainOf } from '../core/gain.ts';
import { lastDays, type WindowCommit } from '../core/gain-window.ts';
import type { ModelCard } from '../core/model-card.ts';
import { type GainReport, type Note, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import { compareText } from '../core/text-order.ts';
import type { MethodId } from '../core/unit.ts';
import type {
  CodeModel,
  HistoryReader,
  Journal,
  LanguageRegistry,
  Progress,
  RepositoryReader,
  Revision,
  Training,
} from '../ports.ts';
import { askingFacts } from './asking-facts.ts';
import { type StubbedChange, stubsOf, type WrittenChange, writeChanges } from './changed-methods.ts';
import { LeftOutCount } from './left-out.ts';
import type { ReadChange } from './read-change.ts';
import { type ReplayStep, replay } from './replay.ts';

export interface GainInput {
  readonly repository: RepositoryReader;
  readonly history: HistoryReader;
  /** The window ends here, on the day of this commit. */
  readonly head: Revision;
  readonly windowDays: number;
  /** `null` takes the embedded model of the state in which the window begins. */
  readonly inUse: { readonly model: CodeModel; readonly origin: 'kept' | 'made-at-revision' } | null;
  readonly policy: GainPolicy;
  readonly languages: LanguageRegistry;
  readonly extensions: readonly string[];
  /** Nothing learned yet; it follows the history. */
  readonly training: Training;
  /** What an interrupted run had already, of either model; by default nothing is kept. */
  readonly journal?: Journal | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Replays the window along the line of first parents; every changed unit is erased alone and written by both models. */
export async function measureGain(input: GainInput): Promise<GainReport> {
  const { repository, history, head, inUse, policy } = input;
  const line = await history.firstParents(head);
  const all = lastDays(line.commits, input.windowDays);
  const { window, limit } = await afterTraining(all, inUse?.model.card ?? null, repository);
  const project = await repository.identity();
  const rows: GainRow[] = [];
  const unasked = new Set<MethodId>();
  const seen = new Surroundings();
  let model = inUse?.model ?? null;
  for await (const step of replay({ ...input, window, project })) {
    model ??= step.fresh.model; // the first step's is that of the window's beginning
    seen.add(step);
    const found = await rowsOf(step, model, input);
    rows.push(...found.rows);
    for (const id of found.unasked) unasked.add(id);
  }
  await input.journal?.finish();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'gain',
    protocol: 'in-place',
    head: { name: head.name, revision: head.hash },
    model: model?.card ?? null,
    ...(model === null ? {} : askingFacts(model, [...unasked])),
    modelOrigin: inUse?.origin ?? 'made-at-window-start',
    window: {
      days: input.windowDays,
      limit: limit ?? (line.cutOff && all.length === line.commits.length - 1 ? 'shallow-clone' : 'days'),
      from: dayOf(window[0]),
      until: dayOf(window.at(-1)),
      commits: window.length,
      commitsWithCode: seen.commits,
    },
    fresh: seen.fresh(),
    policy: { leastGain: policy.leastGain, leastChanges: policy.leastChanges },
    ...gainOf(rows, policy),
    leftOut: seen.leftOut.rows(),
    notes: seen.notes(),
    methods: rows,
  };
}

type Limit = GainReport['window']['limit'];

/**
 * The part of the window that came after the model was trained: changes that it has seen prove nothing. A model that was
 * trained on no ancestor of the head (a branch, a rewritten past) is placed by its date.
 */
async function afterTraining(
  window: readonly WindowCommit[],
  card: ModelCard | null,
  repository: RepositoryReader,
): Promise<{ window: readonly WindowCommit[]; limit: Limit | null }> {
  if (card === null) return { window, limit: null };
  if (card.trainedAt === null) return { window, limit: 'unknown-training' };
  const { revision, committedAt } = card.trainedAt;
  const contains = async ({ hash }: { readonly hash: string }) =>
    repository.isAncestor(revision, { hash, name: hash, committedAt: null });
  const [first, last] = [window[0], window.at(-1)];
  if (first === undefined || last === undefined) return { window, limit: null };
  if ((await contains(last.commit)) !== true) {
    if (committedAt === null) return { window, limit: 'unknown-training' };
    const after = window.filter(({ commit }) => commit.committedAt * 1000 > Date.parse(committedAt));
    return { window: after, limit: after.length < window.length ? 'training' : null };
  }
  let low = 0; // the first commit whose parent contains the training revision
  let high = window.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const parent = window[middle]?.parent;
    if (parent !== undefined && (await contains(parent)) !== true) low = middle + 1;
    else high = middle;
  }
  return { window: window.slice(low), limit: low > 0 ? 'training' : null };
}

/**
 * So many methods are written by both models before the next ones: what a model keeps in mind of a stub lives as long as the
 * stub, and a commit may change thousands of methods.
 */
const WRITTEN_TOGETHER = 64;

async function rowsOf(
  { commit, change, fresh }: ReplayStep,
  model: CodeModel,
  input: GainInput,
): Promise<{ readonly rows: GainRow[]; readonly unasked: MethodId[] }> {
  const rows: GainRow[] = [];
  const unasked: MethodId[] = [];
  for (let start = 0; start < change.eligible.length; start += WRITTEN_TOGETHER) {
    const some = stubsOf(change.eligible.slice(start, start + WRITTEN_TOGETHER));
    const byInUse = await writeChanges(some, model, input);
    // Same fingerprint, same answers.
    const byFresh = isSame(model, fresh.model) ? byInUse : await writeChanges(some, fresh.model, input);
    rows.push(...some.flatMap((stubbed, index) => rowOf(commit.hash, stubbed, byInUse[index], byFresh[index])));
    unasked.push(...some.flatMap(({ change }, index) => (byInUse[index] === null ? [change.current.unit.id] : [])));
  }
  return { rows, unasked };
}

function isSame({ card: a }: CodeModel, { card: b }: CodeModel): boolean {
  return a.provider === b.provider && a.fingerprint === b.fingerprint;
}

function rowOf(
  commit: string,
  { change: { change, current } }: StubbedChange,
  used: WrittenChange | null | undefined,
  anew: WrittenChange | null | undefined,
): GainRow[] {
  if (!used || !anew) return [];
  return [
    {
      commit,
      id: current.unit.id,
      change,
      inUse: used.similarity,
      fresh: anew.similarity,
      inUseFailed: used.failed,
      freshFailed: anew.failed,
    },
  ];
}

/** What is told of the window besides the changes. */
class Surroundings {
  commits = 0;
  readonly leftOut = new LeftOutCount();
  readonly #notes = new Map<string, Note>();
  readonly #trainings = new Set<string>();
  #commitsBehind = 0;
  #secondsBehind = 0;

  add({ change, fresh, behind }: ReplayStep): void {
    this.commits++;
    this.#count(change);
    if (change.eligible.length === 0) return;
    this.#trainings.add(fresh.trainedAt.hash);
    this.#commitsBehind = Math.max(this.#commitsBehind, behind.commits);
    this.#secondsBehind = Math.max(this.#secondsBehind, behind.seconds);
  }

  fresh(): GainReport['fresh'] {
    return {
      trainings: this.#trainings.size,
      commitsBehind: this.#commitsBehind,
      daysBehind: this.#secondsBehind / 86_400,
    };
  }

  /** The last word on each file. */
  notes(): Note[] {
    return [...this.#notes.values()].sort((a, b) => compareText(a.path, b.path) || compareText(a.kind, b.kind));
  }

  #count({ leftOut, notes }: ReadChange): void {
    this.leftOut.addAll(leftOut);
    for (const note of notes) this.#notes.set(`${note.kind} ${note.path}`, note);
  }
}

function dayOf(at: WindowCommit | undefined): string | null {
  return at === undefined ? null : new Date(at.commit.committedAt * 1000).toISOString().slice(0, 10);
}
