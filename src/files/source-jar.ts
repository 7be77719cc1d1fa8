// The sources of a library, as Maven keeps them: `-sources.jar` in the local repository, read as a tree of files.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { LibrarySources, SourceTree } from '../ports.ts';
import type { Coordinates } from './build-file.ts';

/** Where Maven keeps what it fetched, when nobody says otherwise. */
export function localMavenRepository(): string {
  return join(homedir(), '.m2', 'repository');
}

/** `null` when the repository does not hold them. Throws `bad-archive` for a jar that cannot be read. */
export async function openSourceJar(library: Coordinates, repository: string): Promise<LibrarySources | null> {
  const { group, artifact, version } = library;
  if (version === null || [group, artifact, version].some((part) => !SAFE.test(part))) return null;
  const path = join(repository, ...group.split('.'), artifact, version, `${artifact}-${version}-sources.jar`);
  const bytes = await readFile(path).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  });
  return bytes === null ? null : { name: nameOf(library), tree: jarTree(bytes, `${nameOf(library)}!/`, path) };
}

/** A name and no way out of the folder. */
const SAFE = /^(?!\.)(?!.*\.\.)[\w.-]+$/;

function nameOf({ group, artifact, version }: Coordinates): string {
  return `${group}:${artifact}:${version}`;
}

/** Larger than any source; what claims to be larger is no source. */
const LARGEST_FILE = 8_000_000;

function jarTree(jar: Uint8Array, prefix: string, shown: string): SourceTree {
  const unzip = (wanted: (name: string) => boolean) => {
    try {
      return unzipSync(jar, { filter: ({ name, originalSize }) => originalSize <= LARGEST_FILE && wanted(name) });
    } catch (error) {
      throw new ExpectedFailure(
        'bad-archive',
        `${shown} cannot be read`,
        'Remove it and have Maven fetch it again, or choose another recipe.',
        { cause: error },
      );
    }
  };
  return {
    async list() {
      const names: string[] = [];
      unzip((name) => {
        if (!name.endsWith('/')) names.push(prefix + name);
        return false;
      });
      return names.sort();
    },
    async *read(paths) {
      const wanted = new Set(paths);
      const files = unzip((name) => wanted.has(prefix + name));
      for (const path of paths) yield { path, bytes: files[path.slice(prefix.length)] ?? null };
    },
  };
}

/** Has Maven fetch the sources into the repository. What it does not find stays missing. Throws an ExpectedFailure without Maven. */
export async function fetchSources(library: Coordinates, repository: string, signal: AbortSignal): Promise<void> {
  const { group, artifact, version } = library;
  if (version === null || [group, artifact, version].some((part) => !SAFE.test(part))) return;
  const goal = ['dependency:get', `-Dartifact=${group}:${artifact}:${version}:jar:sources`, '-Dtransitive=false'];
  const args = ['--batch-mode', '--quiet', ...goal, `-Dmaven.repo.local=${repository}`];
  await new Promise<void>((resolve, reject) => {
    execFile('mvn', args, { cwd: tmpdir(), signal }, (error) => {
      if (systemErrorCode(error) === 'ENOENT') reject(mavenMissing(error));
      else if (signal.aborted) reject(signal.reason);
      else resolve();
    });
  });
}

function mavenMissing(cause: unknown): ExpectedFailure {
  return new ExpectedFailure(
    'not-readable',
    'mvn, which fetches the sources of dependencies, is not on the PATH',
    'Install Apache Maven, or leave out --fetch-dependencies to take what the local repository has.',
    { cause },
  );
}
