// One pull request, three faces: the command line in a clone, the command line without one, and the Action say the same of it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryFiles } from '../languages/java-sources.ts';
import { runAction } from '../support/action.ts';
import { runCli } from '../support/cli.ts';
import { gitHubOfATest } from '../support/github-of-a-test.ts';
import { type Files, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

function release(alias: string): Files {
  return Object.fromEntries(libraryFiles(alias).map(({ path, text }) => [path, text]));
}

test('the same report of the same change of a real library', async () => {
  const clone = scratchRepository();
  const start = clone.commit(release('capacitor-android-8.0'));
  clone.git('tag', 'trained-here');
  clone.git('checkout', '--quiet', '-b', 'update');
  clone.commit(release('capacitor-android-8.5'));
  const gitHub = await gitHubOfATest();
  const repository = await gitHub.addRepository('acme/library', { from: clone.root, defaultBranch: 'main' });
  const pull = await repository.openPullRequest({ head: 'update' });
  const model = join(temporaryFolder(), 'library.palimpsest');
  await runCli(['train', '--revision', start, '--output', model], { cwd: clone.root });

  const json = ['--model', model, '--format', 'json'];
  const env = {
    GITHUB_TOKEN: gitHub.token({ permissions: { contents: 'read', 'pull-requests': 'read' } }),
    GITHUB_API_URL: gitHub.origin,
  };
  const [inClone, withoutClone, inAction] = await Promise.all([
    runCli(['check', '--base', 'main', '--head', 'update', ...json], { cwd: clone.root }),
    runCli(['check', '--pull-request', 'acme/library#1', ...json], { cwd: temporaryFolder(), env }),
    runAction(gitHub, gitHub.events.pullRequest('opened', pull), { inputs: { 'trained-at': 'trained-here' } }),
  ]);
  const byAction = readFileSync(inAction.outputs['report-json'] ?? '', 'utf8');
  const [told, toldWithout, toldByAction] = [inClone.stdout, withoutClone.stdout, byAction].map(withoutNames);
  expect(told?.methods).toHaveLength(44);
  expect(toldWithout).toEqual(told);
  const { standing, ...rest } = toldByAction ?? {};
  expect(standing).toMatchObject({ freshness: { kind: 'unknown', reason: 'no-ledger' } });
  expect(rest).toEqual({ ...told, model: { ...told?.model, shadow: { of: null } } });
});

/** The names of revisions left out, and in which time zone a commit was made: GitHub does not tell it. */
function withoutNames(text: string): {
  readonly model: object;
  readonly methods: readonly unknown[];
  readonly standing?: unknown;
} {
  const report = JSON.parse(text, (key, value) => (key === 'committedAt' ? new Date(value).getTime() : value));
  for (const side of ['base', 'head']) delete report[side].name;
  return report;
}
