// Money: what is said before it is spent, when it is not spent, and that it is never spent twice.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TrainingEvent } from '../../../src/ports.ts';
import type { FakeFineTuningSettings } from '../../support/fake-fine-tuning.ts';
import { temporaryFolder } from '../../support/scratch-repository.ts';
import { KEY, hosted as start } from './hosted.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function hosted(settings?: FakeFineTuningSettings) {
  const world = await start(settings);
  closing.push(world.service.close);
  return world;
}

const isStep = (event: TrainingEvent) => event.kind === 'step';

describe('an order', () => {
  it('is said with its model, tokens and bytes before anything is sent', async () => {
    const { service, run } = await hosted();
    let sent = Number.NaN;
    const { said } = await run({
      onEvent: (event) => {
        if (event.kind === 'said' && event.text.includes('to be paid for')) sent = service.count('POST', /./);
      },
    });
    expect(sent).toBe(0);
    expect(said).toMatch(
      /127\.0\.0\.1:\d+ is to specialise scriptorium-mini: 12 examples of about 1,200 tokens × 2 epochs = about 2,400 tokens to be paid for, an estimate on the safe side; \d kB of this project’s code are sent there/,
    );
  });

  it('of more tokens than are allowed is not placed, and nothing is sent', async () => {
    const { service, run } = await hosted();
    const { failure } = await run({ settings: { mostTokens: 2_399 } });
    expect(failure?.code).toBe('bad-setting');
    expect(failure?.message).toBe('about 2,400 tokens would be trained on, and 2,399 are allowed; nothing was sent');
    expect(service.count('POST', /./)).toBe(0);
    expect((await run({ settings: { mostTokens: 2_400 } })).result).not.toBeNull();
  });

  it.each([0.5, 0])('for %d epochs is none', async (epochs) => {
    const { run } = await hosted();
    expect((await run({ epochs })).failure?.message).toBe(`${epochs} epochs cannot be ordered`);
  });

  it('is paid for once, in whatever folder and though the run’s own was lost', async () => {
    const { service, run, folder } = await hosted();
    const first = await run();
    rmSync(join(folder, 'hosted-job.json'));
    expect((await run()).result).toEqual(first.result);
    expect((await run({ folder: temporaryFolder() })).result).toEqual(first.result);
    writeFileSync(join(folder, 'hosted-job.json'), '{"schemaVersion": 1, "ba');
    expect((await run()).result).toEqual(first.result);
    expect(service.jobs).toHaveLength(1);
  });

  it('for another training uses the files that are there', async () => {
    const { service, run } = await hosted();
    await run();
    const { result, said } = await run({ seed: 8, folder: temporaryFolder() });
    expect(result?.model).toBe(service.jobs[1]?.name);
    expect(said).toContain('chat/train.jsonl is at');
    expect(service.count('POST', /files/)).toBe(2);
  });

  it('sends a file again that is gone from the service', async () => {
    const { service, run, folder } = await hosted();
    await run();
    service.files.clear();
    expect((await run({ seed: 8 })).result).not.toBeNull();
    expect(service.files.size).toBe(2);
    expect(readFileSync(join(folder, 'hosted-job.json'), 'utf8')).not.toContain('file-0001');
  });

  it('does not take the folder of a job that is under way for another', async () => {
    const { service, run } = await hosted();
    service.fail('GET', /\/jobs\/ftjob-\d+$/, { kind: 'status', status: 403 });
    expect((await run()).failure?.message).toMatch(/^the job ftjob-\d+ cannot be followed/);
    const { failure } = await run({ epochs: 3 });
    expect(failure?.code).toBe('output-in-use');
    expect(failure?.message).toMatch(/belongs to the job ftjob-\d+, which was ordered with other settings/);
    expect((await run()).result).not.toBeNull();
    expect(service.jobs).toHaveLength(1);
  });

  it('says when the folder’s job is none of this key’s', async () => {
    const [there, elsewhere] = [await hosted(), await hosted()];
    there.service.fail('GET', /\/jobs\/ftjob-\d+$/, { kind: 'status', status: 403 });
    await there.run();
    const state = join(there.folder, 'hosted-job.json');
    writeFileSync(state, readFileSync(state, 'utf8').replace(there.service.baseUrl, elsewhere.service.baseUrl));
    const { failure } = await there.run({ settings: { baseUrl: elsewhere.service.baseUrl } });
    expect(failure?.message).toMatch(/knows no job ftjob-\d+, which this output folder belongs to$/);
    expect(elsewhere.service.jobs).toHaveLength(0);
  });
});

