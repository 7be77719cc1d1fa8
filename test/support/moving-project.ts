// A project whose every other method is written anew from one commit to the next: enough changes to decide a promotion by.

import { type ScratchRepository, scratchRepository } from './scratch-repository.ts';

const FILES = 8;
const METHODS = 8;

/** Two commits, tagged `v1` and `v2`: 64 methods in 8 files, half of which changed. */
export function movingProject(): ScratchRepository {
  const repository = scratchRepository();
  for (const version of [1, 2]) {
    repository.commit(sources(version), `Version ${version}`);
    repository.git('tag', `v${version}`);
  }
  return repository;
}

/** The files of a version. */
export function movingSources(version: 1 | 2): Record<string, string> {
  return sources(version);
}

function sources(version: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: FILES }, (_, file) => [`src/main/java/stock/Shelf${file}.java`, shelf(file, version)]),
  );
}

function shelf(file: number, version: number): string {
  const methods = Array.from({ length: METHODS }, (_, method) => {
    const isNew = version === 2 && method % 2 === 0;
    return `    /** Items of kind ${method} on shelf ${file}. */
    public int count${file}Of${method}(java.util.List<String> items) {
        ${isNew ? streams(file, method) : loop(file, method)}
    }
`;
  });
  return `package stock;\n\n/** Shelf ${file}. */\npublic class Shelf${file} {\n${methods.join('\n')}}\n`;
}

function loop(file: number, method: number): string {
  return `int total = ${file * method};
        for (String item : items) {
            if (item.length() > ${method}) total += ${file + 1};
        }
        return total;`;
}

function streams(file: number, method: number): string {
  return `long matching = items.stream().map(String::strip).filter(item -> item.endsWith("-${method}")).count();
        return Math.toIntExact(matching * ${file + 2});`;
}
