// The cache of answers on disk: kept from process to process, shared, bounded, and never a wrong answer.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openAnswerCache } from '../../src/files/answer-cache.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const WRITER = fileURLToPath(new URL('../support/cache-writer.ts', import.meta.url));

function startWriter(folder: string, prefix: string, count: number) {
  return spawn(process.execPath, ['--import', 'tsx', WRITER, folder, prefix, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const contentOf = (folder: string) => filesBelow(folder).filter((path) => path.includes('content-v2'));

test('an answer is there for the next run, and nothing else is', async () => {
  const folder = join(temporaryFolder(), 'answers');
  await openAnswerCache(folder).put('total', '{ return net; } // déjà vu');
  const next = openAnswerCache(folder);
  expect(await next.get('total')).toBe('{ return net; } // déjà vu');
  expect(await next.get('net')).toBeUndefined();
});

test('a cache that was moved is the same', async () => {
  const folder = temporaryFolder();
  await openAnswerCache(join(folder, 'here')).put('total', 'an answer');
  renameSync(join(folder, 'here'), join(folder, 'there'));
  expect(await openAnswerCache(join(folder, 'there')).get('total')).toBe('an answer');
});

test('damaged content counts as absent, and can be kept anew', async () => {
  const folder = temporaryFolder();
  const cache = openAnswerCache(folder);
  for (const damaged of ['another answer', '', 'an answeR']) {
    await cache.put('total', 'an answer');
    for (const path of contentOf(folder)) writeFileSync(path, damaged);
    expect(await cache.get('total')).toBeUndefined();
  }
  await cache.put('total', 'an answer');
  expect(await cache.get('total')).toBe('an answer');
});

test('a damaged index counts as absent', async () => {
  const folder = temporaryFolder();
  const cache = openAnswerCache(folder);
  await cache.put('total', 'an answer');
  const index = filesBelow(folder).filter((path) => path.includes('index-v5'));
  for (const path of index) writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
  expect(await cache.get('total')).toBeUndefined();
  await cache.put('total', 'an answer');
  expect(await cache.get('total')).toBe('an answer');
});

test('two processes share one cache', async () => {
  const folder = temporaryFolder();
  const writers = [startWriter(folder, 'same', 60), startWriter(folder, 'same', 60), startWriter(folder, 'own', 60)];
  const codes = await Promise.all(
    writers.map(async (writer) => {
      writer.stdout.resume();
      return (await once(writer, 'close'))[0];
    }),
  );
  expect(codes).toEqual([0, 0, 0]);
  const cache = openAnswerCache(folder);
  for (let index = 0; index < 60; index++) {
    for (const prefix of ['same', 'own']) {
      expect(await cache.get(`${prefix}${index}`)).toBe(`the answer to ${prefix}${index}`);
    }
  }
});

test('what a process had put before it was killed is there, whole', async () => {
  const folder = temporaryFolder();
  const writer = startWriter(folder, 'late', 1_000_000);
  let said = '';
  for await (const chunk of writer.stdout) {
    said += String(chunk);
    if (said.split('\n').length > 40) break;
  }
  writer.kill('SIGKILL');
  const done = said.slice(0, said.lastIndexOf('\n')).split('\n');
  const cache = openAnswerCache(folder);
  for (const index of done) expect(await cache.get(`late${index}`)).toBe(`the answer to late${index}`);
  await cache.put('late0', 'anew');
  expect(await cache.get('late0')).toBe('anew');
});

test('one that has outgrown its size gives up what was used longest ago', async () => {
  const folder = temporaryFolder();
  const answer = (name: string) => name.repeat(1_000).slice(0, 1_000);
  const names = ['north', 'south', 'west', 'east'];
  const small = { maxBytes: 5_400 }; // three answers and their index, and not four
  const cache = openAnswerCache(folder, small);
  for (const name of names.slice(0, 2)) await cache.put(name, answer(name));
  await cache.close();
  for (const path of contentOf(folder)) {
    const longAgo = new Date(Date.now() - (readFileSync(path, 'utf8').startsWith('north') ? 3 : 2) * 86_400_000);
    utimesSync(path, longAgo, longAgo);
  }
  expect(await cache.get('north')).toBe(answer('north')); // used now
  const next = openAnswerCache(folder, small);
  for (const name of names.slice(2)) await next.put(name, answer(name));
  await next.close();
  const left = await Promise.all(names.map(async (name) => [name, (await next.get(name)) === answer(name)]));
  expect(Object.fromEntries(left)).toMatchObject({ north: true, south: false });
  const bytes = contentOf(folder).reduce((sum, path) => sum + statSync(path).size, 0);
  expect(bytes).toBeLessThanOrEqual(small.maxBytes);
});

test('a run that only reads writes nothing', async () => {
  const folder = temporaryFolder();
  const cache = openAnswerCache(join(folder, 'answers'));
  expect(await cache.get('total')).toBeUndefined();
  await cache.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be written is said once, and the run goes on', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'answers'), 'a file');
  const warnings: string[] = [];
  const cache = openAnswerCache(join(folder, 'answers'), { warn: (problem) => warnings.push(problem) });
  await cache.put('total', 'an answer');
  await cache.put('net', 'another');
  expect(await cache.get('total')).toBeUndefined();
  await cache.close();
  expect(warnings).toEqual([expect.stringContaining('answers cannot be kept')]);
});
