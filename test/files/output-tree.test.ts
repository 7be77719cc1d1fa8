// Writing a whole tree: all of it or nothing.

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openOutputTree } from '../../src/files/output-tree.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

/** A folder to work in, and a destination in it that does not exist yet. */
function workshop() {
  const folder = temporaryFolder();
  return { folder, destination: join(folder, 'regenerated') };
}

/** The files below a folder with their texts; ours carries a marker, which is left out. */
function textsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.endsWith('-output'));
  return Object.fromEntries(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

const bytes = (text: string) => Buffer.from(text);

test('writes files, and their folders, byte for byte', async () => {
  const { folder, destination } = workshop();
  const output = await openOutputTree(destination, []);
  await output.write('books/Ledger.java', bytes('class Ledger {}\r\n'));
  await output.write('books/tax/Rate.java', bytes('class Rate {}'));
  await output.write('Empty.java', bytes(''));
  await output.commit();
  expect(textsIn(destination)).toEqual({
    'Empty.java': '',
    'books/Ledger.java': 'class Ledger {}\r\n',
    'books/tax/Rate.java': 'class Rate {}',
  });
  expect(readdirSync(folder)).toEqual(['regenerated']);
});

test('nothing is visible before the commit', async () => {
  const { destination, folder } = workshop();
  const output = await openOutputTree(destination, []);
  await output.write('Ledger.java', bytes('class Ledger {}'));
  expect(readdirSync(folder)).not.toContain('regenerated');
  await output.discard();
});

test('discarding leaves nothing behind', async () => {
  const { destination, folder } = workshop();
  const output = await openOutputTree(destination, []);
  await output.write('Ledger.java', bytes('class Ledger {}'));
  await output.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('discarding after the commit takes nothing away', async () => {
  const { destination } = workshop();
  const output = await openOutputTree(destination, []);
  await output.write('Ledger.java', bytes('class Ledger {}'));
  await output.commit();
  await output.discard();
  expect(textsIn(destination)).toEqual({ 'Ledger.java': 'class Ledger {}' });
});

test('missing folders on the way to the destination are made', async () => {
  const { folder } = workshop();
  const output = await openOutputTree(join(folder, 'a/b/regenerated'), []);
  await output.write('Ledger.java', bytes('1'));
  await output.commit();
  expect(textsIn(folder)).toEqual({ 'a/b/regenerated/Ledger.java': '1' });
});

describe('a destination that exists', () => {
  test('is taken when it is empty', async () => {
    const { destination } = workshop();
    mkdirSync(destination);
    const output = await openOutputTree(destination, []);
    await output.write('Ledger.java', bytes('1'));
    await output.commit();
    expect(textsIn(destination)).toEqual({ 'Ledger.java': '1' });
  });

  test('is replaced as a whole when it is our own earlier output', async () => {
    const { destination, folder } = workshop();
    for (const year of ['2023', '2024']) {
      const output = await openOutputTree(destination, []);
      await output.write(`Ledger${year}.java`, bytes(year));
      await output.commit();
    }
    expect(textsIn(destination)).toEqual({ 'Ledger2024.java': '2024' });
    expect(readdirSync(folder)).toEqual(['regenerated']);
  });

  test('keeps our earlier output when the new one is discarded', async () => {
    const { destination } = workshop();
    const first = await openOutputTree(destination, []);
    await first.write('Ledger.java', bytes('1'));
    await first.commit();
    const second = await openOutputTree(destination, []);
    await second.write('Ledger.java', bytes('2'));
    await second.discard();
    expect(textsIn(destination)).toEqual({ 'Ledger.java': '1' });
  });

  test('is refused when somebody filled it by hand, and nothing is touched', async () => {
    const { destination, folder } = workshop();
    mkdirSync(destination);
    writeFileSync(join(destination, 'Thesis.java'), 'years of work');
    await expect(openOutputTree(destination, [])).rejects.toMatchObject({ code: 'output-in-use' });
    expect(textsIn(folder)).toEqual({ 'regenerated/Thesis.java': 'years of work' });
  });

  test('is refused when somebody filled it while we were writing, and says the same', async () => {
    const { destination, folder } = workshop();
    const output = await openOutputTree(destination, []);
    await output.write('Ledger.java', bytes('1'));
    mkdirSync(destination);
    writeFileSync(join(destination, 'Thesis.java'), 'years of work');
    await expect(output.commit()).rejects.toMatchObject({ code: 'output-in-use' });
    await output.discard();
    expect(textsIn(folder)).toEqual({ 'regenerated/Thesis.java': 'years of work' });
  });

  test('is refused when it is a file, or a link', async () => {
    const { destination, folder } = workshop();
    writeFileSync(destination, 'a file');
    await expect(openOutputTree(destination, [])).rejects.toMatchObject({ code: 'output-in-use' });
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'link'));
    await expect(openOutputTree(join(folder, 'link'), [])).rejects.toMatchObject({ code: 'output-in-use' });
  });
});

describe('the sources that are read', () => {
  test('may not be the destination, nor lie in it', async () => {
    const { destination, folder } = workshop();
    const sources = join(destination, 'src');
    mkdirSync(sources, { recursive: true });
    for (const target of [sources, destination, folder]) {
      await expect(openOutputTree(target, [sources])).rejects.toMatchObject({ code: 'output-in-use' });
    }
  });

  test('not even when the destination was once our output', async () => {
    const { destination } = workshop();
    const output = await openOutputTree(destination, []);
    await output.write('Ledger.java', bytes('1'));
    await output.commit();
    await expect(openOutputTree(destination, [destination])).rejects.toMatchObject({ code: 'output-in-use' });
    expect(textsIn(destination)).toEqual({ 'Ledger.java': '1' });
  });

  test('may hold the destination, or lie beside it under a name that begins alike', async () => {
    const { destination, folder } = workshop();
    mkdirSync(`${destination}-sources`);
    const output = await openOutputTree(destination, [folder, `${destination}-sources`]);
    await output.commit();
    expect(readdirSync(folder).sort()).toEqual(['regenerated', 'regenerated-sources']);
  });
});

test.each(['../Escaped.java', '../../Escaped.java', 'books/../../Escaped.java', '/tmp/palimpsest-escaped.java'])(
  'a path that leaves the output is refused: %s',
  async (path) => {
    const { destination, folder } = workshop();
    const output = await openOutputTree(destination, []);
    await expect(output.write(path, bytes('escaped'))).rejects.toThrow('leaves the output folder');
    await output.discard();
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(dirname(folder))).not.toContain('Escaped.java');
  },
);

