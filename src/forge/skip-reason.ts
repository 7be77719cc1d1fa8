// Why a pull request is not checked, by what the team has settled.

import type { Settings } from '../config.ts';
import type { PullRequest } from '../ports.ts';

/** In words that follow "Not checked:"; `null` when it is checked. */
export function skipReason(
  { isDraft, labels }: PullRequest,
  { drafts, skipLabel }: Settings['pullRequests'],
): string | null {
  if (skipLabel !== '' && labels.includes(skipLabel)) return `it has the label "${skipLabel}"`;
  if (isDraft && !drafts) return 'it is a draft';
  return null;
}
