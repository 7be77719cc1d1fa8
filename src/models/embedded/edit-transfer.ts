// Carrying over what changed in the methods next to the erased one since the training day.

import type { Token } from '../../core/tokens.ts';
import { significant } from '../../core/tokens.ts';
import { codeTokens, positionAt, readsAt } from './code-tokens.ts';

/**
 * One small edit, with the code tokens that must stand around it. It always removes something: insertions, known by
 * their surroundings only, broke ten times more unchanged methods than they mended changed ones.
 */
export interface Edit {
  readonly before: readonly string[];
  readonly removed: readonly string[];
  readonly inserted: readonly Token[];
  readonly after: readonly string[];
}

/** Larger hunks are rewrites of one method, not a change that its siblings share. */
const LARGEST_EDIT_TOKENS = 14;
const CONTEXT_TOKENS = 1;
/** The table of the diff has this many cells at most; longer bodies teach nothing small. */
const LARGEST_TABLE_CELLS = 250_000;

const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Those of the edits of which at least one identifier that they remove is gone from the visible file (`isGone`): what still
 * stands there was changed in one place and not replaced.
 */
export function replacing(edits: readonly SmallEdit[], isGone: (identifier: string) => boolean): Edit[] {
  return edits.filter(({ removedNames }) => removedNames.some(isGone));
}

/** With the identifiers among what it removes. */
export interface SmallEdit extends Edit {
  readonly removedNames: readonly string[];
}

/** The small edits between two versions of a body. */
export function editsBetween(before: readonly Token[], after: readonly Token[]): SmallEdit[] {
  const old = significant(before);
  const fresh = codeTokens(after);
  const oldTexts = old.map((token) => token.text);
  const freshTexts = significant(after).map((token) => token.text);
  return hunksBetween(oldTexts, freshTexts).flatMap(({ oldStart, oldEnd, newStart, newEnd }) => {
    const removed = old.slice(oldStart, oldEnd);
    // With the white space between them, as it stands in the newer version.
    const inserted =
      newStart === newEnd ? [] : after.slice(positionAt(fresh, newStart), positionAt(fresh, newEnd - 1) + 1);
    if (removed.length + newEnd - newStart > LARGEST_EDIT_TOKENS) return [];
    if (!balanced(removed) || !balanced(inserted)) return [];
    if (oldStart < CONTEXT_TOKENS || oldEnd + CONTEXT_TOKENS > old.length) return [];
    return [
      {
        before: oldTexts.slice(oldStart - CONTEXT_TOKENS, oldStart),
        removed: oldTexts.slice(oldStart, oldEnd),
        inserted,
        after: oldTexts.slice(oldEnd, oldEnd + CONTEXT_TOKENS),
        removedNames: removed.flatMap(({ kind, text }) => (kind === 'identifier' ? [text] : [])),
      },
    ];
  });
}

/** Applies each edit wherever its old text stands in its context. Gives `tokens` itself back when none fits. */
export function applyEdits(tokens: readonly Token[], edits: readonly Edit[]): readonly Token[] {
  return edits.reduce(applyEdit, tokens);
}

function applyEdit(tokens: readonly Token[], edit: Edit): readonly Token[] {
  const code = codeTokens(tokens);
  const pattern = [...edit.before, ...edit.removed, ...edit.after];
  const result: Token[] = [];
  let copied = 0;
  for (let at = 0; at + pattern.length <= code.positions.length; at += 1) {
    const first = at + edit.before.length;
    if (positionAt(code, first) < copied || !readsAt(code, at, pattern)) continue;
    result.push(...tokens.slice(copied, positionAt(code, first)), ...edit.inserted);
    copied = positionAt(code, first + edit.removed.length - 1) + 1;
  }
  return copied === 0 ? tokens : [...result, ...tokens.slice(copied)];
}

interface Hunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** The differing stretches of two token lists, by their longest common subsequence. */
function hunksBetween(old: readonly string[], fresh: readonly string[]): Hunk[] {
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let oldEnd = old.length;
  let newEnd = fresh.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === fresh[newEnd - 1]) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  const rows = oldEnd - start;
  const columns = newEnd - start;
  if ((rows === 0 && columns === 0) || (rows + 1) * (columns + 1) > LARGEST_TABLE_CELLS) return [];
  const width = columns + 1;
  /** Length of the longest common subsequence from (row, column) to the end. */
  const common = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        old[start + row] === fresh[start + column]
          ? 1 + (common[(row + 1) * width + column + 1] ?? 0)
          : Math.max(common[(row + 1) * width + column] ?? 0, common[row * width + column + 1] ?? 0);
    }
  }
  const hunks: Hunk[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const hunkRow = row;
    const hunkColumn = column;
    while (
      (row < rows || column < columns) &&
      (row === rows || column === columns || old[start + row] !== fresh[start + column])
    ) {
      const down = row < rows ? (common[(row + 1) * width + column] ?? 0) : -1;
      const right = column < columns ? (common[row * width + column + 1] ?? 0) : -1;
      if (down >= right) row += 1;
      else column += 1;
    }
    if (row > hunkRow || column > hunkColumn) {
      hunks.push({
        oldStart: start + hunkRow,
        oldEnd: start + row,
        newStart: start + hunkColumn,
        newEnd: start + column,
      });
    }
    while (row < rows && column < columns && old[start + row] === fresh[start + column]) {
      row += 1;
      column += 1;
    }
  }
  return hunks;
}

function balanced(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[' || text === '{') open.push(text);
    const opening = BRACKETS[text];
    if (opening !== undefined && open.pop() !== opening) return false;
  }
  return open.length === 0;
}
