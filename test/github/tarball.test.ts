// Archives of whole revisions, honest and hostile: what comes out are the files of the tree, or nothing.

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { getOctokit } from '@actions/github';
import { type Header, pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import {
  type ClientSettings,
  connect,
  GITHUB_PLUGINS,
  type GitHubRepository,
  gitHubOptions,
} from '../../src/github/client.ts';
import { type ArchiveBounds, readArchive } from '../../src/github/tarball.ts';
import { type Answer, type Asked, type ScriptedServer, scriptedServer } from './scripted-server.ts';

const COMMIT = 'c'.repeat(40);
const TOKEN = 'ghs_0123456789abcdefghijklmnop';
const ROOT = `ada-ledger-${COMMIT.slice(0, 7)}`;
const SHELF = 'class Shelf { }\n';
const BOOK = 'class Book { int pages() { return 7; } }\n';
const WANTED = { 'src/Shelf.java': SHELF, 'src/Book.java': BOOK };

type Part = Partial<Header> & { readonly name: string; readonly content?: string | Uint8Array };

/** Packs entries as they are told, however wrong they are. */
async function tarOf(parts: readonly Part[]): Promise<Buffer> {
  const packing = pack();
  for (const { content = '', ...header } of parts) packing.entry(header, Buffer.from(content));
  packing.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of packing) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

const file = (path: string, content: string | Uint8Array): Part => ({ name: `${ROOT}/${path}`, content });
const HONEST = [file('README.md', 'x'), file('src/Book.java', BOOK), file('src/Shelf.java', SHELF)];

function blobName(content: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(content)}\0${content}`)
    .digest('hex');
}

const TREE = new Map(
  Object.entries(WANTED).map(([path, content]) => {
    return [path, { blob: blobName(content), size: Buffer.byteLength(content), mode: '100644' }] as const;
  }),
);

interface Hosts {
  readonly api: ScriptedServer;
  readonly archives: ScriptedServer;
  readonly github: GitHubRepository;
  readonly settings: ClientSettings;
}

/** An API that redirects, with a query that is a secret too, and the host to which it does. */
async function hosts(answers: readonly Answer[] | ((asked: Asked) => Answer)): Promise<Hosts> {
  const archives = await scriptedServer(answers);
  const location = `${archives.url}/legacy.tar.gz?token=ticket`;
  const api = await scriptedServer([{ status: 302, headers: { location } }]);
  const { signal } = new AbortController();
  const settings = { baseUrl: api.url, userAgent: 'test', signal, warn: () => {}, waits: { secondMs: 1 } };
  return { api, archives, settings, github: { api: connect(TOKEN, settings), owner: 'ada', repo: 'ledger' } };
}

const gzip = (body: Uint8Array): Answer => ({ body, headers: { 'content-type': 'application/x-gzip' } });
const BOUNDS: ArchiveBounds = { compressedBytes: 1e6, unpackedBytes: 2e6, keptBytes: 1e6, idleMs: 10_000 };

/** The texts that were kept of an archive, by their blobs' contents, sorted. */
async function keptOf(body: Uint8Array, bounds: Partial<ArchiveBounds> = {}): Promise<string[]> {
  const { github } = await hosts([gzip(body)]);
  const read = await readArchive(github, COMMIT, TREE, { bounds: { ...BOUNDS, ...bounds } });
  for (const [name, bytes] of read) expect(blobName(Buffer.from(bytes).toString())).toBe(name);
  return [...read.values()].map((bytes) => Buffer.from(bytes).toString()).sort();
}

describe('an archive', () => {
  it('gives the files that are asked for', async () => {
    expect(await keptOf(gzipSync(await tarOf(HONEST)))).toEqual([BOOK, SHELF]);
  });

  it.each(['command line', 'Action'])('is fetched from its host without the token of the %s', async (shell) => {
    const { github, api, archives, settings } = await hosts([gzip(gzipSync(await tarOf(HONEST)))]);
    const ofAction = getOctokit(TOKEN, gitHubOptions(settings), ...GITHUB_PLUGINS);
    const read = await readArchive(shell === 'Action' ? { ...github, api: ofAction } : github, COMMIT, TREE);
    expect(read.size).toBe(2);
    expect(api.asked.map(({ url }) => url)).toEqual([`/repos/ada/ledger/tarball/${COMMIT}`]);
    expect(api.asked[0]?.headers.authorization).toBe(`token ${TOKEN}`);
    expect(archives.asked).toHaveLength(1);
    expect(JSON.stringify(archives.asked)).not.toContain(TOKEN);
  });

  it('may come from the API itself, as from a server of a company', async () => {
    const api = await scriptedServer([gzip(gzipSync(await tarOf(HONEST)))]);
    const { signal } = new AbortController();
    const client = connect(TOKEN, { baseUrl: api.url, userAgent: 'test', signal, warn: () => {} });
    expect((await readArchive({ api: client, owner: 'ada', repo: 'ledger' }, COMMIT, TREE)).size).toBe(2);
  });

  it.each(['ftp://127.0.0.1/archive', 'file:///etc/passwd', 'http://['])('is not fetched from %s', async (location) => {
    const api = await scriptedServer([{ status: 302, headers: { location } }]);
    const { signal } = new AbortController();
    const client = connect(TOKEN, { baseUrl: api.url, userAgent: 'test', signal, warn: () => {} });
    const reading = readArchive({ api: client, owner: 'ada', repo: 'ledger' }, COMMIT, TREE);
    await expect(reading).rejects.toMatchObject({ code: 'forge-unavailable' });
  });

  it.each<[string, Answer]>([
    ['drops the connection', { fault: 'drop' }],
    ['stops in the middle', { ...gzip(gzipSync(Buffer.alloc(200_000))), fault: 'cut' }],
    ['sends half of it', gzip(gzipSync(Buffer.alloc(20_000)).subarray(0, 30))],
  ])('is fetched once more when its host %s', async (_, fault) => {
    const { github, archives } = await hosts([fault, gzip(gzipSync(await tarOf(HONEST)))]);
    expect((await readArchive(github, COMMIT, TREE)).size).toBe(2);
    expect(archives.asked).toHaveLength(2);
  });

  it('is not waited for when the run is called off, or when nothing comes', async () => {
    const stopping = new AbortController();
    const reason = new Error('stopped');
    const stopped = await hosts(() => {
      stopping.abort(reason);
      return { fault: 'never' };
    });
    await expect(readArchive(stopped.github, COMMIT, TREE, { signal: stopping.signal })).rejects.toBe(reason);
    const silent = await hosts([{ fault: 'never' }]);
    const bounds = { ...BOUNDS, idleMs: 30 };
    await expect(readArchive(silent.github, COMMIT, TREE, { bounds })).rejects.toMatchObject({
      code: 'forge-unavailable',
    });
  });

  it('of another status says so, without where it lies', async () => {
    const { github } = await hosts([{ status: 404, body: 'ticket' }]);
    const error = await readArchive(github, COMMIT, TREE).catch((reason) => reason);
    expect(error).toMatchObject({ code: 'forge-unavailable', message: expect.stringContaining('404') });
    expect(`${error.message}${error.remedy}`).not.toContain('ticket');
  });
});

describe('a hostile archive', () => {
  it.each<[string, readonly Part[]]>([
    ['a path that leads out', [file('../src/Shelf.java', SHELF), { name: '../../src/Shelf.java', content: SHELF }]],
    [
      'an absolute path',
      [
        { name: '/src/Shelf.java', content: 'x' },
        { name: '//src/Shelf.java', content: SHELF },
      ],
    ],
    ['a symbolic link', [{ ...file('src/Shelf.java', ''), type: 'symlink', linkname: '/etc/passwd' }]],
    ['a hard link', [{ ...file('src/Shelf.java', ''), type: 'link', linkname: `${ROOT}/src/Book.java` }]],
    ['a device', [{ ...file('src/Shelf.java', ''), type: 'character-device' }]],
    ['a folder of that name', [{ ...file('src/Shelf.java', ''), type: 'directory' }]],
    ['other bytes of that size', [file('src/Shelf.java', SHELF.replace('Shelf', 'Sheep'))]],
    ['bytes of another file', [file('src/Shelf.java', BOOK)]],
    ['a name with a zero', [file('src/Shelf.java\0.txt', 'x')]],
    ['no such file', []],
  ])('with %s gives no more than what is true', async (_, parts) => {
    expect(await keptOf(gzipSync(await tarOf([...parts, file('src/Book.java', BOOK)])))).toEqual([BOOK]);
  });

  it('that holds a file twice gives the true one, once', async () => {
    const lie = file('src/Shelf.java', SHELF.replace('Shelf', 'Sheep'));
    const parts = [lie, file('src/Shelf.java', SHELF), lie, file('src/Shelf.java', SHELF), file('src/Book.java', BOOK)];
    expect(await keptOf(gzipSync(await tarOf(parts)))).toEqual([BOOK, SHELF]);
  });

  it('that lies about sizes is damaged, or gives what is true', async () => {
    const tar = await tarOf(HONEST);
    const at = tar.indexOf(`${ROOT}/src/Book.java`);
    const sizes = { '00000000007': [SHELF], '77777777777': 'bad-archive', '00000100000': 'bad-archive' };
    for (const [size, expected] of Object.entries(sizes)) {
      const lying = Buffer.from(tar);
      lying.write(size, at + 124, 'latin1');
      withChecksum(lying.subarray(at, at + 512));
      expect(await keptOf(gzipSync(lying)).catch((error) => error.code)).toEqual(expected);
    }
  });

  it('that ends too early gives what came, or is damaged', async () => {
    const tar = await tarOf(HONEST);
    const book = tar.indexOf(`${ROOT}/src/Book.java`);
    const shelf = tar.indexOf(`${ROOT}/src/Shelf.java`);
    expect(await keptOf(gzipSync(tar.subarray(0, shelf)))).toEqual([BOOK]);
    await expect(keptOf(gzipSync(tar.subarray(0, shelf + 512)))).rejects.toMatchObject({ code: 'bad-archive' });
    await expect(keptOf(gzipSync(tar).subarray(0, 60))).rejects.toMatchObject({ code: 'bad-archive' });
    expect(await keptOf(gzipSync(tar.subarray(0, book)))).toEqual([]);
  });

  it('that is none is refused', async () => {
    const noise = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251));
    for (const body of [Buffer.from('<html>not here</html>'), noise, gzipSync(noise)]) {
      await expect(keptOf(body)).rejects.toMatchObject({
        code: 'bad-archive',
        remedy: expect.stringContaining('clone'),
      });
    }
  });

  it('that is a bomb is refused at its bound, and its memory is not filled', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000), { level: 9 });
    await expect(keptOf(bomb)).rejects.toMatchObject({
      code: 'bad-archive',
      message: expect.stringContaining('larger'),
    });
    const wide = gzipSync(await tarOf([file('Large.bin', Buffer.alloc(30_000_000)), ...HONEST]));
    await expect(keptOf(wide)).rejects.toMatchObject({ code: 'bad-archive' });
    const long = gzipSync(await tarOf(HONEST), { level: 0 });
    await expect(keptOf(long, { compressedBytes: 1_000 })).rejects.toMatchObject({ code: 'bad-archive' });
  });

  it('keeps no more than it may: the rest is for others to read', async () => {
    expect(await keptOf(gzipSync(await tarOf(HONEST)), { keptBytes: Buffer.byteLength(BOOK) })).toEqual([BOOK]);
  });
});

function withChecksum(header: Buffer): void {
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}
