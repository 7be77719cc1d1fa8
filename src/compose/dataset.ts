// What a training set stands on that no other command needs: the counter of its tokens, the sources of libraries, a search for
// secrets. Its packages are not those of the Action.

import { basename } from 'node:path';
import { ExpectedFailure } from '../errors.ts';
import { directDependencies, isBuildFile } from '../files/direct-dependencies.ts';
import { readSettingsFile } from '../files/settings-file.ts';
import { fetchSources, localMavenRepository, openSourceJar } from '../files/source-jar.ts';
import { ESTIMATED_TOKENS, tokenizerCounter } from '../models/token-counter.ts';
import type { LibrarySources, SourceTree } from '../ports.ts';
import { parseDatasetCard } from '../report/schema/dataset.ts';
import { parseModelCard } from '../report/schema/model-card.ts';

export { secretsIn } from '../files/secret-scan.ts';

export interface NamedCounter {
  readonly count: (text: string) => number;
  /** The name of the tokenizer's file, or `estimated`. */
  readonly name: string;
}

/** The counter of a `tokenizer.json`, or without one the estimate that inference goes by too. */
export async function composeTokenCounter(path: string | undefined): Promise<NamedCounter> {
  if (path === undefined) return { count: ESTIMATED_TOKENS.count, name: 'estimated' };
  return { count: tokenizerCounter(await readSettingsFile(path), path).count, name: basename(path) };
}

export interface Libraries {
  readonly found: readonly LibrarySources[];
  /** Direct dependencies whose version no file says, or whose sources the local repository does not hold. */
  readonly missing: number;
}

export interface LibraryPlace {
  /** `null` for where Maven has it. */
  readonly mavenRepository: string | null;
  /** Whether Maven fetches what is missing. */
  readonly isFetched: boolean;
  readonly signal: AbortSignal;
}

/** The sources of the direct dependencies that the build files of a tree name. */
export async function composeLibraries(tree: SourceTree, place: LibraryPlace): Promise<Libraries> {
  const { signal, isFetched } = place;
  const repository = place.mavenRepository ?? localMavenRepository();
  const files: { path: string; text: string }[] = [];
  for await (const { path, bytes } of tree.read((await tree.list()).filter(isBuildFile))) {
    if (bytes !== null) files.push({ path, text: new TextDecoder().decode(bytes) });
  }
  const named = directDependencies(files);
  const found: LibrarySources[] = [];
  for (const library of named) {
    let sources = await openSourceJar(library, repository);
    if (sources === null && isFetched) {
      await fetchSources(library, repository, signal);
      sources = await openSourceJar(library, repository);
    }
    if (sources !== null) found.push(sources);
  }
  return { found, missing: named.length - found.length };
}

/** The revision that a card, of a model or of a training set, says it was made at. */
export async function revisionOfCard(path: string): Promise<string> {
  const json = parsedJson(await readSettingsFile(path));
  const dataset = parseDatasetCard(json);
  const model = dataset === null ? parseModelCard(json) : null;
  if (dataset === null && model === null) {
    throw new ExpectedFailure(
      'bad-dataset',
      `${path} is no card of a model or of a training set`,
      'Name the card.json of a model, or the dataset-card.json of a training set.',
    );
  }
  const revision = dataset?.revision ?? model?.trainedAt?.revision;
  if (revision !== undefined) return revision;
  throw new ExpectedFailure(
    'bad-dataset',
    `the card ${path} does not say at which revision its model was trained`,
    'Name the card of a model that was trained at a known revision, or write the whole set with another recipe.',
  );
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
