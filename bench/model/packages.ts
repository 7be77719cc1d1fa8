// Two published versions of a Java library as a stand-in for a year of its history.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Year } from './history.ts';

export function yearBetween(olderDirectory: string, newerDirectory: string): Year {
  const start = javaFiles(olderDirectory);
  const end = javaFiles(newerDirectory);
  const changes = [...end].flatMap(([path, after]) => {
    const before = start.get(path) ?? null;
    return before === after ? [] : [{ path, before, after }];
  });
  return { start: { hash: 'older', files: start }, commits: [{ hash: 'newer', changes }], end };
}

export function javaFiles(directory: string): Map<string, string> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.includes('src/main/java/') && path.endsWith('.java'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}
