// What becomes of a job at the service, and how it is told.

import { afterEach, describe, expect, it } from 'vitest';
import { datasetFolder } from '../../support/chat-dataset.ts';
import type { FakeFineTuningSettings } from '../../support/fake-fine-tuning.ts';
import { temporaryFolder } from '../../support/scratch-repository.ts';
import { type Run, hosted as start } from './hosted.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function hosted(settings?: FakeFineTuningSettings) {
  const world = await start(settings);
  closing.push(world.service.close);
  return world;
}

const steps = ({ events }: Run) => events.flatMap((event) => (event.kind === 'step' ? [event] : []));

describe('a job that succeeds', () => {
  it('gives a model that answers', async () => {
    const { service, run } = await hosted();
    const { result, said } = await run();
    expect(result).toEqual({
      model: expect.stringMatching(/^ft:scriptorium-mini-2026-07-18:scriptorium:library-of-2026-[0-9a-f]{8}:\d{6}$/),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      epochs: 2,
      serve: [],
    });
    const answer = await fetch(`${service.baseUrl}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model: result?.model, messages: [{ role: 'user', content: 'size()' }] }),
    });
    expect(answer.status).toBe(200);
    expect(said).toMatch(
      /after step 3: ft:.*:ckpt-step-3 \(validation loss 0\.600\)\nafter step 6: ft:.* \(validation loss 0\.386\)/,
    );
    expect(said).toMatch(/[\d,]+ tokens were trained on$/);
  });

  it('was ordered as it was asked for', async () => {
    const { service, run, dataset } = await hosted();
    await run({ settings: { hyperparameters: { batchSize: 8, learningRateMultiplier: 0.5 } } });
    const order = service.jobs[0]?.order;
    expect(order?.hyperparameters).toEqual({ n_epochs: 2, batch_size: 8, learning_rate_multiplier: 0.5 });
    expect(order?.seed).toBe(7);
    expect(order?.suffix).toMatch(/^library-of-2026-[0-9a-f]{8}$/);
    expect(order?.metadata?.palimpsest_dataset).toBe(dataset.card.hash);
    expect(service.files.get(order?.training_file ?? '')?.content.split('\n')).toHaveLength(13);
    expect(service.files.get(order?.validation_file ?? '')?.content.split('\n')).toHaveLength(4);
  });

  it('tells its losses with their steps and epochs', async () => {
    const { run } = await hosted();
    expect(steps(await run()).at(-1)).toEqual({
      kind: 'step',
      step: 6,
      steps: 6,
      epoch: 2,
      loss: 0.2857,
      validationLoss: expect.closeTo(0.3857),
    });
  });

  it.each(['newest-first', 'oldest-first', 'shuffled'] as const)(
    'has its events told in their order, however they are listed: %s',
    async (eventOrder) => {
      const { run } = await hosted({ eventOrder, steps: 25, stepsPerLook: 7 });
      expect(steps(await run()).map(({ step }) => step)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    },
  );

  it.each(['newest-first', 'oldest-first'] as const)('has them told whole, page by page: %s', async (eventOrder) => {
    const { run } = await hosted({ eventOrder, steps: 60, stepsPerLook: 23, pageSize: 5 });
    expect(steps(await run()).map(({ step }) => step)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it('has no step told twice, though the service does', async () => {
    const { service, run } = await hosted();
    const onEvent = (event: { kind: string; step?: number }) => {
      if (event.step === 4) service.jobs[0]?.repeat(2);
    };
    expect(steps(await run({ onEvent })).map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is found among many others, page by page', async () => {
    const { service, run } = await hosted({ pageSize: 1 });
    await run();
    for (const seed of [1, 2, 3]) await run({ seed, folder: temporaryFolder() });
    expect(service.jobs).toHaveLength(4);
    const { result, said } = await run({ folder: temporaryFolder() });
    expect(result?.model).toBe(service.jobs[0]?.name);
    expect(said).toContain('has a job for this very order already');
    expect(service.jobs).toHaveLength(4);
  });

  it('may have its name a little later', async () => {
    const { service, run } = await hosted({ namelessFor: 3 });
    expect((await run()).result?.model).toBe(service.jobs[0]?.name);
  });

  it('is followed without losses where the service tells none', async () => {
    const { run } = await hosted({ without: [/events/, /checkpoints/] });
    const { result, said } = await run();
    expect(result).not.toBeNull();
    expect(said).toContain('tells no losses');
  });
});

describe('a job that waits', () => {
  it('in a slow queue is waited for, and said to wait once', async () => {
    const { run } = await hosted({ queuedFor: 60 });
    const { result, said } = await run();
    expect(result).not.toBeNull();
    expect(said.match(/waits for its turn/g)).toHaveLength(1);
    expect(said).toMatch(/is running, until about 2026-09-21 \d\d:\d\d UTC by its own reckoning/);
  });

  it('because it was paused there is waited for until it is resumed', async () => {
    const { service, run } = await hosted({ steps: 6, stepsPerLook: 1 });
    let looks = 0;
    const { result, said } = await run({
      onEvent: (event) => {
        const [job] = service.jobs;
        if (event.kind === 'step' && event.step === 2) job?.pause();
        if (event.kind !== 'said' || !event.text.includes('was paused there')) return;
        looks += 1;
        setTimeout(() => job?.resume(), 20);
      },
    });
    expect(looks).toBe(1);
    expect(said).toContain('was paused there: it goes on when it is resumed there');
    expect(result).not.toBeNull();
  });
});

describe('a job that does not succeed', () => {
  it('for a line that is no example says which, and what to do', async () => {
    const { run } = await hosted();
    const good = JSON.stringify({
      messages: [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b' },
      ],
    });
    const trainLines = [...Array.from({ length: 11 }, () => good), '{"prompt": "a", "completion": "b"}'];
    const { failure } = await run({ dataset: datasetFolder({ trainLines }) });
    expect(failure?.message).toMatch(
      /^the job ftjob-\d+ at 127\.0\.0\.1:\d+ failed \(invalid_file_format, training_file: Invalid file format\. Line 12: missing 'messages'\)$/,
    );
    expect(failure?.remedy).toContain('Make the training set again');
  });

  it('for too few examples likewise', async () => {
    const { run } = await hosted();
    const { failure } = await run({ dataset: datasetFolder({ train: 3 }) });
    expect(failure?.message).toContain('Training file has 3 example(s), but must have at least 10 examples');
  });

  it('for a fault of the service says so; run again, another is ordered with the files that are there', async () => {
    const { service, run } = await hosted();
    const onEvent = () => {
      if (service.jobs.length === 1 && service.jobs[0]?.isOver() === false)
        service.jobs[0].fail('server_error', 'Out of\nluck');
    };
    expect((await run({ onEvent })).failure?.message).toContain('failed (server_error: Out of luck)');
    const { result, said } = await run();
    expect(result?.model).toBe(service.jobs[1]?.name);
    expect(said).toContain('failed: orders another');
    expect(service.jobs).toHaveLength(2);
    expect(service.files.size).toBe(2);
  });

  it('because somebody else cancelled it says so', async () => {
    const { service, run } = await hosted();
    const onEvent = (event: { kind: string }) => {
      if (event.kind === 'step' && service.jobs.length === 1 && !service.jobs[0]?.isOver()) service.jobs[0]?.cancel();
    };
    const { failure } = await run({ onEvent });
    expect(failure?.code).toBe('training-failed');
    expect(failure?.message).toMatch(/^the job ftjob-\d+ was cancelled at 127\.0\.0\.1:\d+, not by this run$/);
    expect((await run()).result?.model).toBe(service.jobs[1]?.name);
  });
});
