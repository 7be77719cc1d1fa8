// What a check says beside its methods where it is shown on a forge: what happened around it, the model's standing, links.

import { byWeight, type Notice } from '../../core/notice.ts';
import type { CheckReport } from '../../core/report.ts';
import { adviceSentence, forecastSentence, gainSentence, ledgerSample, modelLine } from '../check-standing-words.ts';
import { noticeWords, uncheckedHeadline } from '../notice-words.ts';
import { shortRevision } from '../words.ts';
import { linked, linkedCommit, type MarkdownContext } from './context.ts';
import { freshnessChart } from './freshness-chart.ts';
import { inlineCode } from './inert.ts';
import { bullets, paragraphs } from './parts.ts';

/** Read before the numbers, for the numbers are to be read otherwise with them. */
const PRESSING: ReadonlySet<Notice['kind']> = new Set([
  'gate-met',
  'model-unreachable',
  'superseded',
  'fork-by-shadow',
]);

/** Said once, by the notice: that every single method failed is the same news. */
export function isUnreachable(context: MarkdownContext | null): boolean {
  return context?.notices.some(({ kind }) => kind === 'model-unreachable') ?? false;
}

/** The words on one project among several. */
export function ofSection(words: string, { section }: Pick<MarkdownContext, 'section'>): string {
  return section === null ? words : `${inlineCode(section)}: ${words}`;
}

export interface NoticeBlocks {
  /** Paragraphs. */
  readonly pressing: readonly string[];
  /** A list. */
  readonly further: string[];
}

export function noticeBlocks(context: MarkdownContext | null): NoticeBlocks {
  const notices = byWeight(context?.notices ?? []);
  const words = (isPressing: boolean) =>
    notices.filter(({ kind }) => PRESSING.has(kind) === isPressing).map(inMarkdown);
  return { pressing: words(true), further: bullets(words(false)) };
}

/** That a check fails is what nobody should overlook. */
function inMarkdown(notice: Notice): string {
  return noticeWords(notice, (text) => inlineCode(text)).replace(/^This check fails/, '**$&**');
}

/** Whether training again would help, as last measured, and when the policy's line is reached. */
export function retraining({ standing }: CheckReport, context: MarkdownContext | null): string[] {
  if (standing === undefined) return [];
  const { gain } = standing;
  const head = gain?.head.revision ?? '';
  const helps = gainSentence(standing, linkedCommit(shortRevision(head), head, context));
  const told = [
    helps === null ? null : `**Would training again help?** ${helps}`,
    forecastSentence(standing),
    adviceSentence(standing),
  ].filter((one) => one !== null);
  return told.length === 0 ? [] : [told.join(' ')];
}

/** The chart of the ledger's last points, as it stood before the change. */
export function pastFreshness({ standing }: CheckReport): string[] {
  return standing?.freshness.kind === 'known' ? freshnessChart(standing.freshness.before) : [];
}

/** One line on the model, and one of small print. */
export function footer(report: CheckReport, context: MarkdownContext | null): string[] {
  const { standing, model } = report;
  if (context === null && standing === undefined) return [];
  const aboutModel = modelLine(model, inlineCode);
  const sample = standing === undefined ? null : ledgerSample(standing);
  const items = [
    ...(sample === null ? [] : [sample]),
    ...(context?.reportUrl == null ? [] : [linked('Full report', context.reportUrl)]),
    ...(context === null ? [] : ['check again: re-run the check']),
  ];
  return [
    ...(aboutModel === null ? [] : [`<sub>${aboutModel}</sub>`, ...(items.length === 0 ? [] : [''])]),
    ...(items.length === 0 ? [] : [`<sub>${items.join(' · ')}</sub>`]),
  ];
}

/** Where there is no report to render: a headline, and why. */
export function uncheckedMarkdown(context: MarkdownContext): string {
  const { pressing, further } = noticeBlocks(context);
  return paragraphs(
    [`### ${ofSection(uncheckedHeadline(context.notices), context)}`],
    ...pressing.map((words) => [words]),
    further,
    ['<sub>check again: re-run the check</sub>'],
  );
}
