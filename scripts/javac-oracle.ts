// Asks javac where bodies stand, and holds our parser to it.
//
//   npx tsx scripts/javac-oracle.ts                 write the answers for the library of the tests
//   npx tsx scripts/javac-oracle.ts --check         fail when they are out of date, or our parser differs
//   npx tsx scripts/javac-oracle.ts --compare DIR   compare with our parser over any directory
//
// Needs a JDK (17 or later): JAVA_HOME, or `java` on the PATH.

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { decodeSource } from '../src/core/source-text.ts';
import { loadJava } from '../src/languages/java.ts';

/** Offsets of the outermost bodies of a file: start, end, start, end, … */
type Answer = readonly number[] | 'unparsable';

interface Answers {
  readonly javac: string;
  readonly files: Readonly<Record<string, Answer>>;
}

interface LibraryAnswers extends Answers {
  readonly library: string;
  readonly version: string;
}

const repository = fileURLToPath(new URL('..', import.meta.url));
const LIBRARY = '@capacitor/android';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, compare: { type: 'string' } } });
  if (values.compare !== undefined) {
    reportDifferences(await differences(values.compare, await askJavac(values.compare)));
    return;
  }
  for (const alias of await libraryAliases()) {
    const answers = await libraryAnswers(alias);
    if (values.check) await checkLibrary(alias, answers);
    else await writeLibrary(alias, answers);
  }
}

/** The names under which package.json installs versions of the library. */
async function libraryAliases(): Promise<string[]> {
  const { devDependencies } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
  return Object.entries(devDependencies as Record<string, string>)
    .filter(([, specifier]) => specifier.startsWith(`npm:${LIBRARY}@`))
    .map(([alias]) => alias);
}

async function libraryAnswers(alias: string): Promise<LibraryAnswers> {
  const directory = join(repository, 'node_modules', alias);
  const { version } = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  return { library: LIBRARY, version, ...(await askJavac(directory)) };
}

async function writeLibrary(alias: string, answers: LibraryAnswers): Promise<void> {
  await mkdir(join(repository, 'test/fixtures/javac-oracle'), { recursive: true });
  await writeFile(fixtureOf(alias), printed(answers));
  console.log(`${alias}: ${Object.keys(answers.files).length} files written`);
}

async function checkLibrary(alias: string, answers: LibraryAnswers): Promise<void> {
  const committed: LibraryAnswers = JSON.parse(await readFile(fixtureOf(alias), 'utf8'));
  const stale = [...new Set([...Object.keys(committed.files), ...Object.keys(answers.files)])].filter(
    (path) => JSON.stringify(committed.files[path]) !== JSON.stringify(answers.files[path]),
  );
  if (committed.version !== answers.version) stale.push(`version ${committed.version}, installed ${answers.version}`);
  for (const what of stale) console.error(`${alias}: not as committed: ${what}`);
  if (stale.length > 0) process.exitCode = 1;
  reportDifferences(await differences(join(repository, 'node_modules', alias), answers));
}

function fixtureOf(alias: string): string {
  return join(repository, 'test/fixtures/javac-oracle', `${alias}.json`);
}

/** One line a file, so that a new answer is a readable difference. */
function printed({ files, ...about }: LibraryAnswers): string {
  const head = JSON.stringify(about, null, 2).slice(0, -2);
  const lines = Object.entries(files).map(([path, answer]) => `    ${JSON.stringify(path)}: ${JSON.stringify(answer)}`);
  return `${head},\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`;
}

async function askJavac(directory: string): Promise<Answers> {
  const home = process.env.JAVA_HOME;
  const java = home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
  const oracle = join(repository, 'scripts/javac-oracle/Oracle.java');
  const { stdout } = await promisify(execFile)(java, [oracle, directory], { maxBuffer: 2 ** 30 });
  const { javac, files } = JSON.parse(stdout) as Answers;
  return { javac, files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

interface Comparison {
  readonly files: number;
  readonly bodies: number;
  /** Files that javac refuses; what we find in them is not compared. */
  readonly unparsable: readonly string[];
  readonly differing: readonly string[];
}

async function differences(directory: string, answers: Answers): Promise<Comparison> {
  const java = await loadJava();
  const unparsable: string[] = [];
  const differing: string[] = [];
  let bodies = 0;
  for (const [path, answer] of Object.entries(answers.files)) {
    if (answer === 'unparsable') {
      unparsable.push(path);
      continue;
    }
    const source = decodeSource(await readFile(join(directory, path)));
    const parsed = java.parse(path, source?.text ?? '');
    const ours = parsed.units.flatMap((unit) => [unit.body.start, unit.body.end]);
    bodies += answer.length / 2;
    if (ours.join() === answer.join() && parsed.errorLines.length === 0) continue;
    const where = parsed.errorLines.length === 0 ? '' : `, we gave up at line ${parsed.errorLines.join(', ')}`;
    differing.push(`${path}: javac ${answer.length / 2} bodies, we ${ours.length / 2}${where}`);
  }
  return { files: Object.keys(answers.files).length, bodies, unparsable, differing };
}

function reportDifferences({ files, bodies, unparsable, differing }: Comparison): void {
  for (const path of unparsable) console.log(`javac cannot parse ${path}`);
  for (const line of differing) console.error(`differs: ${line}`);
  const verdict = differing.length === 0 ? 'the same offsets' : `${differing.length} files differ`;
  console.log(`${files} files, ${bodies} bodies, ${unparsable.length} unparsable: ${verdict}`);
  if (differing.length > 0) process.exitCode = 1;
}

await main();
