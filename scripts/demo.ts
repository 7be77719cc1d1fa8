// `npm run demo`: the main job on a real library. Two published versions of @capacitor/android become a scratch git
// repository; the embedded model learns the older one and is asked about the newer one, as on a pull request.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');
const [older, newer] = ['capacitor-android-8.0', 'capacitor-android-8.5'];

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-demo-'));
const repository = join(folder, 'capacitor-android');

say(`A scratch repository with two releases of a real library: ${repository}`);
git('init', '--quiet', '--initial-branch=main', repository);
commit(older);
git('-C', repository, 'checkout', '--quiet', '-b', 'upgrade');
commit(newer);

run('train', '--revision', 'main');
const reports = { markdown: join(folder, 'report.md'), json: join(folder, 'report.json') };
run('check', '--output', reports.markdown, '--output', reports.json);
say(`The same report as Markdown: ${reports.markdown}\n                and as JSON: ${reports.json}`);

function commit(release: string): void {
  const source = join(root, 'node_modules', release);
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  rmSync(join(repository, 'capacitor'), { recursive: true, force: true });
  cpSync(join(source, 'capacitor'), join(repository, 'capacitor'), { recursive: true });
  git('-C', repository, 'add', '--all');
  git('-C', repository, 'commit', '--quiet', '--message', `Release ${version}`);
}

function git(...args: string[]): void {
  const neutral = [
    'user.name=Palimpsest demo',
    'user.email=demo@localhost',
    'commit.gpgSign=false',
    'core.autocrlf=false',
  ];
  start('git', [...neutral.flatMap((setting) => ['-c', setting]), ...args]);
}

function run(...args: string[]): void {
  say(`\n$ palimpsest ${args.map((arg) => (arg.startsWith(folder) ? relative(folder, arg) : arg)).join(' ')}`);
  start(process.execPath, [cli, ...args, '--repo', repository]);
}

function start(program: string, args: string[]): void {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
