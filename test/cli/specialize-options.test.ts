import { describe, expect, test } from 'vitest';
import type { Shell } from '../../src/cli/shell.ts';
import { specializeCommand } from '../../src/cli/specialize-command.ts';
import { refuseForeign, type SpecializeOptions } from '../../src/cli/specialize-options.ts';
import { runCli } from '../support/cli.ts';
import { runFolder } from '../support/training-sets.ts';

const TRAINERS = ['embedded', 'trl', 'openai', 'command'];
/** Where the project is, what is learned, and where the result goes. */
const FOR_EVERY_TRAINER = ['trainer', 'outputDir', 'name', 'repo', 'revision', 'format', 'output', 'verbose'];

function refusedBy(trainer: string, given: Partial<SpecializeOptions>, program: readonly string[] = []): string | null {
  try {
    refuseForeign(program, { trainer, outputDir: 'run', repo: '.', ...given } as SpecializeOptions);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('what a trainer would pass over in silence is refused', () => {
  test.each([
    ['embedded', { epochs: '3' }, '--epochs is for --trainer trl, openai or command'],
    ['embedded', { fetchDependencies: true }, '--fetch-dependencies is for --trainer trl, openai or command'],
    ['command', { method: 'lora' }, '--method is for --trainer trl'],
    ['openai', { config: 'more.yml' }, '--config is for --trainer trl'],
    ['trl', { learningRateMultiplier: '2' }, '--learning-rate-multiplier is for --trainer openai'],
    ['trl', { evaluate: true }, '--evaluate is for --trainer embedded'],
  ] as const)('%s: %j', (trainer, given, message) => {
    expect(refusedBy(trainer, given)).toBe(message);
  });

  test('a program, unless it is what trains', () => {
    expect(refusedBy('trl', {}, ['./train.sh', '--fast'])).toBe('a program (./train.sh) is for --trainer command');
    expect(refusedBy('command', {}, ['./train.sh'])).toBeNull();
  });

  test('of every flag it is said for which trainers it is', () => {
    const flags = specializeCommand({} as Shell).options.map((option) => option.attributeName());
    expect(flags.length).toBeGreaterThan(20);
    for (const flag of flags.filter((each) => !FOR_EVERY_TRAINER.includes(each))) {
      const refusals = TRAINERS.map((trainer) => refusedBy(trainer, { [flag]: 'x' }));
      expect(
        refusals.some((refusal) => refusal !== null),
        flag,
      ).toBe(true);
      expect(
        refusals.some((refusal) => refusal === null),
        flag,
      ).toBe(true);
    }
  });

  test('in one line, before anything is written', async () => {
    const asked = ['specialize', '--trainer', 'embedded', '--recipe', 'bodies', '--output-dir', runFolder()];
    const { exitCode, stdout, stderr } = await runCli(asked);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'palimpsest: --recipe is for --trainer trl, openai or command. Leave it out, or name that trainer.\n',
    );
  });
});