test('names with two dots in them are names like any other', async () => {
  const { destination } = workshop();
  const output = await openOutputTree(destination, []);
  await output.write('..books/Ledger..java', bytes('1'));
  await output.commit();
  expect(textsIn(destination)).toEqual({ '..books/Ledger..java': '1' });
});

test('what a killed run left behind is cleared away by the next one', async () => {
  const { destination, folder } = workshop();
  const deadProcess = 2 ** 22 + 1; // above the largest process id
  const leftover = join(folder, `.regenerated.partial-${deadProcess}`);
  mkdirSync(leftover);
  writeFileSync(join(leftover, 'Ledger.java'), 'half of it');
  const output = await openOutputTree(destination, []);
  await output.write('Ledger.java', bytes('all of it'));
  await output.commit();
  expect(textsIn(folder)).toEqual({ 'regenerated/Ledger.java': 'all of it' });
});

test('a destination below a file cannot be written, and says so', async () => {
  const { folder } = workshop();
  writeFileSync(join(folder, 'invoice.txt'), '');
  await expect(openOutputTree(join(folder, 'invoice.txt/regenerated'), [])).rejects.toMatchObject({
    code: 'not-writable',
    message: expect.stringContaining('invoice.txt/regenerated'),
  });
});

describe('a file that is added to piece by piece', () => {
  test('is the pieces in their order, and nothing is visible before the commit', async () => {
    const { destination, folder } = workshop();
    const output = await openOutputTree(destination, []);
    for (const piece of ['one ', 'two ', 'three']) await output.append('trl/train.jsonl', bytes(piece));
    expect(readdirSync(folder)).not.toContain('regenerated');
    await output.commit();
    expect(textsIn(destination)).toEqual({ 'trl/train.jsonl': 'one two three' });
  });

  test('leaves nothing behind when a piece cannot be written', async () => {
    const { destination, folder } = workshop();
    const output = await openOutputTree(destination, []);
    await output.append('trl', bytes('a file'));
    await expect(output.append('trl/train.jsonl', bytes('1'))).rejects.toMatchObject({ code: 'not-writable' });
    await expect(output.commit()).rejects.toMatchObject({ code: 'not-writable' });
    await output.discard();
    expect(readdirSync(folder)).toEqual([]);
  });
});
