// The Java that benchmarks run on: Mockito where it can be had, else the largest Java corpus on npm.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tokenizer } from '../src/core/tokens.ts';

/** What is fetched stays here, out of git. */
const CACHE = fileURLToPath(new URL('./.cache/', import.meta.url));

/** The commit of Mockito on which the published experiment ran. */
const MOCKITO_COMMIT = 'c831920c4';
const MOCKITO = 'https://github.com/mockito/mockito.git';
const FALLBACK = 'react-native@0.68.3';

export interface Corpus {
  readonly name: string;
  /** A clone with the corpus checked out. */
  readonly repository: string;
  /** The folder of sources that is evaluated. */
  readonly sources: string;
}

/** `given` is a clone or a bare git directory of Mockito; without it one is fetched, or the fallback is. */
export function openCorpus(given: string | undefined, scratch: string): Corpus {
  const mockito = given ?? fetchMockito();
  if (mockito !== null) {
    const repository = join(scratch, 'mockito');
    run('git', ['clone', '--quiet', '--no-checkout', mockito, repository]);
    run('git', ['-C', repository, 'checkout', '--quiet', '--detach', MOCKITO_COMMIT]);
    return { name: `Mockito ${MOCKITO_COMMIT}`, repository, sources: join(repository, 'src/main/java') };
  }
  const repository = join(scratch, 'react-native');
  mkdirSync(repository, { recursive: true });
  run('npm', ['pack', '--silent', '--pack-destination', scratch, FALLBACK]);
  const archive = readdirSync(scratch).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack left no archive of ${FALLBACK}`);
  run('tar', ['xzf', join(scratch, archive), '-C', repository, '--strip-components=1']);
  run('git', ['-C', repository, 'init', '--quiet']);
  run('git', ['-C', repository, 'add', '--all']);
  run('git', ['-C', repository, ...AUTHOR, 'commit', '--quiet', '--message', FALLBACK]);
  return { name: FALLBACK, repository, sources: join(repository, 'ReactAndroid/src/main/java') };
}

const AUTHOR = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];

function fetchMockito(): string | null {
  const clone = join(CACHE, 'mockito.git');
  if (existsSync(clone)) return clone;
  mkdirSync(CACHE, { recursive: true });
  const { status } = spawnSync('git', ['clone', '--quiet', '--bare', MOCKITO, clone], { timeout: 300_000 });
  return status === 0 ? clone : null;
}

/** Writes `times` copies of the Java files below `sources`, each with identifiers of its own, so that no two are alike. */
export function writeCopies(sources: string, times: number, destination: string, tokenize: Tokenizer): void {
  for (const path of javaFiles(sources)) {
    const tokens = tokenize(readFileSync(join(sources, path), 'utf8'));
    for (let copy = 0; copy < times; copy++) {
      const target = join(destination, `copy${copy}`, path);
      mkdirSync(dirname(target), { recursive: true });
      const suffix = copy === 0 ? '' : `Of${copy}`;
      writeFileSync(
        target,
        tokens.map(({ kind, text }) => (kind === 'identifier' ? vary(text, suffix) : text)).join(''),
      );
    }
  }
}

/** Every name of two words or more, which is to say most names that a project gave itself. */
function vary(identifier: string, suffix: string): string {
  return /[a-z][A-Z]/.test(identifier) ? identifier + suffix : identifier;
}

export function javaFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.java'))
    .sort();
}

export function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
