// How many requests a run takes of GitHub's API, on a real library: its limit is a thousand an hour for all of a repository.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryFiles } from '../languages/java-sources.ts';
import { type ActionRun, runAction } from '../support/action.ts';
import { type FakeGitHub, type FakeRepository, type Files, startFakeGitHub } from '../support/fake-github.ts';

const LIBRARY: Files = Object.fromEntries(
  libraryFiles('capacitor-android-8.0').map(({ path, text }) => [path, text] as const),
);

let gitHub: FakeGitHub;
let repository: FakeRepository;

beforeEach(async () => {
  gitHub = await startFakeGitHub();
});

afterEach(() => gitHub.close());

/** A statement more in the first so many methods that return something, at most two in a file. */
function changed(files: Files, methods: number): Files {
  let left = methods;
  const entries = Object.entries(files).flatMap(([path, text]) => {
    if (left === 0 || typeof text !== 'string' || path.includes('/test/')) return [];
    let ofFile = 0;
    const after = text.replace(/\n( {8})return [^;]*;/g, (statement, indent) => {
      if (left === 0 || ofFile === 2) return statement;
      left--;
      ofFile++;
      return `\n${indent}android.util.Log.i("palimpsest", "on the way out");${statement}`;
    });
    return ofFile === 0 ? [] : [[path, after] as const];
  });
  return Object.fromEntries(entries);
}

async function checkOf(change: Files): Promise<{ run: ActionRun; requests: number; paths: string[] }> {
  await runAction(gitHub, await gitHub.events.push(repository, 'main', '0'.repeat(40)));
  await repository.commit('change', change);
  const pull = await repository.openPullRequest({ head: 'change' });
  const before = gitHub.requests.length;
  const run = await runAction(gitHub, gitHub.events.pullRequest('opened', pull));
  const asked = gitHub.requests.slice(before);
  return { run, requests: asked.length, paths: asked.map(({ method, path }) => `${method} ${path}`) };
}

test('a pull request of twenty methods takes at most 25', async () => {
  repository = await gitHub.addRepository('acme/library', { files: LIBRARY });
  const { run, requests, paths } = await checkOf(changed(LIBRARY, 20));
  expect(run.exitCode).toBe(0);
  expect(run.outputs.methods).toBe('20');
  expect(requests, paths.join('\n')).toBeLessThanOrEqual(25);
});

test('one of 200 files takes at most 40', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Part${index}`);
  const source = (name: string, sign: string) =>
    `package parts;\n\npublic class ${name} {\n    int sum(int a, int b) {\n        return a ${sign} b;\n    }\n}\n`;
  const files = (sign: string): Files =>
    Object.fromEntries(names.map((name) => [`src/main/java/parts/${name}.java`, source(name, sign)]));
  repository = await gitHub.addRepository('acme/parts', { files: files('+') });
  const { run, requests, paths } = await checkOf(files('-'));
  expect(run.exitCode).toBe(0);
  expect(run.outputs.methods).toBe('200');
  expect(requests, paths.join('\n')).toBeLessThanOrEqual(40);
});
