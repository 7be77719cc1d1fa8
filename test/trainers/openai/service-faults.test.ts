// Whatever goes wrong between this machine and the service: one upload, one job, and a plain line.

import { afterEach, describe, expect, it } from 'vitest';
import { PUBLIC_ONLY } from '../../../src/openai/addresses.ts';
import { publicReach } from '../../../src/openai/public-reach.ts';
import { datasetFolder } from '../../support/chat-dataset.ts';
import type { FakeFineTuningSettings, FineTuningFault } from '../../support/fake-fine-tuning.ts';
import { KEY, killedAt, request, runAt, hosted as start } from './hosted.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function hosted(settings?: FakeFineTuningSettings) {
  const world = await start(settings);
  closing.push(world.service.close);
  return world;
}

const JOBS = /^\/v1\/fine_tuning\/jobs(\?|$)/;
const FILES = /^\/v1\/files(\?|$)/;

const passing: readonly FineTuningFault[] = [
  { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
  { kind: 'status', status: 429, headers: { 'retry-after-ms': '2' } },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'hang-up' },
  { kind: 'answer-lost' },
  { kind: 'truncated' },
];

describe('a fault that passes', () => {
  it.each(passing)('at the order is got over, with one job: %j', async (fault) => {
    const { service, run } = await hosted();
    service.fail('POST', JOBS, fault, 2);
    const { result } = await run();
    expect(result?.model).toBe(service.jobs[0]?.name);
    expect(service.jobs).toHaveLength(1);
  });

  it.each([...passing, { kind: 'hang-up-in-mid-upload' } as const])(
    'at an upload is got over, with each file there once: %j',
    async (fault) => {
      const { service, run } = await hosted();
      service.fail('POST', FILES, fault, 2);
      expect((await run()).result).not.toBeNull();
      const names = [...service.files.values()].map(
        ({ filename }) => /^palimpsest-(\w+)-[0-9a-f]{64}\.jsonl$/.exec(filename)?.[1],
      );
      expect(names).toEqual(['train', 'validation']);
    },
  );

  it.each(passing)('at a look at the job or its events is got over: %j', async (fault) => {
    const { service, run } = await hosted();
    service.fail('GET', /\/jobs\/ftjob-\d+$/, fault, 2);
    service.fail('GET', /\/events/, fault, 2);
    service.fail('GET', /\/checkpoints/, fault, 2);
    const { result, events } = await run();
    expect(result).not.toBeNull();
    expect(events.flatMap((event) => (event.kind === 'step' ? [event.step] : []))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is waited for beyond all retries while a job is under way', async () => {
    const { service, run } = await hosted();
    service.fail('GET', /\/jobs\/ftjob-\d+$/, { kind: 'hang-up' }, 20);
    expect((await run()).result).not.toBeNull();
  });
});

describe('a fault that stays', () => {
  it('at the upload ends the run, and the next one sends only what is missing', async () => {
    const { service, run } = await hosted();
    service.fail('POST', FILES, { kind: 'hang-up-in-mid-upload' }, 4);
    const { failure } = await run();
    expect(failure?.code).toBe('training-failed');
    expect(failure?.message).toMatch(/^chat\/train\.jsonl could not be uploaded to 127\.0\.0\.1:\d+: /);
    expect(failure?.remedy).toBe('Run the same command again: it goes on where this run was.');
    expect(service.jobs).toHaveLength(0);
    expect((await run()).result).not.toBeNull();
    expect(service.files.size).toBe(2);
  });

  it('at the order ends the run, and the next one orders', async () => {
    const { service, run } = await hosted();
    service.fail('POST', JOBS, { kind: 'status', status: 503 }, 4);
    expect((await run()).failure?.message).toContain('no job could be ordered at 127.0.0.1');
    expect((await run()).result).not.toBeNull();
    expect(service.jobs).toHaveLength(1);
    expect(service.count('POST', FILES)).toBe(2);
  });

  it('while a job is under way ends the run when patience does, and the next one goes on with the job', async () => {
    const { service, run } = await hosted();
    service.fail('GET', /\/jobs\/ftjob-\d+$/, { kind: 'status', status: 502 }, 12);
    const { failure } = await run({ settings: { patienceMs: 0 } });
    expect(failure?.message).toMatch(/^nothing was heard of the job ftjob-\d+ for 0 minutes \(the server failed \(502/);
    expect(failure?.message).toMatch(/it may go on at 127\.0\.0\.1:\d+$/);
    expect((await run()).result).not.toBeNull();
    expect(service.jobs).toHaveLength(1);
  });
});

describe('a service that says no', () => {
  it('to the key: nothing of the project is sent', async () => {
    const { service, run } = await hosted({ key: KEY });
    const { failure } = await run({ settings: { apiKey: 'sk-of-somebody-else', keyName: 'TUNING_KEY' } });
    expect(failure?.message).toContain('the server does not accept the key: check TUNING_KEY');
    expect(failure?.message).not.toContain('sk-of-somebody-else');
    expect(service.count('POST', /./)).toBe(0);
    expect((await run()).failure?.message).toContain('the server asks for a key: set PALIMPSEST_API_KEY');
  });

  it('having no fine-tuning: nothing of the project is sent', async () => {
    const { service, run } = await hosted({ without: [/fine_tuning/] });
    const { failure } = await run();
    expect(failure?.message).toMatch(
      /^127\.0\.0\.1:\d+ offers no fine-tuning \(404 for \/fine_tuning\/jobs\); nothing was sent there$/,
    );
    expect(failure?.remedy).toContain('--trainer trl');
    expect(service.count('POST', /./)).toBe(0);
  });

  it('to a file that is too large for it', async () => {
    const { service, run } = await hosted({ maxFileBytes: 500 });
    const { failure } = await run();
    expect(failure?.message).toMatch(/^chat\/train\.jsonl \(\d kB\) is too large for 127\.0\.0\.1:\d+ \(.*413/);
    expect(service.jobs).toHaveLength(0);
  });

  it('to a base model that it does not specialise, and takes the order for another in the same folder', async () => {
    const { service, run } = await hosted();
    const { failure } = await run({ baseModel: 'scriptorium-maxi' });
    expect(failure?.message).toMatch(/takes no order for scriptorium-maxi: .*Model scriptorium-maxi is not available/);
    expect((await run()).result).not.toBeNull();
    expect(service.files.size).toBe(2);
  });

  it.each([['metadata'], ['seed'], ['suffix'], ['method'], ['metadata', 'seed', 'suffix', 'method']])(
    'to a field that it does not know, which is left out: %j',
    async (...refuses) => {
      const { service, run } = await hosted({ refuses });
      const { result } = await run();
      expect(result?.epochs).toBe(2);
      expect(service.jobs).toHaveLength(1);
    },
  );

  it('by sending key and code elsewhere: not followed', async () => {
    const other = await hosted();
    const { service, run } = await hosted();
    const to = `${other.service.baseUrl}/files`;
    service.fail('POST', FILES, { kind: 'status', status: 307, headers: { location: to } });
    const { failure } = await run({ settings: { apiKey: KEY } });
    expect(failure?.message).toContain(`the server redirects to ${to} (307): not followed`);
    expect(other.service.requests).toHaveLength(0);
  });
});

describe('where public addresses alone are asked', () => {
  it('a service at another is refused, and nothing is sent', async () => {
    const { service, run } = await hosted();
    const { failure } = await run({ settings: { reach: publicReach() } });
    expect(failure?.message).toMatch(/is at a loopback address, and this installation asks public ones alone/);
    expect(service.requests).toHaveLength(0);
  });

  it('files are sent as they are anywhere else', async () => {
    const { service, run } = await hosted();
    const reach = publicReach({ ...PUBLIC_ONLY, refusedRange: () => null });
    expect((await run({ settings: { reach } })).result).not.toBeNull();
    expect([...service.files.values()].map(({ content }) => content.split('\n').length)).toEqual([13, 4]);
  });
});

describe('killed', () => {
  it('between two uploads, it sends each file once and orders one job', async () => {
    const { service, dataset, folder, run } = await hosted();
    const { onEvent: _, signal: __, ...asked } = request();
    const isTheMoment = (event: { kind: string; text?: string }) => /^uploads chat\/validation/.test(event.text ?? '');
    service.fail('POST', JOBS, { kind: 'status', status: 503 });
    await killedAt(isTheMoment, service, { ...asked, dataset, folder });
    expect((await run()).result).not.toBeNull();
    expect(service.files.size).toBe(2);
    expect(service.jobs).toHaveLength(1);
  });

  it.each([true, false])(
    'with an order on its way whose answer was lost, it finds that job (the service keeps metadata: %s)',
    async (keepsMetadata) => {
      const { service, dataset, folder, run } = await hosted({ keepsMetadata });
      const { onEvent: _, signal: __, ...asked } = request();
      service.fail('POST', JOBS, { kind: 'answer-lost' });
      const isTheMoment = (event: { kind: string; text?: string }) => /^the order was not/.test(event.text ?? '');
      await killedAt(isTheMoment, service, { ...asked, dataset, folder });
      expect(service.jobs).toHaveLength(1);
      const { result, said } = await run();
      expect(result?.model).toBe(service.jobs[0]?.name);
      expect(said).toContain('ftjob-000003');
      expect(service.jobs).toHaveLength(1);
      expect(service.count('POST', JOBS)).toBe(1);
    },
  );

  it('before anything was sent there is nothing to find', async () => {
    const { service } = await hosted();
    const { result } = await runAt(service, { dataset: datasetFolder({ validation: 0 }) });
    expect(result).not.toBeNull();
    expect(service.jobs[0]?.order.validation_file).toBeNull();
  });
});
