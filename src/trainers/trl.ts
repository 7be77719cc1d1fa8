// `trl sft` as a trainer: its settings written, the program run beside us, its log read, its weights put in place.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { SpecializedModel, Trainer, TrainingRequest } from '../ports.ts';
import { type Checkpoint, lastCheckpoint } from './trl/checkpoints.ts';
import { failureOf, lossIsNoNumber, trainerMissing } from './trl/failures.ts';
import {
  type Attempt,
  configOf,
  endAttempt,
  exitCodeOf,
  GrowingFile,
  isUnderWay,
  lastAttempt,
  logOf,
  programAt,
  startAttempt,
} from './trl/process.ts';
import { served } from './trl/serve.ts';
import { type TrlMethod, type TrlSettings, trlSettings, yamlOf } from './trl/settings.ts';
import { TrainingLog } from './trl/training-log.ts';
import { placeWeights, type Weights } from './trl/weights.ts';

export type { TrlMethod };

export interface TrlTrainerSettings {
  /** `trl`, or its path. */
  readonly program: string;
  readonly method: TrlMethod;
  /** Settings of `trl sft` that win over ours. */
  readonly user: TrlSettings;
  /** The list of packages that it needs, for who lacks one. */
  readonly requirements: string;
}

const POLL_MS = 250;
/** What is kept of the log, from its end, to tell why it ended. */
const TAIL = 20_000;

export function trlTrainer(settings: TrlTrainerSettings): Trainer {
  return { name: 'trl', train: (request) => new TrlRun(settings, request).train() };
}

class TrlRun {
  readonly #settings: TrlTrainerSettings;
  readonly #request: TrainingRequest;
  /** What the engine leaves. */
  readonly #folder: string;
  readonly #output: string;

  constructor(settings: TrlTrainerSettings, request: TrainingRequest) {
    this.#settings = settings;
    this.#request = request;
    this.#folder = join(request.folder, 'training');
    this.#output = join(this.#folder, 'output');
  }

