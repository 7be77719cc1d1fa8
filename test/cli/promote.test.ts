// `palimpsest promote`, as a user starts it.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { startFakeOpenAi } from '../support/fake-openai.ts';
import { movingProject } from '../support/moving-project.ts';

/** The project with a model of each version. */
async function trained() {
  const repository = movingProject();
  const run = (...args: string[]) => runCli(args, { cwd: repository.root });
  for (const version of ['v1', 'v2']) await run('train', '--revision', version, '--output', `${version}.palimpsest`);
  const state = join(repository.root, '.palimpsest');
  const kept = () => readdirSync(join(state, 'promotions')).sort();
  const report = async (...args: string[]) => JSON.parse((await run(...args, '--format', 'json')).stdout);
  return { ...repository, root: repository.root, run, state, kept, report };
}

const UP = ['promote', '--challenger', 'v2.palimpsest', '--champion', 'v1.palimpsest'];

describe('palimpsest promote', () => {
  it('promotes the newer model, keeps why, and makes it what commands open', async () => {
    const { run, state, kept, report } = await trained();
    const { exitCode, stdout, stderr } = await run(...UP);
    expect(stdout).toMatch(/^palimpsest promote {2}main \(\w{7}\) {3}Promoted\n/);
    expect(stdout).toMatch(
      /On 32 changes in 8 files since the champion was trained the challenger comes \d+\.\d points closer/,
    );
    expect(stdout).toMatch(/It remembers: on all 32 methods that did not change/);
    expect(stdout).toContain('Generalisation was not measured');
    expect(exitCode).toBe(0);
    const [id = ''] = kept();
    expect(stderr).toContain(`kept as .palimpsest/promotions/${id}`);
    expect(readdirSync(join(state, 'promotions', id)).sort()).toEqual([
      '.palimpsest-output',
      'challenger.card.json',
      'challenger.palimpsest',
      'champion.card.json',
      'champion.palimpsest',
      'record.json',
      'report.json',
    ]);
    const card = JSON.parse(readFileSync(join(state, 'promotions', id, 'challenger.card.json'), 'utf8'));
    expect(card.baseline).toMatchObject({ methods: 64 });
    expect(existsSync(join(state, 'promote'))).toBe(true);
    expect(readdirSync(join(state, 'promote'))).toEqual([]);
    const evaluated = await report('evaluate', '--revision', 'v2', '--protocol', 'in-place');
    expect(evaluated.model.fingerprint).toBe(card.fingerprint);
  });

  it('keeps the champion against an older model, and the gate says so', async () => {
    const { run, state } = await trained();
    const turned = ['promote', '--challenger', 'v1.palimpsest', '--champion', 'v2.palimpsest', '--since', 'v1'];
    const { exitCode, stdout } = await run(...turned, '--fail-on', 'kept');
    expect(stdout).toMatch(
      /The champion stays\n\n {2}On 32 changes .* points less close .*: the interval is\s+not above 0/s,
    );
    expect(exitCode).toBe(1);
    expect(existsSync(join(state, 'champion.json'))).toBe(false);
    expect((await run(...turned)).exitCode).toBe(0);
  });

  it('rolls back to the champion before, and lists what was decided', async () => {
    const { run, report } = await trained();
    await run(...UP);
    const back = await run('promote', '--rollback');
    expect(back.stdout).toMatch(/^palimpsest promote {3}Champion: v1\n/);
    const history = await report('promote', '--history');
    expect(history).toMatchObject({ kind: 'promotions', champion: { name: 'v1' } });
    expect(history.records.map(({ kind }: { kind: string }) => kind)).toEqual(['promoted', 'rolled-back']);
    const evaluated = await report('evaluate', '--revision', 'v2', '--protocol', 'in-place');
    expect(evaluated.model.trainedAt.revision).toBe((await report('evaluate', '--revision', 'v1')).source.revision);
    const again = await run('promote', '--rollback');
    expect(again.stderr).toMatch(/there is no champion before the one in office/);
    expect(again.exitCode).toBe(2);
  });

  it('opens the copy of a champion whose file is gone, and compares the next challenger with it', async () => {
    const { run, root } = await trained();
    await run('promote', '--challenger', 'v1.palimpsest');
    rmSync(join(root, 'v1.palimpsest'));
    const { stdout } = await run('promote', '--challenger', 'v2.palimpsest');
    expect(stdout).toContain('Promoted');
    expect(stdout).toContain('champion: v1, project memory');
    const same = await run('promote', '--challenger', 'v2.palimpsest');
    expect(same.stderr).toContain('the challenger v2 is the champion itself');
  });

  it('takes the first one as it is, and says that nothing was compared', async () => {
    const { run } = await trained();
    const { stdout } = await run('promote', '--challenger', 'v1.palimpsest', '--format', 'markdown');
    expect(stdout).toMatch(/^### Promoted: `v1`\n\nThere is no champion that it could be compared with/);
  });

  it('decides nothing on a part that the budget of a language model left, and asks nothing on a dry run', async () => {
    const { run, root, report, state } = await trained();
    const server = await startFakeOpenAi();
    writeFileSync(join(root, 'models.yml'), modelsFile(server.baseUrl));
    const args = ['promote', '--models', 'models.yml', '--champion', 'v1.palimpsest', '--challenger', 'served'];
    const dry = await report(...args, '--dry-run');
    expect(dry).toMatchObject({ kind: 'estimate', command: 'promote' });
    expect(server.requests).toHaveLength(0);
    const { decision, unasked } = await report(...args, '--max-methods', '3', '--no-baseline');
    expect(decision).toMatchObject({ kind: 'keep' });
    expect(decision.reasons[0]).toBe('budget-spent');
    expect(unasked.length).toBeGreaterThan(0);
    const again = await run(...args, '--max-methods', '3', '--no-baseline');
    expect(again.stderr).toMatch(/going on after \d+ methods of an interrupted run/);
    expect(existsSync(join(state, 'champion.json'))).toBe(false);
    await server.close();
  });

  it('opens a champion that a server has by its name in the operator’s own file, and by nothing that lies in the clone', async () => {
    const { run, root, report } = await trained();
    const server = await startFakeOpenAi();
    writeFileSync(join(root, 'models.yml'), modelsFile(server.baseUrl));
    await run('promote', '--models', 'models.yml', '--challenger', 'served', '--no-baseline');
    const without = await run('evaluate', '--revision', 'v2');
    expect(without.stderr).toMatch(
      /the champion of this clone, "served", is a model of your own file of models. Name that file with --models/,
    );
    expect(without.exitCode).toBe(2);
    const { model } = await report(
      'evaluate',
      '--revision',
      'v2',
      '--models',
      'models.yml',
      '--sample',
      '2',
      '--protocol',
      'in-place',
    );
    expect(model.name).toBe('ledger-7b');
    await server.close();
  });

  it('keeps the decision of a run that could not write the pointer', async () => {
    const { run, state } = await trained();
    mkdirSync(join(state, 'champion.json', 'in-the-way'), { recursive: true });
    const broken = await run(...UP);
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toContain('champion.json');
    rmSync(join(state, 'champion.json'), { recursive: true });
    expect((await run('promote', '--history')).stdout).toMatch(/Champion: v2\n/);
  });

  it.each([
    [['promote'], /promote was given no challenger/],
    [['promote', '--rollback'], /nothing was promoted in this clone/],
    [['promote', '--challenger', 'v9.palimpsest'], /there is no model file v9\.palimpsest|v9\.palimpsest/],
    [[...UP, '--least-difference', 'much'], /--least-difference does not take "much"/],
    [[...UP, '--probe-size', '0'], /--probe-size does not take "0"/],
    [[...UP, '--rollback'], /cannot be used with/],
  ])('refuses %s', async (args, words) => {
    const { root } = movingProject();
    const { exitCode, stderr } = await runCli(args, { cwd: root });
    expect(stderr).toMatch(words);
    expect(exitCode).toBe(2);
  });
});

function modelsFile(baseUrl: string): string {
  return `models:
  served:
    provider: openai
    model: ledger-7b
    base-url: ${baseUrl}
    format: chat
    context-tokens: 8192
    max-tokens: 256
  other:
    provider: openai
    model: other-7b
    base-url: ${baseUrl}
    format: chat
    context-tokens: 8192
    max-tokens: 256
`;
}
