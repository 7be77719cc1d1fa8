// The App is removed in the middle of a task: the real process, on both databases; nothing of the repository is left.

import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { appEnvironment, startAppProcess, WEBHOOKS } from '../support/app.ts';
import { BOOKS } from '../support/books.ts';
import { onEachDatabase, PLAIN } from '../support/databases.ts';
import { startFakeGitHub } from '../support/fake-github.ts';

const PATIENCE_MS = 180_000;

onEachDatabase((place) => {
  describe('an installation that ends in the middle of its first evaluation', () => {
    it(
      'leaves nothing, and the task ends quietly',
      async () => {
        const gitHub = await startFakeGitHub();
        onTestFinished(() => gitHub.close());
        const app = gitHub.registerApp();
        const books = await gitHub.addRepository('acme/books', { files: BOOKS });
        const settings = await place.settings();
        const registered = appEnvironment(gitHub, app);
        const env = {
          ...registered,
          ...(settings.url === null ? {} : { DATABASE_URL: settings.url }),
        };
        const running = await startAppProcess(env);
        onTestFinished(async () => void (await running.stop('SIGKILL')));
        const deliveries = gitHub.deliverTo(`${running.url}${WEBHOOKS}`, app.webhookSecret);
        const removed = new Promise<void>((resolve, reject) => {
          // the sources are being read: the evaluation and all that is kept are still to come
          gitHub.before({ path: /\/git\/trees\/|\/tarball\// }, async () => {
            await (await installed).uninstall().then(resolve, reject);
          });
        });
        const installed = gitHub.install(app, [books]);
        await removed;
        await deliveries.settled();
        const over = (kind: string) =>
          running
            .log()
            .split('\n')
            .filter((line) => line.includes('"msg":"task"') && line.includes(`"kind":"${kind}"`));
        const end = Date.now() + PATIENCE_MS / 2;
        while ((over('forget-installation').length === 0 || over('keep-ledger').length === 0) && Date.now() < end) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        expect(over('forget-installation').join()).toContain('"outcome":"done"');
        expect(over('keep-ledger').join()).toContain('"outcome":"called-off"');
        expect(await running.stop()).toBe(0);
        const folder = `${registered.DATA_DIR}/database`;
        const store = await openStore({ ...settings, folder }, PLAIN);
        onTestFinished(() => store.close());
        expect(await store.documents.keys('repository')).toEqual([]);
        expect(await store.tenures.of(books.state.id)).toBeNull();
        expect(await store.queue.depth()).toEqual({ waiting: {}, underWay: {} });
        expect(await store.queue.failed()).toEqual({});
      },
      PATIENCE_MS,
    );
  });
});