  async train(): Promise<SpecializedModel> {
    this.#request.signal.throwIfAborted();
    const last = await lastAttempt(this.#folder);
    if (last === null) return this.#follow(await this.#start(1));
    if ((await exitCodeOf(this.#folder, last)) === 0) return this.#follow(last);
    if (await isUnderWay(last)) {
      this.#say(`going on with the training that is under way (process ${last.process})`);
      return this.#follow(last);
    }
    return this.#follow(await this.#start(last.number + 1));
  }

  async #start(number: number): Promise<Attempt> {
    const program = await this.#program();
    const checkpoint = await lastCheckpoint(this.#output);
    this.#tellStart(checkpoint);
    const place = { output: this.#output, checkpoint: checkpoint?.folder ?? null };
    const config = configOf(this.#folder, number);
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(config, yamlOf(trlSettings(this.#request, this.#settings.method, this.#settings.user, place)));
      const command = [program, 'sft', '--config', config];
      return await startAttempt(this.#folder, command, { number, from: checkpoint?.step ?? 0 });
    } catch (error) {
      throw cannotWrite(this.#folder, error);
    }
  }

  async #program(): Promise<string> {
    const { program, requirements } = this.#settings;
    if (process.platform === 'win32') {
      throw trainerMissing('trl is run through a POSIX shell, which Windows has in WSL alone', requirements);
    }
    const found = await programAt(program);
    if (found === null) throw trainerMissing(`there is no program ${program}`, requirements);
    return found;
  }

  #tellStart(checkpoint: Checkpoint | null): void {
    if (checkpoint !== null) {
      this.#say(`going on from step ${checkpoint.step} (epoch ${Number(checkpoint.epoch.toFixed(2))})`);
    }
    if (this.#request.dataset.card.splits.validation.examples === 0) {
      this.#say('the training set has nothing to validate with: the loss is that of what is learned alone');
    }
  }

  async #follow(attempt: Attempt): Promise<SpecializedModel> {
    const { signal, onEvent } = this.#request;
    const log = new TrainingLog({ ...(await this.#logFacts(attempt)), from: attempt.from });
    const file = new GrowingFile(logOf(this.#folder, attempt.number));
    let tail = '';
    for (;;) {
      if (signal.aborted) return this.#stopped(attempt);
      // asked before the log is read: what it printed last is there then
      const exitCode = await exitCodeOf(this.#folder, attempt);
      const isOver = exitCode !== null || !(await isUnderWay(attempt));
      const printed = await file.read();
      tail = (tail + printed).slice(-TAIL);
      for (const event of log.read(isOver ? `${printed}\n` : printed)) onEvent(event);
      if (log.strayAt !== null) {
        await endAttempt(attempt);
        throw lossIsNoNumber(log.strayAt);
      }
      if (isOver) return this.#ended(attempt, exitCode ?? (await exitCodeOf(this.#folder, attempt)), tail, log.epoch);
      await sleep(POLL_MS, undefined, { signal }).catch(() => {});
    }
  }

  /** As the settings were that the attempt was started with. */
  async #logFacts({ number }: Attempt) {
    const { logging_steps: steps, logging_strategy: strategy = 'steps' } = this.#settings.user;
    const own = trlSettings(this.#request, this.#settings.method, {}, { output: this.#output, checkpoint: null });
    const told = steps ?? own.logging_steps;
    const isInterval = strategy === 'steps' && typeof told === 'number' && Number.isInteger(told) && told > 0;
    return { epochs: this.#request.epochs, loggingSteps: isInterval ? told : null, number };
  }

  async #stopped(attempt: Attempt): Promise<never> {
    await endAttempt(attempt);
    const checkpoint = await lastCheckpoint(this.#output);
    this.#say(
      checkpoint === null
        ? 'the training was stopped before its first checkpoint: the same command begins it again'
        : `the training was stopped: the same command goes on from step ${checkpoint.step} (epoch ${Number(checkpoint.epoch.toFixed(2))})`,
    );
    throw this.#request.signal.reason;
  }

  async #ended(
    attempt: Attempt,
    exitCode: number | null,
    said: string,
    epoch: number | null,
  ): Promise<SpecializedModel> {
    const { requirements } = this.#settings;
    const log = logOf(this.#folder, attempt.number);
    if (exitCode !== 0) throw failureOf({ exitCode, said, log, requirements });
    const weights = await this.#weights();
    if (weights === null) {
      throw new ExpectedFailure(
        'training-failed',
        'trl says that it has finished, and left no weights',
        `See ${log}, or name another --output-dir.`,
      );
    }
    const { name, baseModel, dataset, epochs } = this.#request;
    const { folder, fingerprint } = weights;
    const rank = weights.isAdapter ? await rankOf(folder) : null;
    const baseIsFolder = isAbsolute(baseModel);
    const { contextTokens } = dataset.card;
    return {
      fingerprint,
      epochs: epoch ?? epochs,
      ...served({ weights, name, baseModel, baseIsFolder, contextTokens, rank }),
    };
  }

  async #weights(): Promise<Weights | null> {
    try {
      return await placeWeights(this.#output, join(this.#request.folder, 'model'));
    } catch (error) {
      throw cannotWrite(this.#request.folder, error);
    }
  }

  #say(text: string): void {
    this.#request.onEvent({ kind: 'said', text });
  }
}

const adapterSchema = z.object({ r: z.int().positive() });

async function rankOf(folder: string): Promise<number | null> {
  try {
    return adapterSchema.parse(JSON.parse(await readFile(join(folder, 'adapter_config.json'), 'utf8'))).r;
  } catch {
    return null;
  }
}

function cannotWrite(path: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ExpectedFailure(
      'disk-full',
      `the disk is full: ${path} was not written`,
      'Free some space, and run the command again.',
      { cause: error },
    );
  }
  return new ExpectedFailure('not-writable', `${path} cannot be written (${code})`, 'Check its permissions.', {
    cause: error,
  });
}
