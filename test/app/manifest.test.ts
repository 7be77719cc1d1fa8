// What the App asks GitHub for, told in three places: app.yml, docs/app.md, and what the program does with it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ZodError } from 'zod';
import { tasksOf } from '../../src/app/webhooks.ts';
import { ASKED_FOR } from '../support/fake-github/installation.ts';

const manifest = parse(readFileSync('app.yml', 'utf8'));
const page = readFileSync('docs/app.md', 'utf8');
const permissions = /^## 4\. Permissions$(.*?)^## 5\. /ms.exec(page)?.[1] ?? '';
const EXAMPLES: readonly { readonly name: string }[] = createRequire(import.meta.url)('@octokit/webhooks-examples');

/** Sent to every App, asked for or not. */
const SENT_ANYWAY = ['installation', 'installation_repositories'];

it('app.yml and docs/app.md name the same permissions, and the tests grant no other', () => {
  const told = [...permissions.matchAll(/^\| `(\w+): (\w+)` \|/gm)].map(([, name, access]) => [name, access]);
  expect(Object.fromEntries(told)).toEqual(manifest.default_permissions);
  const granted = Object.entries(ASKED_FOR).map(([name, access]) => [name.replaceAll('-', '_'), access]);
  expect(Object.fromEntries(granted)).toEqual(manifest.default_permissions);
});

it('app.yml and docs/app.md name the events that are handled, and no other', () => {
  const handled = EXAMPLES.map(({ name }) => name).filter(isRead);
  expect([...manifest.default_events, ...SENT_ANYWAY].sort()).toEqual(handled.sort());
  const told = /^The events that it listens to: ([^.]+)\./m.exec(permissions)?.[1] ?? '';
  expect([...told.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual([...manifest.default_events].sort());
});

/** A payload of an event that counts is looked at, and an empty one is no payload of GitHub's. */
function isRead(event: string): boolean {
  try {
    tasksOf(event, {});
    return false;
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return true;
  }
}
