// What the model wrote for one method, as a folded diff.

import type { CheckRow } from '../../core/report.ts';
import { type DiffLine, dedent, differs, lineDiff } from '../line-diff.ts';
import { count, spokenName } from '../words.ts';
import { fenced, folded, htmlCode } from './inert.ts';

/** Lines that stand in both texts, kept around each difference. */
const CONTEXT = 3;
/** Fewer lines than this are shown rather than counted. */
const LEAST_SKIPPED = 3;
const LINES_SHOWN = 80;

/** `-` is the code after the change, `+` what the model wrote instead. */
export function foldedDiff(row: CheckRow): string[] {
  if (row.texts.regenerated === null) return [];
  const diff = dedent(lineDiff(row.texts.after, row.texts.regenerated));
  if (!differs(diff)) return [];
  const lines = withoutCommonRuns(diff);
  const shown = lines.slice(0, LINES_SHOWN);
  const rest = lines.length - shown.length;
  return folded(`What the model wrote for ${htmlCode(spokenName(row.id, row.path))}`, [
    '`-` the code after this change, `+` what the model wrote',
    '',
    ...fenced(rest > 0 ? [...shown, `  … ${count(rest, 'more line')}`] : shown, 'diff'),
  ]);
}

function withoutCommonRuns(diff: readonly DiffLine[]): string[] {
  const near = diff.map((_, index) =>
    diff.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ mark }) => mark !== ' '),
  );
  const lines: string[] = [];
  let common: string[] = [];
  const flush = () => {
    lines.push(...(common.length < LEAST_SKIPPED ? common : [`  … ${count(common.length, 'line')} in both`]));
    common = [];
  };
  for (const [index, { mark, text }] of diff.entries()) {
    const line = `${mark}${text}`.trimEnd();
    if (near[index]) {
      flush();
      lines.push(line);
    } else common.push(line);
  }
  flush();
  return lines;
}
