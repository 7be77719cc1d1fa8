// A shadow, from its training to every surface that names its model, as a user runs them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelCardSchema } from '../../src/report/schema/model-card.ts';
import { runCli } from '../support/cli.ts';
import { invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository } from '../support/scratch-repository.ts';

const OF_LEDGER = ['--shadow-of', 'acme/ledger-7b'];
const MEANING = /A shadow is the embedded model, trained at the revision that .* was trained at/;

describe('palimpsest train --trained-at', () => {
  it('trains the same memory as --revision, on a card that says whose shadow it is and that the schema knows', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', '--revision', 'main'], { cwd: root });
    const own = modelCardSchema.parse(cardIn(root));
    const { exitCode, stdout } = await runCli(['train', '--trained-at', 'main', ...OF_LEDGER], { cwd: root });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('shadow of acme/ledger-7b learned 5 methods');
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(MEANING);
    expect(own.shadow).toBeNull();
    expect(cardIn(root)).toEqual({ ...own, shadow: { of: 'acme/ledger-7b' } });
    expect(modelCardSchema.parse(cardIn(root))).toEqual(cardIn(root));
  });

  it('is called a shadow wherever its model is named', async () => {
    const { root } = invoiceProject(scratchRepository());
    const run = async (...args: string[]) => {
      const { exitCode, stdout, stderr } = await runCli(args, { cwd: root });
      expect({ args, exitCode, stderr }).toMatchObject({ args, exitCode: 0 });
      return stdout;
    };
    const [markdown, json] = [join(root, 'report.md'), join(root, 'report.json')];
    await run('train', '--trained-at', 'main', ...OF_LEDGER, '--evaluate');
    for (const command of [
      ['check', '--base', 'main', '--head', 'streams'],
      ['evaluate', '--revision', 'main', '--protocol', 'in-place'],
      ['update', '--revision', 'streams'],
      ['gain', '--head', 'streams'],
      ['drift', '--since', 'all', '--until', 'streams'],
    ]) {
      const terminal = await run(...command, '--output', markdown, '--output', json);
      expect(terminal.replaceAll(/\s+/g, ' ')).toMatch(MEANING);
      expect(readFileSync(markdown, 'utf8')).toMatch(MEANING);
      const name = command[0] === 'drift' ? '`acme/ledger-7b`' : '`shadow of acme/ledger-7b`';
      expect(readFileSync(markdown, 'utf8')).toContain(name);
      const report = JSON.parse(readFileSync(json, 'utf8'));
      expect(report.model).toMatchObject({ provider: 'embedded', shadow: { of: 'acme/ledger-7b' } });
    }
    await run('badge', '--output-dir', root);
    const endpoint = JSON.parse(readFileSync(join(root, 'freshness.json'), 'utf8'));
    expect(endpoint.label).toBe('model freshness (shadow)');
    expect(cardIn(root)).toMatchObject({ baseline: { methods: 5 }, shadow: { of: 'acme/ledger-7b' } });
  });

  it('is one notion with gain --since', async () => {
    const { root } = invoiceProject(scratchRepository());
    const { stdout } = await runCli(['gain', '--since', 'main', '--head', 'streams', '--format', 'json'], {
      cwd: root,
    });
    expect(JSON.parse(stdout)).toMatchObject({ modelOrigin: 'made-at-revision', model: { shadow: { of: null } } });
    const atStart = await runCli(['gain', '--head', 'streams', '--format', 'json'], { cwd: root });
    expect(JSON.parse(atStart.stdout)).toMatchObject({ modelOrigin: 'made-at-window-start', model: { shadow: null } });
  });

  it.each([
    [['--trained-at', 'main', '--revision', 'main'], /--trained-at and --revision both say what to train on/],
    [OF_LEDGER, /Add --trained-at REV/],
  ])('refuses %s', async (args, words) => {
    const { root } = invoiceProject(scratchRepository());
    const { exitCode, stderr } = await runCli(['train', ...args], { cwd: root });
    expect(stderr).toMatch(words);
    expect(exitCode).toBe(2);
  });
});

function cardIn(root: string) {
  return JSON.parse(readFileSync(join(root, '.palimpsest/model.card.json'), 'utf8'));
}
