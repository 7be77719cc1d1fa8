// What a user can get wrong: one clear line, exit code 2, and nothing of theirs touched.

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CliOptions, runCli } from '../support/cli.ts';
import { invoiceProject } from '../support/invoice-project.ts';
import { ScratchRepository, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

/** Runs and expects one line on standard error, nothing on standard output, and exit code 2. */
async function refusal(args: readonly string[], options?: CliOptions): Promise<string> {
  const { exitCode, stdout, stderr } = await runCli(args, options);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(exitCode).toBe(2);
  return stderr;
}

describe('a repository that cannot be read', () => {
  it('is not one', async () => {
    expect(await refusal(['check'], { cwd: temporaryFolder() })).toMatch(/not in a git repository.*--repo DIR/);
    expect(await refusal(['check', '--repo', '/no/such/folder'])).toMatch(/no directory \/no\/such\/folder/);
  });

  it('does not know the revision', async () => {
    const { root } = invoiceProject(scratchRepository());
    expect(await refusal(['check', '--base', 'v9.9'], { cwd: root })).toMatch(/"v9.9" is not a commit.*fetch/);
    expect(await refusal(['train', '--revision=--output=x'], { cwd: root })).toMatch(/is not a commit/);
    expect(readdirSync(root)).not.toContain('x');
  });

  it('is a shallow clone without the base', async () => {
    const { root } = invoiceProject(scratchRepository());
    const shallow = temporaryFolder();
    new ScratchRepository(shallow).git('fetch', '--quiet', '--depth=1', pathToFileURL(root).href, 'streams:streams');
    expect(await refusal(['check', '--head', 'streams', '--base', 'streams~1'], { cwd: shallow })).toMatch(
      /shallow clone.*git fetch --unshallow.*--deepen/,
    );
  });

  it('holds no Java', async () => {
    const repository = scratchRepository();
    repository.commit({ 'README.md': 'No code yet.' });
    expect(await refusal(['train'], { cwd: repository.root })).toMatch(/no Java files in [0-9a-f]+/);
    expect(await refusal(['evaluate', repository.root])).toMatch(/no Java files/);
  });
});

describe('a model file that cannot be used', () => {
  it('is missing, something else, cut off, damaged, or newer', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', '--revision', 'main'], { cwd: root });
    const model = readFileSync(join(root, '.palimpsest/model.palimpsest'));
    const folder = temporaryFolder();
    const check = (name: string, bytes?: Uint8Array) => {
      const file = join(folder, name);
      if (bytes !== undefined) writeFileSync(file, bytes);
      return refusal(['check', '--model', file], { cwd: root });
    };
    const damaged = Buffer.from(model);
    damaged[damaged.length - 10] = (damaged[damaged.length - 10] ?? 0) ^ 0xff;
    expect(await check('missing')).toMatch(/no model file/);
    expect(await check('notes.txt', Buffer.from('buy milk'))).toMatch(/cannot be used.*is no palimpsest/);
    expect(await check('empty', Buffer.alloc(0))).toMatch(/cannot be used/);
    expect(await check('cut', model.subarray(0, model.length / 2))).toMatch(/incomplete.*train the model again/);
    expect(await check('damaged', damaged)).toMatch(/damaged.*train the model again/);
    const newer = Buffer.concat([Buffer.from(model.toString('latin1').replace(/schema \d+/, 'schema 99'), 'latin1')]);
    expect(await check('newer', newer)).toMatch(/schema 99.*Update/);
  });

  it('belongs to another project', async () => {
    const billing = invoiceProject(scratchRepository());
    const library = scratchRepository();
    library.commit({ 'Book.java': 'class Book { String title() { return "untitled"; } }' });
    const model = join(temporaryFolder(), 'library.palimpsest');
    await runCli(['train', '--output', model], { cwd: library.root });
    expect(await refusal(['check', '--model', model], { cwd: billing.root })).toMatch(
      /another project.*palimpsest train/,
    );
  });
});

describe('an output that cannot be written', () => {
  it('lies in a folder that does not exist, or on a full disk', async () => {
    const { root } = invoiceProject(scratchRepository());
    const missing = join(root, 'no/such/folder/report.md');
    expect(await refusal(['check', '--output', missing], { cwd: root })).toMatch(/its folder does not exist/);
    expect(await refusal(['train', '--output', '/proc/model.palimpsest'], { cwd: root })).toMatch(/cannot be written/);
  });

  it('would replace a folder that somebody filled, or the sources themselves', async () => {
    const { root } = invoiceProject(scratchRepository());
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    expect(await refusal(['erase', join(root, 'src'), '--output-dir', folder])).toMatch(/not written by palimpsest/);
    expect(await refusal(['erase', join(root, 'src'), '--output-dir', root])).toMatch(/holds the sources/);
    expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('years of work');
  });
});

