// The folder of one specialisation: the request that it is of, the events, what came of it, and the card, written last.

import { appendFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ModelCard } from '../core/model-card.ts';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { FinishedRun, SpecializedModel, TrainingEvent, TrainingRun } from '../ports.ts';
import { writeFailure } from './failures.ts';
import { writeOutput } from './output-file.ts';

/** What makes two runs the same: told in words, for the message when they are not. */
export type RunIdentity = Readonly<Record<string, string | number>>;

export interface RunFolderParts {
  readonly parseCard: (json: unknown) => ModelCard | null;
  readonly parseResult: (json: unknown) => SpecializedModel | null;
  readonly parseEvent: (json: unknown) => TrainingEvent | null;
  /** Keeps every other process out of a folder until it is released. */
  readonly lock: (folder: string) => Promise<{ release(): Promise<void> }>;
}

const REQUEST = 'run.json';
const EVENTS = 'events.jsonl';
const RESULT = 'training/result.json';
export const RUN_CARD = 'card.json';

/**
 * Opens the folder of a run, and makes it where it is not there. Throws `output-in-use` for a folder with anything else in it,
 * for one that another request was run in, and while another process has it.
 */
export async function openRunFolder(path: string, identity: RunIdentity, parts: RunFolderParts): Promise<TrainingRun> {
  const folder = resolve(path);
  await makeFolder(folder, path);
  await refuseForeign(folder, path);
  const lock = await parts.lock(folder);
  try {
    await claim(folder, path, identity);
    const finished = await readFinished(folder, parts);
    const events = await readEvents(join(folder, EVENTS), parts.parseEvent);
    return new RunFolder(folder, finished, events, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

class RunFolder implements TrainingRun {
  readonly folder: string;
  readonly finished: FinishedRun | null;
  readonly events: TrainingEvent[];
  readonly close: () => Promise<void>;
  readonly #steps: Set<string>;

  constructor(folder: string, finished: FinishedRun | null, events: TrainingEvent[], close: () => Promise<void>) {
    this.folder = folder;
    this.finished = finished;
    this.events = events;
    this.close = close;
    this.#steps = new Set(events.flatMap((event) => (event.kind === 'step' ? [JSON.stringify(event)] : [])));
  }

  record(event: TrainingEvent): void {
    const line = JSON.stringify(event);
    if (event.kind === 'step' && this.#steps.has(line)) return;
    this.#steps.add(line);
    this.events.push(event);
    try {
      appendFileSync(join(this.folder, EVENTS), `${line}\n`);
    } catch {
      // all of them are written once more at the end, and what hinders that is said then
    }
  }

  async disclaim(): Promise<void> {
    const names = await readdir(this.folder).catch(() => [EVENTS]);
    if (names.every((name) => name === 'run-lock' || name === REQUEST)) await rm(join(this.folder, REQUEST));
  }

  async finish({ card, model }: FinishedRun, files: Readonly<Record<string, string>>): Promise<void> {
    const path = (name: string) => join(this.folder, name);
    await makeFolder(path('training'), path('training'));
    await writeOutput(path(EVENTS), this.events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    for (const [name, content] of Object.entries(files)) await writeOutput(path(name), content);
    await writeOutput(path(RESULT), `${JSON.stringify(model, null, 2)}\n`);
    await writeOutput(path(RUN_CARD), `${JSON.stringify(card, null, 2)}\n`);
  }
}

async function refuseForeign(folder: string, path: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw writeFailure(path, error);
  });
  // the lock alone: a run that was killed before it had claimed the folder
  if (names.includes(REQUEST) || names.every((name) => name === 'run-lock' || name.startsWith(`.${REQUEST}`))) return;
  throw new ExpectedFailure(
    'output-in-use',
    `${path} exists and holds no run of palimpsest`,
    'Name another --output-dir; nothing was changed.',
  );
}

async function claim(folder: string, path: string, identity: RunIdentity): Promise<void> {
  const before = await readJson(join(folder, REQUEST));
  if (before === undefined) {
    await writeOutput(join(folder, REQUEST), `${JSON.stringify(identity, null, 2)}\n`);
    return;
  }
  const was = new Map(typeof before === 'object' && before !== null ? Object.entries(before) : []);
  const other = Object.entries(identity).find(([name, value]) => was.get(name) !== value);
  if (other === undefined) return;
  const [name, value] = other;
  throw new ExpectedFailure(
    'output-in-use',
    `${path} holds another run: its ${name} is ${was.get(name) ?? 'not known'}, not ${value}`,
    'Give the same settings again to go on with it, or name another --output-dir.',
  );
}

async function readFinished(folder: string, parts: RunFolderParts): Promise<FinishedRun | null> {
  const card = parts.parseCard(await readJson(join(folder, RUN_CARD)));
  const model = card === null ? null : parts.parseResult(await readJson(join(folder, RESULT)));
  return card === null || model === null ? null : { card, model };
}

/** A line that was cut off, by whatever ended the run, is left out. */
async function readEvents(file: string, parse: RunFolderParts['parseEvent']): Promise<TrainingEvent[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      return parse(JSON.parse(line)) ?? [];
    } catch {
      return [];
    }
  });
}

/** `undefined` where there is none; `null` for what is no JSON. */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return systemErrorCode(error) === 'ENOENT' ? undefined : null;
  }
}

async function makeFolder(folder: string, path: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writeFailure(path, error);
  });
}
