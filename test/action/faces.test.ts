// One pull request, three faces: the command line in a clone and without one, the Action, and the App say the same of it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { perform } from '../../src/app/perform.ts';
import { renderJson } from '../../src/report/json.ts';
import { libraryFiles } from '../languages/java-sources.ts';
import { runAction } from '../support/action.ts';
import { runCli } from '../support/cli.ts';
import { gitHubOfATest } from '../support/github-of-a-test.ts';
import { type Files, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';
import { taskContextOn } from '../support/task-context.ts';

/** A whole library is learned and evaluated, twice. */
const PATIENCE_MS = 240_000;

function release(alias: string): Files {
  return Object.fromEntries(libraryFiles(alias).map(({ path, text }) => [path, text]));
}

test('the same report of the same change of a real library', { timeout: PATIENCE_MS }, async () => {
  const clone = scratchRepository();
  const start = clone.commit(release('capacitor-android-8.0'));
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
  const app = taskContextOn(gitHub);
  const ref = { installation: 1, id: repository.state.id, owner: 'acme', name: 'library' };

  const [inClone, withoutClone, inAction] = await Promise.all([
    runCli(['check', '--base', 'main', '--head', 'update', ...json], { cwd: clone.root }),
    runCli(['check', '--pull-request', 'acme/library#1', ...json], { cwd: temporaryFolder(), env }),
    // it learns the default branch first, and keeps a ledger of it
    gitHub.events
      .push(repository, 'main', '0'.repeat(40))
      .then((push) => runAction(gitHub, push))
      .then(() => runAction(gitHub, gitHub.events.pullRequest('opened', pull))),
  ]);
  // in this very process, which the others ask for all that GitHub has
  await perform({ kind: 'keep-ledger', repository: ref }, app);
  const ofApp = await perform(
    { kind: 'check-pull-request', repository: ref, pullRequest: pull.number, approval: null },
    app,
  );
  const byAction = readFileSync(inAction.outputs['report-json'] ?? '', 'utf8');
  const byApp = ofApp.report === null ? '' : renderJson(ofApp.report);
  const [told, toldWithout, toldByAction, toldByApp] = [inClone.stdout, withoutClone.stdout, byAction, byApp].map(
    withoutNames,
  );
  expect(told?.methods).toHaveLength(44);
  expect(toldWithout).toEqual(told);
  expect(toldByApp).toEqual(toldByAction);
  const { standing, ...rest } = toldByApp ?? {};
  expect(standing).toMatchObject({ freshness: { kind: 'known', before: { units: 719 } } });
  // the command line was shown no ledger
  expect(rest).toEqual(told);
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
