// What every Trainer keeps to, whatever engine is behind it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ExpectedFailure } from '../../src/errors.ts';
import type { SpecializedModel, Trainer, TrainingEvent, TrainingRequest } from '../../src/ports.ts';
import { datasetFolder } from '../support/chat-dataset.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

/** An engine in a world of its own: what it was asked to do, and what it is still doing. */
export interface TrainerWorld {
  /** As a program that is started anew makes it: it remembers nothing but what is in the run's folder. */
  readonly trainer: () => Trainer;
  readonly baseModel: string;
  /** How many trainings were begun, by whomever; one that was gone on with counts once. */
  readonly begun: () => number;
  /** How many of them are still going on. */
  readonly underWay: () => number;
  /** The next training that is begun fails in its midst. */
  readonly breakNext: () => void;
  /** Keys and the like, which must be seen nowhere. */
  readonly secrets: readonly string[];
  /** Runs a training in a process of its own, and kills that with SIGKILL in its midst. */
  readonly killed: (request: Omit<TrainingRequest, 'onEvent' | 'signal'>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TrainerSubject {
  readonly start: () => Promise<TrainerWorld>;
  /** Whether what was called off in its midst is gone on with, or begun anew. */
  readonly afterCallingOff: 'goes-on' | 'begins-anew';
}

type Asked = Partial<Pick<TrainingRequest, 'folder' | 'dataset' | 'epochs' | 'signal' | 'onEvent'>>;

const EPOCHS = 2;

export function trainerContract(name: string, { start, afterCallingOff }: TrainerSubject): void {
  const worlds: TrainerWorld[] = [];
  const started = async () => {
    const world = await start();
    worlds.push(world);
    return world;
  };

  describe(`${name} as a Trainer`, () => {
    afterEach(async () => {
      for (const world of worlds.splice(0)) await world.close();
    });

    it('comes back when it has trained to the end, with what the model is called and how it is told from others', async () => {
      const world = await started();
      const { result } = await trained(world, requestOf(world));
      expect(result.model).not.toBe('');
      expect(result.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(result.epochs).toBe(EPOCHS);
      expect(world.begun()).toBe(1);
      expect(world.underWay()).toBe(0);
      for (const { command, baseUrl } of result.serve) {
        expect(command).toMatch(/^[^\n]+$/);
        expect(baseUrl).toMatch(/^http/);
      }
    });

    it('tells its steps in order, from 1 to the last, none twice, with losses that are numbers', async () => {
      const world = await started();
      const { events } = await trained(world, requestOf(world));
      const steps = events.flatMap((event) => (event.kind === 'step' ? [event] : []));
      expect(steps.length).toBeGreaterThan(0);
      for (const [index, { step, steps: of, epoch, loss, validationLoss }] of steps.entries()) {
        expect(step).toBeGreaterThan(index === 0 ? 0 : (steps[index - 1]?.step ?? 0));
        if (of !== null) expect(step).toBeLessThanOrEqual(of);
        if (epoch !== null) expect(epoch).toBeLessThanOrEqual(EPOCHS + 1e-9);
        for (const value of [loss, validationLoss]) if (value !== null) expect(value).toSatisfy(Number.isFinite);
      }
      expect(steps.some(({ loss }) => loss !== null)).toBe(true);
    });

    it('says what it says in lines', async () => {
      const world = await started();
      const { events } = await trained(world, requestOf(world));
      for (const event of events) if (event.kind === 'said') expect(event.text).toMatch(/^[^\n\r]+$/);
    });

    it('gives the same again in the same folder, and begins nothing', async () => {
      const world = await started();
      const folder = temporaryFolder();
      const first = await trained(world, requestOf(world, { folder }));
      const again = await trained(world, requestOf(world, { folder }));
      expect(again.result).toEqual(first.result);
      expect(world.begun()).toBe(1);
    });

    it('tells what was trained in another way from it', async () => {
      const world = await started();
      const first = await trained(world, requestOf(world));
      const longer = await trained(world, requestOf(world, { epochs: EPOCHS + 1 }));
      expect(longer.result.fingerprint).not.toBe(first.result.fingerprint);
      expect(longer.result.epochs).toBe(EPOCHS + 1);
      expect(world.begun()).toBe(2);
    });

    it('ends with `cancelled` when it is called off in its midst, and leaves nothing running', async () => {
      const world = await started();
      const { failure } = await calledOffAtTheFirstStep(world, temporaryFolder());
      expect(failure.code).toBe('cancelled');
      expectLines(failure);
      expect(world.begun()).toBe(1);
      expect(world.underWay()).toBe(0);
    });

    it(`${afterCallingOff === 'goes-on' ? 'goes on' : 'trains anew'} after it was called off, to the end`, async () => {
      const world = await started();
      const folder = temporaryFolder();
      await calledOffAtTheFirstStep(world, folder);
      const { result } = await trained(world, requestOf(world, { folder }));
      expect(result.epochs).toBe(EPOCHS);
      expect(world.begun()).toBe(afterCallingOff === 'goes-on' ? 1 : 2);
      expect(world.underWay()).toBe(0);
    });

    it('begins nothing when it is called off before', async () => {
      const world = await started();
      const failure = await failing(world, requestOf(world, { signal: AbortSignal.abort(new Error('called off')) }));
      expect(failure.code).toBe('cancelled');
      expect(world.begun()).toBe(0);
    });

    it('goes on after it was killed in its midst, and begins nothing anew', async () => {
      const world = await started();
      const { onEvent: _, signal: __, ...request } = requestOf(world);
      await world.killed(request);
      expect(world.begun()).toBe(1);
      const { result } = await trained(world, requestOf(world, request));
      expect(result.epochs).toBe(EPOCHS);
      expect(world.begun()).toBe(1);
      expect(world.underWay()).toBe(0);
    });

    it('returns nothing for a training that failed: it says why in a line, and what to do, and may be run again', async () => {
      const world = await started();
      const folder = temporaryFolder();
      world.breakNext();
      const failure = await failing(world, requestOf(world, { folder }));
      expect(failure.code).toBe('training-failed');
      expectLines(failure);
      expect(world.underWay()).toBe(0);
      const { result } = await trained(world, requestOf(world, { folder }));
      expect(result.epochs).toBe(EPOCHS);
    });

    it('says that a training set without examples is none, and begins nothing', async () => {
      const world = await started();
      const failure = await failing(world, requestOf(world, { dataset: datasetFolder({ train: 0, validation: 0 }) }));
      expect(failure.code).toBe('bad-dataset');
      expectLines(failure);
      expect(world.begun()).toBe(0);
    });

    it('shows no secret: in no event, no failure, no result and no file', async () => {
      const world = await started();
      const folder = temporaryFolder();
      const done = await trained(world, requestOf(world, { folder }));
      const { failure, events } = await calledOffAtTheFirstStep(world, temporaryFolder(), EPOCHS + 1);
      world.breakNext();
      const broken = await failing(world, requestOf(world, { epochs: EPOCHS + 2 }));
      const shown = JSON.stringify([
        done,
        events,
        ...[failure, broken].flatMap(({ message, remedy, stack }) => [message, remedy, stack]),
        textIn(folder),
      ]);
      for (const secret of world.secrets) expect(shown).not.toContain(secret);
    });
  });
}

function requestOf(world: TrainerWorld, asked: Asked = {}): TrainingRequest {
  return {
    dataset: asked.dataset ?? datasetFolder(),
    name: 'library',
    baseModel: world.baseModel,
    epochs: asked.epochs ?? EPOCHS,
    folder: asked.folder ?? temporaryFolder(),
    seed: 1,
    onEvent: asked.onEvent ?? (() => {}),
    signal: asked.signal ?? new AbortController().signal,
  };
}

async function trained(
  world: TrainerWorld,
  request: TrainingRequest,
): Promise<{ readonly result: SpecializedModel; readonly events: readonly TrainingEvent[] }> {
  const events: TrainingEvent[] = [];
  const result = await world.trainer().train({ ...request, onEvent: (event) => events.push(event) });
  return { result, events };
}

async function failing(world: TrainerWorld, request: TrainingRequest): Promise<ExpectedFailure> {
  const end = await world
    .trainer()
    .train(request)
    .catch((error: unknown) => error);
  if (!(end instanceof ExpectedFailure)) throw new Error('it did not fail as expected', { cause: end });
  return end;
}

async function calledOffAtTheFirstStep(world: TrainerWorld, folder: string, epochs = EPOCHS) {
  const calling = new AbortController();
  const events: TrainingEvent[] = [];
  const onEvent = (event: TrainingEvent) => {
    events.push(event);
    if (event.kind === 'step') calling.abort(new Error('called off'));
  };
  const failure = await failing(world, requestOf(world, { folder, epochs, signal: calling.signal, onEvent }));
  return { failure, events };
}

function expectLines({ message, remedy }: ExpectedFailure): void {
  expect(message).toMatch(/^[^\n]+$/);
  expect(remedy).toMatch(/^[^\n]+$/);
}

function textIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
