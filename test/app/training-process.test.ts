// A training of the App as it runs: the real process, a button that is pressed, a thread in a line of its own, a new model in office.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sweptTrainings } from '../../src/app/trainings.ts';
import { appEnvironment, startAppProcess, WEBHOOKS } from '../support/app.ts';
import { startFakeFineTuning } from '../support/fake-fine-tuning.ts';
import { startFakeGitHub } from '../support/fake-github.ts';
import { movingSources } from '../support/moving-project.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const PATIENCE_MS = 180_000;

it(
  'trains where its button is pressed, and asks the new model from then on',
  async () => {
    const gitHub = await startFakeGitHub();
    onTestFinished(() => gitHub.close());
    const service = await startFakeFineTuning({ trainsAtOnce: true });
    onTestFinished(() => service.close());
    const app = gitHub.registerApp();
    const settings = { '.github/palimpsest.yml': 'model: stock\n' };
    const stock = await gitHub.addRepository('acme/stock', { files: { ...movingSources(1), ...settings } });
    stock.person('grace', 'maintain');
    const models = join(temporaryFolder(), 'models.yml');
    const trained = { 'base-url': service.baseUrl, 'trained-at': await stock.head('main') };
    const specialize = { trainer: 'openai', 'base-model': 'scriptorium-mini', epochs: 2 };
    const entry = { provider: 'openai', model: 'scriptorium-mini', ...trained, specialize };
    writeFileSync(models, JSON.stringify({ models: { stock: entry } }));
    const env: Readonly<Record<string, string>> = {
      ...appEnvironment(gitHub, app),
      MODELS_FILE: models,
      ALLOW_PRIVATE_ADDRESSES: 'true',
      WORKERS: '1',
    };
    const running = await startAppProcess(env);
    onTestFinished(async () => void (await running.stop('SIGKILL')));
    const deliveries = gitHub.deliverTo(`${running.url}${WEBHOOKS}`, app.webhookSecret);
    const until = async (what: string, look: () => boolean) => {
      const end = Date.now() + PATIENCE_MS / 2;
      while (!look()) {
        if (Date.now() > end) throw new Error(`it did not come to this: ${what}\n${running.log().slice(-4_000)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const tasks = (kind: string) =>
      running
        .log()
        .split('\n')
        .filter((line) => line.includes('"msg":"task"') && line.includes(`"kind":"${kind}"`));

    const installation = await gitHub.install(app, [stock]);
    await deliveries.settled();
    await stock.commit('main', movingSources(2));
    await stock.commit('change', movingSources(1));
    const pull = await stock.openPullRequest({ head: 'change' });
    await until('a check', () => stock.checkRuns.some(({ status }) => status === 'completed'));
    const [run] = stock.checkRuns;
    expect(run?.actions.map(({ identifier }) => identifier)).toContain('retrain');
    if (run !== undefined) await stock.press(run, 'retrain', 'grace');
    await until('a training', () => tasks('specialize').length > 0);
    expect(tasks('specialize').join(), running.log().slice(-4_000)).toContain('"outcome":"done"');
    const [job] = service.jobs;
    await until('a review of the new model', () => tasks('review').length > 0);

    const asked = service.chats.length;
    await pull.push({ 'NOTES.md': 'another head' });
    await until('a check by the new model', () => pull.comments().some(({ body }) => body.includes(`${job?.name}`)));
    expect(new Set(service.chats.slice(asked).map(({ model }) => model))).not.toContain('scriptorium-mini');
    expect(existsSync(join(env.DATA_DIR ?? '', 'training', String(stock.state.id)))).toBe(false);
    await installation.uninstall();
    await deliveries.settled();
    await until('forgotten', () => tasks('forget-installation').length > 0);
    expect(await running.stop()).toBe(0);
  },
  PATIENCE_MS,
);

it('what a training left of a repository is swept away when the App is gone from there, and of no other', async () => {
  const folder = temporaryFolder();
  for (const id of ['1', '2', '3']) mkdirSync(join(folder, id, 'x/dataset'), { recursive: true });
  const tenure = (repository: number) => ({ repository, installation: 1, number: '1' });
  const swept = await sweptTrainings(folder, {
    of: async (id) => (id === 1 ? null : { tenure: tenure(id), state: id === 2 ? 'held' : 'ended' }),
  });
  swept.stop();
  expect(['1', '2', '3'].filter((id) => existsSync(join(folder, id)))).toEqual(['2']);
});
