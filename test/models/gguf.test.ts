// GGUF files before any engine sees them, and what is said where there is no engine. With one, the contract of text models
// runs on the file that PALIMPSEST_TEST_GGUF names (test/contracts/text-model.test.ts).

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGgufFile } from '../../src/models/gguf/file.ts';
import { runCli } from '../support/cli.ts';
import { folderOf } from '../support/folder.ts';

/** `GGUF`, the version in little endian, and nothing that it should hold. */
function header(version: number): Uint8Array {
  const bytes = Buffer.alloc(24);
  bytes.write('GGUF', 'latin1');
  bytes.writeUInt32LE(version, 4);
  return bytes;
}

describe('a file is looked at before it is loaded', () => {
  const files = () =>
    folderOf({ 'now.gguf': header(3), 'late.gguf': header(4), 'old.gguf': header(1), 'text.gguf': 'GGU' });

  test.each([
    ['late.gguf', 'is GGUF version 4, newer than the 3 known here'],
    ['old.gguf', 'is GGUF version 1, which llama.cpp no longer reads'],
    ['text.gguf', 'is no GGUF file'],
    ['none.gguf', 'cannot be read: there is no such file'],
    ['.', 'cannot be read: it is a folder'],
  ])('%s', async (name, said) => {
    await expect(readGgufFile(join(files(), name))).rejects.toThrow(said);
  });

  test('and known by its content', async () => {
    expect(await readGgufFile(join(files(), 'now.gguf'))).toBe(createHash('sha256').update(header(3)).digest('hex'));
  });
});

test.skipIf(hasEngine())('without an engine, one line says how to install it', async () => {
  const folder = folderOf({ 'ledger.gguf': header(3), 'Shelf.java': 'class Shelf { int size() { return 1; } }' });
  const { exitCode, stderr } = await runCli(['evaluate', folder, '--model', `gguf:${join(folder, 'ledger.gguf')}`]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /^palimpsest: GGUF files are run by node-llama-cpp, which is not installed.*npm install node-llama-cpp.*\n$/,
  );
});

function hasEngine(): boolean {
  try {
    return createRequire(import.meta.url).resolve('node-llama-cpp') !== '';
  } catch {
    return false;
  }
}
