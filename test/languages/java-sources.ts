// Java to test on: themed fixtures, and a real library in two versions.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeSource } from '../../src/core/source-text.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

export interface JavaFile {
  /** Relative to where the files were looked for. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export function fixture(name: string): JavaFile {
  return javaFile(join(repository, 'test/fixtures/java'), name);
}

export function fixtures(): JavaFile[] {
  return javaFilesBelow(join(repository, 'test/fixtures/java'));
}

/** The names under which package.json installs the library. */
export function libraryAliases(): string[] {
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  return Object.entries(devDependencies as Record<string, string>)
    .filter(([, specifier]) => specifier.startsWith('npm:@capacitor/android@'))
    .map(([alias]) => alias);
}

export function libraryFiles(alias: string): JavaFile[] {
  return javaFilesBelow(join(repository, 'node_modules', alias));
}

export function allLibraryFiles(): JavaFile[] {
  return libraryAliases().flatMap(libraryFiles);
}

export interface CommittedAnswers {
  readonly version: string;
  readonly files: Readonly<Record<string, readonly number[] | 'unparsable'>>;
}

export function javacAnswers(alias: string): CommittedAnswers {
  return JSON.parse(readFileSync(join(repository, 'test/fixtures/javac-oracle', `${alias}.json`), 'utf8'));
}

function javaFilesBelow(directory: string): JavaFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.java'))
    .sort()
    .map((path) => javaFile(directory, path));
}

function javaFile(directory: string, path: string): JavaFile {
  const bytes = readFileSync(join(directory, path));
  return { path: path.replaceAll('\\', '/'), bytes, text: decodeSource(bytes)?.text ?? '' };
}
