// Where a report is shown on a forge, and what happened around it: everything that the report itself does not know.

import type { Notice } from '../../core/notice.ts';
import { inlineCode } from './inert.ts';

export interface MarkdownContext {
  /** Commit that line links point to. */
  readonly headRevision: string;
  /** `https://host/owner/repo`; `null`: no links. */
  readonly repositoryUrl: string | null;
  readonly reportUrl: string | null;
  /** The project of a repository that has several; `null` for one that is a project. */
  readonly section: string | null;
  readonly notices: readonly Notice[];
  /** Which surface it is for: each has its own room. */
  readonly voice: 'comment' | 'check-run' | 'summary';
}

/** What links need to know. */
export type LinkContext = Pick<MarkdownContext, 'repositoryUrl' | 'headRevision'>;

/** Longer ones take the room of what they point to. */
const URL_LIMIT = 600;

/** Nothing that Markdown or a browser would read otherwise: no entity, emphasis, empty or dotted folder. */
const WEB = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/(?!\.{0,2}(?:[/?#]|$))[\w.%+:@-]+)*\/?(?:[?#][\w.%+:@/?&=#-]*)?$/;
const COMMIT = /^[0-9a-f]{40,64}$/;

/** A method's name in code, linked to its line where that can be done without a doubt. */
export function linkedLine(name: string, path: string, line: number, context: LinkContext | null): string {
  const code = inlineCode(name);
  const segments = path.split('/');
  const isPlace = segments.every((segment) => !['', '.', '..'].includes(segment)) && Number.isInteger(line) && line > 0;
  if (context === null || context.repositoryUrl === null || !isPlace || !COMMIT.test(context.headRevision)) return code;
  return linked(
    code,
    `${context.repositoryUrl}/blob/${context.headRevision}/${segments.map(encoded).join('/')}#L${line}`,
  );
}

/** A commit's short hash in code, linked to it. */
export function linkedCommit(shown: string, revision: string, context: LinkContext | null): string {
  const code = inlineCode(shown);
  if (context === null || context.repositoryUrl === null || !COMMIT.test(revision)) return code;
  return linked(code, `${context.repositoryUrl}/commit/${revision}`);
}

/** The Markdown as a link; as it is where the address is none that a comment should hold. */
export function linked(markdown: string, url: string | null): string {
  return url !== null && url.length <= URL_LIMIT && WEB.test(url)
    ? `[${markdown}](${url.replaceAll('&', '&amp;')})`
    : markdown;
}

/** Everything but what stands for itself in an address and in Markdown; a lone surrogate has no such form. */
function encoded(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\u{fffd}')).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
