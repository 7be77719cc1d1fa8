// The checks that were shown as in progress below a pull request: each of them is concluded, also where a push outran it.

import type { Notice } from '../core/notice.ts';
import type { DocumentStore } from '../ports.ts';
import { inlineCode } from '../report/markdown/inert.ts';
import { noticeWords, uncheckedHeadline } from '../report/notice-words.ts';
import { type KeptPullRequest, pullRequestPrefix } from './ignored.ts';
import { checkName, type ForgeRun } from './run.ts';

/** Told before it is shown, so that none is forgotten that was. */
export async function noteBegun(documents: DocumentStore, of: KeptPullRequest, head: string): Promise<void> {
  await documents.write([{ key: prefixOf(of) + head, text: 'begun' }]);
}

/** Ends the checks of other heads than this one, which is `null` for a pull request that was closed. */
export async function abandonOthers(
  {
    documents,
    of,
    head,
  }: { readonly documents: DocumentStore; readonly of: KeptPullRequest; readonly head: string | null },
  run: ForgeRun,
): Promise<void> {
  for (const other of await begunHeads(documents, of)) {
    if (other === head) continue;
    const said = await run.forge.checkRuns.abandon({ revision: other, name: checkName(run), ...wordsFor(head) });
    if (said.kind === 'refused') {
      run.log.warning(noticeWords({ kind: 'refused', what: 'check-run', reason: said.reason }, String));
    }
    await documents.write([{ key: prefixOf(of) + other, text: null }]);
  }
}

function prefixOf(of: KeptPullRequest): string {
  return `${pullRequestPrefix(of)}begun/`;
}

async function begunHeads(documents: DocumentStore, of: KeptPullRequest): Promise<readonly string[]> {
  const prefix = prefixOf(of);
  return (await documents.keys(prefix)).map((key) => key.slice(prefix.length));
}

function wordsFor(head: string | null): { readonly title: string; readonly summary: string } {
  if (head === null) {
    return {
      title: 'Not checked: closed in the meantime',
      summary: 'The pull request was closed before this check ended.\n',
    };
  }
  const notice: Notice = { kind: 'superseded', by: head };
  return { title: uncheckedHeadline([notice]), summary: `${noticeWords(notice, inlineCode)}\n` };
}
