// A check as a check run shows it beside its summary: a title, and annotations on lines.

import type { Notice } from '../core/notice.ts';
import type { CheckReport, CheckRow, LedgerSummary } from '../core/report.ts';
import { freshnessHeadline } from './check-standing-words.ts';
import { freshnessPercent } from './freshness-words.ts';
import { verdictHeadline } from './markdown/check-verdict.ts';
import { theModel } from './model-words.ts';
import { uncheckedHeadline } from './notice-words.ts';
import { isKnown, standingOf, worstFirst } from './standing.ts';
import { visible } from './visible.ts';
import { count, percent, spokenName } from './words.ts';

/** As `Annotation` of the forge's port, all of level *notice*. */
export interface LineAnnotation {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

const TITLE_LIMIT = 120;
/** One request holds so many, and a reader of a diff would not thank for more. */
const ANNOTATIONS_LIMIT = 50;
const NAME_LIMIT = 120;

/** One plain line of at most 120 characters: freshness where it is known, and the worst of the change. */
export function checkTitle(report: CheckReport, notices: readonly Notice[] = []): string {
  const gate = notices.some(({ kind }) => kind === 'gate-met') ? 'Gate met: ' : '';
  const freshness = freshnessHeadline(report, false);
  const found = verdictHeadline(report);
  return clipped(
    gate + (freshness === null ? found : `${freshness} · ${found.charAt(0).toLowerCase()}${found.slice(1)}`),
  );
}

/** The title where nothing could be checked. */
export function uncheckedTitle(notices: readonly Notice[]): string {
  return clipped(uncheckedHeadline(notices));
}

/**
 * What the model would write otherwise, worst first, in neutral words; nothing of what it wrote, which the summary has.
 * What failed was not written at all and is no note on a line.
 */
export function annotations(report: CheckReport): LineAnnotation[] {
  return worstFirst(report.methods)
    .filter((row) => !isKnown(row) && row.verdict !== null && row.line >= 1)
    .slice(0, ANNOTATIONS_LIMIT)
    .map((row) => ({
      path: row.path,
      line: row.line,
      title: annotationTitle(row),
      message: annotationMessage(row, theModel(report.model)),
    }));
}

function annotationTitle(row: CheckRow): string {
  switch (standingOf(row)) {
    case 'outdated-by-change':
    case 'outdated':
    case 'outdated-already':
      return 'The model still writes the old code';
    case 'new':
      return 'New to the model';
    case 'ambiguous':
      return 'The model’s answers disagree';
    default:
      return 'Unfamiliar to the model';
  }
}

function annotationMessage(row: CheckRow, model: string): string {
  const name = clipped(visible(spokenName(row.id, row.path)), NAME_LIMIT);
  const before =
    row.similarityToPrevious === null ? '' : `, and ${percent(row.similarityToPrevious)} like the code before`;
  return `${name}: what ${model} writes here is ${percent(row.similarity)} like this code${before}. That says how well the model knows it, not how good it is; there is nothing to mend.`;
}

/** What is said of a merge group, which was checked as pull requests; `ledger` is `null` where there is none. */
export function mergeGroupWords(ledger: LedgerSummary | null): { readonly title: string; readonly summary: string } {
  const each = 'Each pull request of this merge group was checked by itself; once merged, the ledger is brought on.';
  if (ledger?.freshness == null) return { title: 'Checked with its pull requests', summary: `${each}\n` };
  const { freshness, units, scored, line } = ledger;
  const sample = `${count(units, 'method')}${scored === units ? ', all scored' : `, ${count(scored, 'of them', 'of them')} scored`}`;
  const value = freshnessPercent(freshness);
  return {
    title: clipped(`Checked with its pull requests · freshness ${value} before`),
    summary: `${each}\n\nBefore it freshness is ${value} (${sample}); the policy asks for ${percent(line)}.\n`,
  };
}

/** At most so many UTF-16 code units, no letter cut in two. */
function clipped(text: string, limit = TITLE_LIMIT): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length >= limit) break;
    kept += letter;
  }
  return `${kept}…`;
}
