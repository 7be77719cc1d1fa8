// When a check has something to say in a comment, and what remains of a comment when it has no longer.

import type { Notice } from '../core/notice.ts';
import type { CheckReport } from '../core/report.ts';
import { ofSection } from './markdown/check-context.ts';
import type { MarkdownContext } from './markdown/context.ts';
import { inlineCode } from './markdown/inert.ts';
import { noticeWords } from './notice-words.ts';
import { standingOf } from './standing.ts';

/**
 * For `comment: changes`: whether a verdict other than reproduced or familiar is to be shown, or the team's gate makes the
 * check fail, which nobody should have to look for. Methods that failed or that the budget left out are no reason: they
 * say something of the model's server and of a setting, nothing of the change, and an outage would write under every
 * pull request. The check run and the job summary have them.
 */
export function isWorthSaying({ methods }: CheckReport, notices: readonly Notice[] = []): boolean {
  return (
    notices.some(({ kind }) => kind === 'gate-met') ||
    methods.some((row) => !['failed', 'familiar', 'reproduced'].includes(standingOf(row)))
  );
}

/** What a comment is reduced to when the change no longer touches a method: one line, for a comment must not go on telling what was. */
export function reducedLine({
  section,
  notices = [],
}: Pick<MarkdownContext, 'section'> & Partial<MarkdownContext>): string {
  const ignored = notices.find(({ kind }) => kind === 'ignored');
  if (ignored === undefined) {
    return `${ofSection('By now this change gives no method new code: there is nothing to check.', { section })}\n`;
  }
  const words = noticeWords(ignored, (text) => inlineCode(text));
  return `${ofSection(`There is no method to check. ${words}`, { section })}\n`;
}
