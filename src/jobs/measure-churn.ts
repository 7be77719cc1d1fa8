// Month by month: how many lines of main source changed.

import { type Churn, ChurnCount, type FileChurn, type PackageChurn } from '../core/churn.ts';
import type { HistoryWindow } from '../core/history-window.ts';
import type { HistoryReader, Progress } from '../ports.ts';
import { PathScopes, readMainSources } from './main-source.ts';

export interface MeasureChurnInput {
  readonly history: HistoryReader;
  readonly window: HistoryWindow;
  readonly extensions: readonly string[];
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface MeasuredChurn {
  /** One for each month of the window. */
  readonly months: readonly Churn[];
  readonly size: { readonly lines: number; readonly files: number };
  readonly packages: readonly PackageChurn[];
}

export async function measureChurn(input: MeasureChurnInput): Promise<MeasuredChurn> {
  const { history, extensions, progress, signal } = input;
  const { base, months: ends } = input.window;
  const trees = [base?.commit.tree ?? null, ...ends.map(({ commit }) => commit.tree)];
  const start = base === null ? [] : [{ before: null, after: base.commit.tree }];
  const pairs = [...start, ...ends.map(({ commit }, index) => ({ before: trees[index] ?? null, after: commit.tree }))];

  const count = new ChurnCount();
  const scopes = new PathScopes();
  const months: Churn[] = [];
  let isStart = base !== null;
  progress.begin('measuring churn', ends.length);
  for await (const differences of history.differences(pairs, { extensions, countLines: true })) {
    signal.throwIfAborted();
    const files: FileChurn[] = [];
    for await (const { file, isGenerated } of readMainSources(differences, history, scopes, isUnchangedIn(count))) {
      signal.throwIfAborted();
      const { before, after, addedLines: added, deletedLines: deleted } = file;
      files.push({
        before: before?.path ?? null,
        after: after?.path ?? null,
        added,
        deleted,
        countedBefore: before !== null && count.counts(before.path),
        countedAfter: after !== null && scopes.reason(after.path) === null && !isGenerated,
      });
    }
    if (isStart) count.start(files);
    else {
      months.push(count.step(files));
      progress.advance();
    }
    isStart = false;
  }
  progress.end();
  return { months, size: { lines: count.lines, files: count.files }, packages: count.packages() };
}

/** The same bytes that counted before under another name: a generated file never did. */
function isUnchangedIn(count: ChurnCount) {
  return ({ before, after }: { before: { path: string; blob: string } | null; after: { blob: string } | null }) =>
    before !== null && before.blob === after?.blob && count.counts(before.path);
}
