// Walking a piece of history commit by commit, with a training that follows it.

import { LRUCache } from 'lru-cache';
import { commitsPerTraining, type WindowCommit } from '../core/gain-window.ts';
import type { LineCommit } from '../core/month-ends.ts';
import { isGeneratedText, pathScope } from '../core/scope.ts';
import type { ParsedSource } from '../core/unit.ts';
import { ExpectedFailure } from '../errors.ts';
import type {
  CodeModel,
  FileDifference,
  FileSide,
  HistoryReader,
  LanguageRegistry,
  Progress,
  Training,
} from '../ports.ts';
import { type BothSides, type ReadChange, sortChange } from './read-change.ts';
import { type ReadSource, readSource } from './read-sources.ts';

export interface ReplayInput {
  readonly history: HistoryReader;
  /** Each commit with its parent, the oldest first. */
  readonly window: readonly WindowCommit[];
  readonly languages: LanguageRegistry;
  /** Of the files that the languages read, with the dot. */
  readonly extensions: readonly string[];
  /** {@link RepositoryReader.identity}, for the origin of the models. */
  readonly project: string | null;
  /** Nothing learned yet. */
  readonly training: Training;
  /** For how many commits with code one model serves; by the project's size where not given. */
  readonly commitsPerTraining?: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** A commit that changed units which count, and a model that learned the project as it stood before. */
export interface ReplayStep {
  readonly commit: LineCommit;
  readonly change: ReadChange;
  readonly fresh: FreshModel;
  /** Commits with code, and seconds, between that model's training and the commit's parent. */
  readonly behind: { readonly commits: number; readonly seconds: number };
}

export interface FreshModel {
  readonly model: CodeModel;
  readonly trainedAt: LineCommit;
}

/**
 * Yields every commit of the window at which main sources differ. Each blob is parsed once on either side of its change;
 * the training forgets what a commit removed and learns what it brought, so that a model of any state costs no reading.
 */
export async function* replay(input: ReplayInput): AsyncGenerator<ReplayStep> {
  const { window, progress, signal } = input;
  const [start] = window;
  if (start === undefined) return;
  const follower = await follow(start.parent, input);
  const changes = await changesWithCode(input);
  const most = input.commitsPerTraining ?? commitsPerTraining(changes.length, follower.units);
  let behind = 0;
  let fresh = follower.model(start.parent);
  progress.begin('replaying commits', changes.length);
  for await (const { commit, parent, sides } of readCommits(changes, input)) {
    signal.throwIfAborted();
    const change = sortChange(sides, { languages: input.languages, policy: { countCosmetic: false } });
    if (change.eligible.length > 0 && behind >= most) {
      fresh = follower.model(parent);
      behind = 0;
    }
    const seconds = behind === 0 ? 0 : Math.max(0, parent.committedAt - fresh.trainedAt.committedAt);
    yield { commit, change, fresh, behind: { commits: behind, seconds } };
    follower.step(sides);
    behind++;
    progress.advance();
  }
  progress.end();
}

interface CodeChange extends WindowCommit {
  readonly files: readonly FileDifference[];
}

/** The commits at which a main source differs, with all sources that differ there. */
async function changesWithCode(input: ReplayInput): Promise<CodeChange[]> {
  const { history, window, languages, extensions } = input;
  const pairs = window.map(({ commit, parent }) => ({ before: parent.tree, after: commit.tree }));
  const isMain = (side: FileSide | null) =>
    side !== null && languages.forPath(side.path) !== undefined && pathScope(side.path) === null;
  const changes: CodeChange[] = [];
  let index = 0;
  for await (const files of history.differences(pairs, { extensions, countLines: false })) {
    const commit = window[index++];
    const hasCode = files.some(({ before, after }) => isMain(before) || isMain(after));
    if (commit !== undefined && hasCode) changes.push({ ...commit, files });
  }
  return changes;
}

/** A training that knows one state of the project and moves on from it. */
interface Follower {
  /** Units of the state that it began with. */
  readonly units: number;
  step(sides: BothSides): void;
  model(at: LineCommit): FreshModel;
}

async function follow(start: LineCommit, input: ReplayInput): Promise<Follower> {
  const { history, training, extensions, languages, progress, project } = input;
  let units = 0;
  const whole = [{ before: null, after: start.tree }];
  for await (const files of history.differences(whole, { extensions, countLines: false })) {
    const sides = files.flatMap(({ after }) => (after !== null && pathScope(after.path) === null ? [after] : []));
    progress.begin('reading the project as the window begins', sides.length);
    for await (const source of readAll(sides, { history, languages, signal: input.signal })) {
      progress.advance();
      for (const parsed of learnable(source)) {
        training.learn(parsed);
        units += parsed.units.length;
      }
    }
    progress.end();
  }
  return {
    units,
    step({ before, after }) {
      for (const source of before) for (const parsed of learnable(source)) training.forget(parsed);
      for (const source of after) for (const parsed of learnable(source)) training.learn(parsed);
    },
    model(at) {
      const committedAt = new Date(at.committedAt * 1000).toISOString();
      return { model: training.finish({ project, revision: at.hash, committedAt }).model, trainedAt: at };
    },
  };
}

/** What a training on main sources learns of a file: it, or nothing. */
function learnable({ path, parsed }: ReadSource): ParsedSource[] {
  return parsed === null || pathScope(path) !== null || isGeneratedText(parsed.text) ? [] : [parsed];
}

/** Bytes of sources that are kept parsed: what one commit made of a file is what a later one changes. */
const REMEMBERED_BYTES = 16_000_000;

/** The files of one commit after the other, all through one stream of blobs. */
async function* readCommits(
  changes: readonly CodeChange[],
  input: ReplayInput,
): AsyncGenerator<WindowCommit & { readonly sides: BothSides }> {
  const readable = (sides: readonly (FileSide | null)[]) =>
    sides.filter((side) => side !== null).filter(({ path }) => input.languages.forPath(path) !== undefined);
  const plan = changes.map(({ commit, parent, files }) => ({
    commit,
    parent,
    before: readable(files.map(({ before }) => before)),
    after: readable(files.map(({ after }) => after)),
  }));
  const known = new LRUCache<string, ReadSource>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes.length),
  });
  const all = plan.flatMap(({ before, after }) => [...before, ...after]);
  const sources = readAll(all, { ...input, known });
  try {
    for (const { commit, parent, before, after } of plan) {
      const sides = { before: await next(sources, before.length), after: await next(sources, after.length) };
      yield { commit, parent, sides };
    }
  } finally {
    await sources.return(undefined);
  }
}

