// Two published versions of a Java library as a stand-in for a year of its history.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Year } from './history.ts';

const OLDER = 'capacitor-android-8.0';
const NEWER = 'capacitor-android-8.5';

export function yearBetweenPackages(): Year {
  const start = javaFilesOf(OLDER);
  const end = newestPackage();
  const changes = [...end].flatMap(([path, after]) => {
    const before = start.get(path) ?? null;
    return before === after ? [] : [{ path, before, after }];
  });
  return { start: { hash: 'older', files: start }, commits: [{ hash: 'newer', changes }], end };
}

export function newestPackage(): Map<string, string> {
  return javaFilesOf(NEWER);
}

function javaFilesOf(packageName: string): Map<string, string> {
  const directory = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.includes('src/main/java/') && path.endsWith('.java'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}
