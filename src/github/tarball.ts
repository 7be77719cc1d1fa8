// A whole revision as one archive, of which only the files that are asked for are kept. The archive is not trusted: nothing is
// written to disk, and a file counts only when its bytes are those that the tree names.

import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import { isNamed } from './blob-name.ts';
import type { GitHubRepository } from './client.ts';
import { attempt } from './failures.ts';
import type { TreeFile, TreeFiles } from './trees.ts';

export interface ArchiveBounds {
  readonly compressedBytes: number;
  readonly unpackedBytes: number;
  /** Of the files that are kept, together. */
  readonly keptBytes: number;
  /** Without a single byte. */
  readonly idleMs: number;
}

const BOUNDS: ArchiveBounds = {
  compressedBytes: 2 ** 30,
  unpackedBytes: 2 ** 32,
  keptBytes: 2 ** 29,
  idleMs: 60_000,
};

const TRIES = 2;

/**
 * The bytes by the names of their blobs. Files that the archive leaves out, or holds otherwise than the tree does (by
 * `export-ignore`, `export-subst`, large file storage, or on purpose), are missing. Throws an ExpectedFailure when it cannot be
 * had, is damaged, or larger than any archive of a project.
 */
export async function readArchive(
  github: GitHubRepository,
  commit: string,
  wanted: TreeFiles,
  { signal, bounds = BOUNDS }: { readonly signal?: AbortSignal; readonly bounds?: ArchiveBounds } = {},
): Promise<Map<string, Uint8Array>> {
  const what = `the archive of ${github.owner}/${github.repo} at ${commit.slice(0, 7)}`;
  for (let tries = 1; ; tries++) {
    const stopping = new AbortController();
    const stop = () => stopping.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    const { idleMs } = bounds;
    const idle = setTimeout(() => stopping.abort(unavailable(what, `nothing came for ${idleMs / 1000} s`)), idleMs);
    try {
      signal?.throwIfAborted();
      const archive = await download(github, commit, what, stopping.signal);
      return await unpack(archive, wanted, what, bounds, () => idle.refresh());
    } catch (error) {
      signal?.throwIfAborted(); // the reason, instead of what it became on the way
      const mended = error instanceof ExpectedFailure ? error : damaged(what, error);
      if (mended === error || tries === TRIES) throw mended;
    } finally {
      clearTimeout(idle);
      signal?.removeEventListener('abort', stop);
      stopping.abort(); // the rest of it, where all that is wanted was found before
    }
  }
}

/** The way there is asked of the API, with the token; the archive itself lies elsewhere, and its host never sees the token. */
async function download(
  { api, owner, repo }: GitHubRepository,
  commit: string,
  what: string,
  signal: AbortSignal,
): Promise<Readable> {
  const request = { redirect: 'manual', parseSuccessResponseBody: false, signal } as const;
  const route = 'GET /repos/{owner}/{repo}/tarball/{ref}';
  const answer = await attempt(`reading ${what}`, () => api.request(route, { owner, repo, ref: commit, request }));
  const { location } = answer.headers;
  let body = answer.data as ReadableStream<Uint8Array> | null;
  if (location !== undefined) {
    await body?.cancel();
    const { baseUrl, request: defaults } = api.request.endpoint.DEFAULTS;
    const fetchFrom = (defaults?.fetch ?? fetch) as typeof fetch;
    const response = await fetchFrom(locationOf(location, baseUrl, what), { signal });
    if (!response.ok) throw unavailable(what, `its host answers ${response.status}`);
    body = response.body;
  }
  if (body === null) throw unavailable(what, 'the answer is empty');
  return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
}

/** Secure, unless the API itself is not, as on a machine of its own. */
function locationOf(location: string, baseUrl: string, what: string): URL {
  const url = URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : null;
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && baseUrl.startsWith('http:'));
  if (url !== null && isSecure) return url;
  throw unavailable(what, 'GitHub says no place for it that could be used');
}

async function unpack(
  archive: Readable,
  wanted: TreeFiles,
  what: string,
  { compressedBytes, unpackedBytes, keptBytes }: ArchiveBounds,
  onChunk: () => void,
): Promise<Map<string, Uint8Array>> {
  const entries = extract();
  const arriving = bounded(what, compressedBytes, onChunk);
  const flowing = pipeline(archive, arriving, createGunzip(), bounded(what, unpackedBytes), entries);
  const ended = flowing.then(
    () => null,
    (error: unknown) => error,
  );
  const missing = new Map([...wanted.values()].map((file) => [file.blob, file]));
  const read = new Map<string, Uint8Array>();
  let kept = 0;
  try {
    for await (const entry of entries) {
      const file = entry.header.type === 'file' ? wanted.get(pathOf(entry.header.name)) : undefined;
      if (file === undefined || !isStillWanted(file, entry.header.size, missing) || kept + file.size > keptBytes) {
        entry.resume();
        continue;
      }
      const bytes = await bytesOf(entry);
      if (!isNamed(bytes, file.blob)) continue;
      read.set(file.blob, bytes);
      kept += file.size;
      missing.delete(file.blob);
      if (missing.size === 0) return read;
    }
    const error = await ended;
    if (error !== null) throw error;
    return read;
  } finally {
    archive.destroy();
  }
}

/** What says another size than the tree is another file, and is not even looked at. */
function isStillWanted(file: TreeFile, size: number | undefined, missing: ReadonlyMap<string, TreeFile>): boolean {
  return size === file.size && missing.has(file.blob);
}

/** Below the archive's own folder, whatever that is called. A name that leads elsewhere is no path of any tree. */
function pathOf(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

async function bytesOf(entry: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Passes on what comes, up to so many bytes. */
function bounded(what: string, mostBytes: number, onChunk: () => void = () => {}): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      onChunk();
      passed += chunk.length;
      if (passed <= mostBytes) done(null, chunk);
      else done(badArchive(what, `is larger than ${Math.round(mostBytes / 2 ** 20)} MB`));
    },
  });
}

/** A failure for what a connection or an archive does wrong; a bug stays what it is. */
function damaged(what: string, error: unknown): unknown {
  const { message } = error instanceof Error ? error : new Error(String(error));
  if (systemErrorCode(error)?.startsWith('Z_') === true) return badArchive(what, `is damaged: ${message}`, error);
  if (/tar header|header exceeds|invalid header|unexpected end of data/i.test(message)) {
    return badArchive(what, `is damaged: ${message}`, error);
  }
  const isNetworks = /terminated|fetch failed|premature close|aborted/i.test(message);
  return isNetworks ? unavailable(what, 'the connection ended too early', error) : error;
}

function badArchive(what: string, words: string, cause?: unknown): ExpectedFailure {
  const remedy = 'Run it again; if it stays so, run palimpsest in a clone instead.';
  return new ExpectedFailure('bad-archive', `${what} ${words}`, remedy, { cause });
}

function unavailable(what: string, words: string, cause?: unknown): ExpectedFailure {
  return new ExpectedFailure('forge-unavailable', `${what} could not be read: ${words}`, 'Run it again later.', {
    cause,
  });
}