describe('a command line that says something else', () => {
  it('names what is wrong', async () => {
    const { root } = invoiceProject(scratchRepository());
    expect(await refusal(['check', '--familiar', 'very'], { cwd: root })).toMatch(/--familiar does not take "very"/);
    expect(await refusal(['check', '--samples', '0'], { cwd: root })).toMatch(/--samples does not take "0"/);
    expect(await refusal(['evaluate'], { cwd: root })).toMatch(/a directory or --revision/);
    expect(await refusal(['check', '--show', 'Invoice.nothing'], { cwd: root })).toMatch(/no changed method is called/);
  });

  it('is told where help is', async () => {
    for (const args of [['chekc'], ['check', '--fromat', 'json'], ['check', '--format', 'xml'], ['erase']]) {
      const { exitCode, stderr } = await runCli(args);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/--help/);
    }
  });

  it('finds help and version without complaint', async () => {
    for (const args of [
      ['--help'],
      ['--version'],
      ...['train', 'check', 'evaluate', 'erase', 'score', 'init', 'config'].map((command) => [command, '--help']),
    ]) {
      const { exitCode, stdout, stderr } = await runCli(args);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).not.toBe('');
    }
  });

  it('gives the stack when asked', async () => {
    const { stderr } = await runCli(['check', '--verbose'], { cwd: temporaryFolder() });
    expect(stderr).toMatch(/\n +at /);
  });
});

describe('odd sources', () => {
  it('reads files with strange names, and never follows links', async () => {
    const repository = scratchRepository();
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'Secret.java'), 'class Secret { int pin() { return 1234; } }');
    const names = ['with space', 'quo"te', 'new\nline', '-leading', 'ümläut', "apo'strophe"];
    repository.commit({ 'Base.java': 'class Base { }' });
    repository.git('checkout', '--quiet', '-b', 'odd');
    mkdirSync(join(repository.root, 'links'));
    symlinkSync(outside, join(repository.root, 'links/outside'));
    symlinkSync('..', join(repository.root, 'links/loop'));
    symlinkSync(join(outside, 'Secret.java'), join(repository.root, 'Linked.java'));
    repository.commit(
      Object.fromEntries(names.map((name) => [`${name}/Odd.java`, 'class Odd { int one() { return 1; } }'])),
    );
    const expected = names.map((name) => `${name}/Odd.java#Odd.one()`).sort();
    for (const head of ['HEAD', 'WORKTREE']) {
      const { stdout } = await runCli(['check', '--format', 'json', '--head', head], { cwd: repository.root });
      expect(JSON.parse(stdout).methods.map(({ id }: { id: string }) => id)).toEqual(expected);
    }
    const { stdout } = await runCli(['evaluate', repository.root, '--format', 'json'], {
      env: { XDG_CACHE_HOME: outside },
    });
    expect(JSON.parse(stdout).methods.map(({ id }: { id: string }) => id)).toEqual(expected);
  });

  it('keeps what is not UTF-8 or not text byte for byte, and says so', async () => {
    const folder = temporaryFolder();
    const latin1 = Buffer.from('class Gr\xfc\xdfe { String hallo() { return "Gr\xfc\xdfe"; } }\r\n', 'latin1');
    const binary = Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 0x34]);
    mkdirSync(join(folder, 'sources'));
    writeFileSync(join(folder, 'sources/Gruesse.java'), latin1);
    writeFileSync(join(folder, 'sources/Binary.java'), binary);
    const output = join(folder, 'out');
    const { stdout } = await runCli(['evaluate', join(folder, 'sources'), '--output-dir', output, '--format', 'json'], {
      env: { XDG_CACHE_HOME: folder },
    });
    expect(JSON.parse(stdout).notes).toEqual([
      { path: 'Binary.java', kind: 'binary', lines: [] },
      { path: 'Gruesse.java', kind: 'not-utf-8', lines: [] },
    ]);
    expect(readFileSync(join(output, 'Gruesse.java')).equals(latin1)).toBe(true);
    expect(readFileSync(join(output, 'Binary.java')).equals(binary)).toBe(true);
  });

  it('reads a generated file of 5 MB', async () => {
    const folder = temporaryFolder();
    const method = (index: number) =>
      `    int value${index}() {\n        return ${index} * FACTOR + ${index % 7};\n    }\n\n`;
    const methods = Array.from({ length: 75_000 }, (_, index) => method(index)).join('');
    mkdirSync(join(folder, 'sources'));
    writeFileSync(join(folder, 'sources/Table.java'), `class Table {\n${methods}}\n`);
    const { exitCode, stdout } = await runCli([
      'erase',
      join(folder, 'sources'),
      '--output-dir',
      join(folder, 'out'),
      '--format',
      'json',
    ]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).erased.bodies).toBe(75_000);
  });
});
