// What is answered to people who ask for something in a comment: short, plain, and once.

import { inlineCode } from './inert.ts';
import { bullets, paragraphs } from './parts.ts';

const COMMANDS: readonly (readonly [command: string, words: string])[] = [
  ['/palimpsest check', 'checks this pull request again'],
  ['/palimpsest explain METHOD', 'shows what the model wrote for a changed method, and what that may come from'],
  ['/palimpsest ignore PATH', 'leaves files out of the check of this pull request; `unignore PATH` takes that back'],
  ['/palimpsest retrain', 'trains the model again, at most once a day; for maintainers'],
  [
    '/palimpsest badge-link',
    'makes a link to a private repository’s badge and page; `badge-link revoke` ends all of them; for maintainers',
  ],
];

/** `about`: what was written and is no command; `null` when somebody asked. */
export function helpMarkdown(about: string | null): string {
  const opening =
    about === null ? 'One of these at the start of a comment:' : `There is no command ${inlineCode(about)}. There are:`;
  return paragraphs([opening], bullets(COMMANDS.map(([command, words]) => `${inlineCode(command)} ${words}`)));
}

/** `needed`: whose word it takes. */
export function notAllowedMarkdown(login: string, needed: 'write' | 'maintain'): string {
  const who = needed === 'write' ? 'people who may write to this repository' : 'maintainers of this repository';
  return `Thank you, ${inlineCode(login)}. This is for ${who}, so nothing was done; any of them can ask for it here.\n`;
}

export function ignoredMarkdown(paths: readonly string[]): string {
  if (paths.length === 0)
    return 'Nothing is left out of the check of this pull request any more. It is checked again.\n';
  return paragraphs(
    ['Left out of the check of this pull request, which is done again:'],
    bullets(paths.map((path) => inlineCode(path, 256))),
  );
}

export function notIgnoredMarkdown(path: string, paths: readonly string[]): string {
  const others = paths.length === 0 ? 'nothing' : paths.map((one) => inlineCode(one, 256)).join(', ');
  return `${inlineCode(path, 256)} is not left out here; ${others} is.\n`;
}

export function tooManyIgnoredMarkdown(most: number): string {
  return `No more than ${most} paths are left out of one pull request. What never counts belongs in ${inlineCode('paths')} of ${inlineCode('.github/palimpsest.yml')}.\n`;
}

/** `at`: ISO 8601. */
export function retrainedBeforeMarkdown(at: string): string {
  return `The training was started at ${inlineCode(at)} already. That can be asked for once a day.\n`;
}

export function noWayToRetrainMarkdown(): string {
  return `Nobody has said how this repository’s model is trained: ${inlineCode('retraining.workflow')} in ${inlineCode('.github/palimpsest.yml')} names the workflow to start.\n`;
}

/** `reason`: the forge's own words. */
export function retrainRefusedMarkdown(reason: string): string {
  return `The training was not started: ${inlineCode(reason, 200)}.\n`;
}

/** Addresses of ours, with a token in them. */
export function badgeLinkMarkdown(page: string, badge: string): string {
  return paragraphs(
    ['Whoever has these addresses sees the freshness of this repository’s model; keep them among those who may.'],
    bullets([`page: ${inlineCode(page, 600)}`, `badge: ${inlineCode(badge, 600)}`]),
    [`${inlineCode('/palimpsest badge-link revoke')} ends all links that were made.`],
  );
}

export function linksRevokedMarkdown(links: number): string {
  return links === 0
    ? 'There was no link to revoke.\n'
    : `${links === 1 ? 'The one link that was made opens' : `The ${links} links that were made open`} the page no more.\n`;
}

/** `message`, `remedy`: of a failure that the reader can do something about. */
export function failedMarkdown(message: string, remedy: string): string {
  return paragraphs([`That did not work: ${inlineCode(message, 300)}.`], [`What to do: ${inlineCode(remedy, 300)}`]);
}
