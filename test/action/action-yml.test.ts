import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionYml, withTables } from '../../scripts/action-yml.ts';
import { inputDefinitions } from '../../src/action/inputs.ts';
import { outputDefinitions } from '../../src/action/outputs.ts';
import { bundled } from '../support/bundled.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const service = await bundled(fileURLToPath(new URL('../support/language-service.ts', import.meta.url)));
const { problemsIn }: typeof import('../support/language-service.ts') = await import(pathToFileURL(service).href);

describe('action.yml', () => {
  it('is what the schemas say: npm run action-yml', () => expect(read('action.yml')).toBe(actionYml()));

  it('is valid to GitHub’s own language service, which would find a mistake', async () => {
    const text = read('action.yml');
    expect(await problemsIn('action.yml', text)).toEqual([]);
    for (const [right, wrong] of [
      ['node24', 'node7'],
      ['icon: layers', 'icon: nonsense'],
      ['  main: dist/action.js', '  image: Dockerfile'],
      ['required: false', 'required: [1]'],
    ] as const) {
      expect(await problemsIn('action.yml', text.replace(right, wrong))).not.toEqual([]);
    }
  });

  it('has every input with its default and every output, in their order, and starts the bundle', () => {
    const { inputs, outputs, runs } = parse(read('action.yml'));
    const defaults = inputDefinitions().map(({ name, byDefault }) => [name, byDefault]);
    expect(Object.entries<{ default: string }>(inputs).map(([name, { default: value }]) => [name, value])).toEqual(
      defaults,
    );
    expect(Object.keys(outputs)).toEqual(outputDefinitions().map(({ name }) => name));
    expect(runs).toEqual({ using: 'node24', main: 'dist/action.js' });
  });

  it('asks for a description of every input and output', () => {
    for (const { description } of [...inputDefinitions(), ...outputDefinitions()])
      expect(description).toMatch(/^\S.*\.$/);
  });
});

describe('the README', () => {
  it('has the tables that the schemas make: npm run action-yml', () => {
    const readme = read('README.md');
    expect(readme).toBe(withTables(readme));
  });
});
