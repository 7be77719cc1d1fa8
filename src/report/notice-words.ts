// What happened around a check, in words: the one place that has them.

import type { Notice } from '../core/notice.ts';
import type { Quote } from './model-words.ts';
import { firstFew, shortRevision } from './words.ts';

const FEW_PATHS = 3;

/** One or two plain sentences. `quote` makes a text from outside fit its surface. */
export function noticeWords(notice: Notice, quote: Quote): string {
  switch (notice.kind) {
    case 'gate-met':
      return gateWords(notice, quote);
    case 'model-unreachable':
      return `The model could not be asked: ${quote(notice.detail)}. There is nothing here for the author to mend; once the model answers, run the check again.`;
    case 'superseded':
      return notice.by === null
        ? 'The pull request has a newer head by now: the check of that one counts.'
        : `The pull request has a newer head by now, ${quote(shortRevision(notice.by))}: the check of that one counts.`;
    case 'fork-by-shadow':
      return notice.label === null
        ? 'This change comes from outside the repository, so the team’s own model was not called for it: its shadow answered.'
        : `This change comes from outside the repository, so the team’s own model was not called for it: its shadow answered. A maintainer who puts the label ${quote(notice.label)} on this head has the model asked.`;
    case 'budget-spent':
      return `The input ${quote(notice.input)} sets the budget.`;
    case 'ignored':
      return `Left out of this check, as somebody asked in a comment: ${firstFew(
        notice.paths.slice(0, FEW_PATHS).map((text) => quote(text)),
        FEW_PATHS,
        notice.paths.length,
      )}. ${quote('/palimpsest unignore PATH')} takes that back.`;
    case 'ledger-behind':
      return notice.where === 'before-base'
        ? `The ledger stands at ${quote(shortRevision(notice.ledger))}, before the base of this change: freshness is as of there. The next push to the default branch brings it on.`
        : `The ledger stands at ${quote(shortRevision(notice.ledger))}, a commit that is not on the line of this change’s base: freshness is as of there.`;
    case 'edits-settings':
      return `This pull request changes ${firstFew(
        notice.paths.slice(0, FEW_PATHS).map((text) => quote(text)),
        FEW_PATHS,
        notice.paths.length,
      )}. That has no effect on this check, which goes by the default branch; it counts once it is merged.`;
    case 'read-only':
      return 'The token of this run may only read, so the report stands here and in no comment.';
    case 'refused':
      return `${refusedWords(notice.what)}: ${quote(notice.reason)}. The workflow’s ${quote('permissions')} and the repository’s rules decide that.`;
    case 'checkout-ignored':
      return 'There is a checkout in the workspace. Nothing in it was read or run: all code came through the API, at the revisions named here.';
    default:
      return notice satisfies never;
  }
}

/** What is left to say where nothing could be checked, as a headline. */
export function uncheckedHeadline(notices: readonly Notice[]): string {
  const kinds = new Set(notices.map(({ kind }) => kind));
  if (kinds.has('superseded')) return 'Not checked: there is a newer head';
  if (kinds.has('model-unreachable')) return 'Not checked: the model could not be asked';
  return 'Not checked';
}

function gateWords(notice: Extract<Notice, { kind: 'gate-met' }>, quote: Quote): string {
  const nobodysFault =
    'That is a word on the model, not on this change: its author has nothing to mend, and training the model again helps.';
  switch (notice.gate) {
    case 'stale':
      return `This check fails, as the workflow asks it to (${quote('fail-on: stale')}): the model is stale. ${nobodysFault}`;
    case 'maximum-drop':
      return `This check fails, as the workflow asks it to (${quote(`maximum-drop: ${notice.maximum}`)}): this change lowers freshness by ${notice.drop.toFixed(notice.drop < 0.095 ? 2 : 1)} points. ${nobodysFault}`;
    default:
      return notice satisfies never;
  }
}

function refusedWords(what: Extract<Notice, { kind: 'refused' }>['what']): string {
  switch (what) {
    case 'comment':
      return 'The comment was refused';
    case 'check-run':
      return 'The check run was refused';
    case 'issue':
      return 'The tracking issue was refused';
    case 'data-branch':
      return 'Writing to the data branch was refused, so ledger and badge stay as they were';
    case 'dispatch':
      return 'Starting the training workflow was refused';
    default:
      return what satisfies never;
  }
}
