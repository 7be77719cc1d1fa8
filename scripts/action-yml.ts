// Writes action.yml, and the README's tables of inputs, outputs and the App's variables, from their schemas; with --check, fails when they are stale.
// Usage: npx tsx scripts/action-yml.ts [--check]

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inputDefinitions } from '../src/action/inputs.ts';
import { outputDefinitions } from '../src/action/outputs.ts';
import { aboutVariable, VARIABLE_NAMES } from '../src/app/environment.ts';

/** As the runner takes it. Texts are written as JSON writes them, which is YAML too. */
export function actionYml(): string {
  const inputs = inputDefinitions().flatMap(({ name, description, byDefault }) => [
    `  ${name}:`,
    `    description: ${JSON.stringify(description)}`,
    '    required: false',
    `    default: ${JSON.stringify(byDefault)}`,
  ]);
  const outputs = outputDefinitions().flatMap(({ name, description }) => [
    `  ${name}:`,
    `    description: ${JSON.stringify(description)}`,
  ]);
  return `${[
    '# Written by `npm run action-yml` from src/action/inputs.ts and src/action/outputs.ts.',
    'name: Palimpsest',
    'description: "Shows on each pull request whether the project’s own code model still knows the code."',
    'author: Palimpsest',
    'branding:',
    '  icon: layers',
    '  color: purple',
    'inputs:',
    ...inputs,
    'outputs:',
    ...outputs,
    'runs:',
    '  using: node24',
    '  main: dist/action.js',
  ].join('\n')}\n`;
}

/** The README with its tables as the schemas have them. Throws where a marker is missing. */
export function withTables(readme: string): string {
  const inputs = inputDefinitions().map(
    ({ name, byDefault, description }) =>
      `| \`${name}\` | ${byDefault === '' ? '–' : `\`${byDefault}\``} | ${inCell(description)} |`,
  );
  const outputs = outputDefinitions().map(({ name, description }) => `| \`${name}\` | ${inCell(description)} |`);
  const withInputs = between(readme, 'inputs', ['| input | default | |', '| --- | --- | --- |', ...inputs]);
  const withOutputs = between(withInputs, 'outputs', ['| output | |', '| --- | --- |', ...outputs]);
  return between(withOutputs, 'variables', [
    '| variable | takes | default | |',
    '| --- | --- | --- | --- |',
    ...variables(),
  ]);
}

function variables(): readonly string[] {
  return VARIABLE_NAMES.map((name) => {
    const { takes, byDefault, description } = aboutVariable(name);
    return `| \`${name}\` | ${inCell(takes)} | ${byDefault ?? '–'} | ${inCell(description)} |`;
  });
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function between(text: string, name: string, lines: readonly string[]): string {
  const [start, end] = [`<!-- ${name}: npm run action-yml -->\n`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for the table of ${name}: ${start.trim()}`);
  return `${text.slice(0, from + start.length)}${lines.join('\n')}\n${text.slice(to)}`;
}

function main(checkOnly: boolean): void {
  const made = { 'action.yml': () => actionYml(), 'README.md': withTables };
  for (const [file, make] of Object.entries(made)) {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
    const there = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const text = make(there);
    if (text === there) continue;
    if (checkOnly) {
      console.error(`${file} is stale: run \`npm run action-yml\``);
      process.exitCode = 1;
    } else {
      writeFileSync(path, text);
      console.log(`wrote ${file}`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'));