async function next(sources: AsyncGenerator<ReadSource>, count: number): Promise<ReadSource[]> {
  const taken: ReadSource[] = [];
  while (taken.length < count) {
    const { done, value } = await sources.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

interface Reading extends Pick<ReplayInput, 'history' | 'languages' | 'signal'> {
  readonly known?: LRUCache<string, ReadSource>;
}

/** Yields in the order of the sides, those of other languages left out. */
async function* readAll(
  sides: readonly FileSide[],
  { history, languages, signal, known }: Reading,
): AsyncGenerator<ReadSource, undefined> {
  const readable = sides.flatMap((side) => {
    const language = languages.forPath(side.path);
    return language === undefined ? [] : [{ ...side, language }];
  });
  let index = 0;
  for await (const bytes of history.blobs(readable.map(({ blob }) => blob))) {
    signal.throwIfAborted();
    const side = readable[index++];
    if (side === undefined) break;
    if (bytes === null) throw missing(side);
    const key = `${side.blob} ${side.path}`;
    const source = known?.get(key) ?? readSource(side.path, bytes, side.language);
    known?.set(key, source);
    yield source;
  }
}

function missing({ path, blob }: FileSide): ExpectedFailure {
  return new ExpectedFailure(
    'git-failed',
    `${path} (${blob}) is not in this clone`,
    'Fetch what is missing: `git fetch --refetch`, or `git fetch --unshallow` in a shallow clone.',
  );
}