describe('a run that is called off', () => {
  async function calledOff(
    settings: FakeFineTuningSettings,
    when: (event: TrainingEvent) => boolean,
    before = () => {},
  ) {
    const world = await hosted({ steps: 40, ...settings });
    const calling = new AbortController();
    const onEvent = (event: TrainingEvent) => {
      if (calling.signal.aborted || !when(event)) return;
      before();
      calling.abort(new Error('called off'));
    };
    return { ...world, off: () => world.run({ signal: calling.signal, onEvent }) };
  }

  it('has its job cancelled, and says so', async () => {
    const { service, off } = await calledOff({}, isStep);
    const { failure, said } = await off();
    expect(service.jobs[0]?.status()).toBe('cancelled');
    expect(failure?.message).toMatch(/^the run was called off: its job ftjob-\d+ at 127\.0\.0\.1:\d+ was cancelled$/);
    expect(said).toMatch(/the job ftjob-\d+ at 127\.0\.0\.1:\d+ was cancelled$/);
  });

  it('says what goes on when its job cannot be cancelled, and goes on with it when it is run again', async () => {
    const { service, off, run } = await calledOff({}, isStep);
    service.fail('POST', /cancel$/, { kind: 'status', status: 500 }, 4);
    const { failure } = await off();
    expect(failure?.code).toBe('cancelled');
    expect(failure?.message).toMatch(
      /could not be cancelled \(the server failed .*\) and may go on at .*, at your cost$/,
    );
    expect((await run()).result).not.toBeNull();
    expect(service.jobs).toHaveLength(1);
  });

  it('says when its job was over already, and gives its result when it is run again', async () => {
    const { service, off, run } = await calledOff({ steps: 4, stepsPerLook: 4 }, isStep);
    const { failure } = await off();
    expect(failure?.message).toMatch(/its job ftjob-\d+ at .* was over already$/);
    expect((await run()).result?.model).toBe(service.jobs[0]?.name);
  });

  it('while its order is under way lets that arrive, and cancels the job', async () => {
    const { service, off } = await calledOff(
      {},
      (event) => event.kind === 'said' && /^the order was not/.test(event.text),
    );
    service.fail('POST', /jobs$/, { kind: 'answer-lost' });
    const { failure } = await off();
    expect(failure?.code).toBe('cancelled');
    expect(service.jobs.map((job) => job.status())).toEqual(['cancelled']);
  });

  it('before its order costs nothing, and says so', async () => {
    const { service, off } = await calledOff({}, (event) => event.kind === 'said' && event.text.startsWith('uploads'));
    const { failure } = await off();
    expect(failure?.message).toBe('the run was called off: no job was ordered, and nothing is to be paid for');
    expect(service.jobs).toHaveLength(0);
  });
});

describe('the key', () => {
  it('is in nothing that is kept or said, though the service repeats it', async () => {
    const { run, service, folder } = await hosted({ key: KEY });
    service.fail('POST', /files$/, { kind: 'status', status: 500, body: { error: { message: `you sent ${KEY}` } } });
    const onEvent = (event: TrainingEvent) => {
      if (event.kind === 'step' && service.jobs[0]?.isOver() === false) service.jobs[0].fail(KEY, `with ${KEY}`);
    };
    const { failure, said } = await run({ settings: { apiKey: KEY }, onEvent });
    expect(failure?.message).toContain('***');
    expect(`${said}${failure?.message}${readFileSync(join(folder, 'hosted-job.json'), 'utf8')}`).not.toContain(
      KEY.slice(0, 8),
    );
    expect(service.requests.every(({ authorization }) => authorization === `Bearer ${KEY}`)).toBe(true);
  });
});
