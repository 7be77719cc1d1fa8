// The fake fine-tuning service behaves as the API reference says, asked by OpenAI's own client.

import { OpenAI } from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeFineTuningSettings, startFakeFineTuning } from './support/fake-fine-tuning.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function asked(settings: FakeFineTuningSettings = {}) {
  const service = await startFakeFineTuning(settings);
  closing.push(service.close);
  const client = new OpenAI({ baseURL: service.baseUrl, apiKey: 'sk-any', maxRetries: 0 });
  const upload = (lines: readonly string[], name = 'train.jsonl') =>
    client.files.create({ file: new File([lines.join('\n')], name), purpose: 'fine-tune' });
  return { service, client, upload };
}

const LINE = JSON.stringify({
  messages: [
    { role: 'user', content: 'size()' },
    { role: 'assistant', content: '{ return 1; }' },
  ],
});
const LINES = Array.from({ length: 10 }, () => LINE);

describe('the fake fine-tuning service', () => {
  it('keeps files: tells, lists by purpose and deletes them', async () => {
    const { client, upload } = await asked();
    const file = await upload(LINES);
    expect(file).toMatchObject({
      object: 'file',
      filename: 'train.jsonl',
      purpose: 'fine-tune',
      bytes: LINES.join('\n').length,
    });
    expect(await client.files.retrieve(file.id)).toEqual(file);
    expect((await client.files.list({ purpose: 'batch' })).data).toEqual([]);
    expect((await client.files.list({ purpose: 'fine-tune' })).data).toEqual([file]);
    expect(await client.files.delete(file.id)).toEqual({ id: file.id, object: 'file', deleted: true });
    await expect(client.files.retrieve(file.id)).rejects.toMatchObject({ status: 404 });
  });

  it('refuses files that are too large, or of another form', async () => {
    const { upload } = await asked({ maxFileBytes: 300 });
    await expect(upload(LINES)).rejects.toMatchObject({ status: 413 });
    await expect(upload([LINE], 'train.csv')).rejects.toMatchObject({ status: 400 });
  });

  it('takes a job from looking at its files over queue and training to a model that answers', async () => {
    const { client, upload } = await asked({ steps: 2, stepsPerLook: 1 });
    const job = await client.fineTuning.jobs.create({
      model: 'scriptorium-mini',
      training_file: (await upload(LINES)).id,
      method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 2 } } },
    });
    const statuses: string[] = [job.status];
    let last = job;
    while (last.status !== 'succeeded' && statuses.length < 20) {
      last = await client.fineTuning.jobs.retrieve(job.id);
      statuses.push(last.status);
    }
    expect([...new Set(statuses)]).toEqual(['validating_files', 'queued', 'running', 'succeeded']);
    expect(last.trained_tokens).toBeGreaterThan(0);
    const answer = await client.chat.completions.create({
      model: last.fine_tuned_model ?? '',
      messages: [{ role: 'user', content: 'size()' }],
    });
    expect(answer.choices[0]?.message.content).not.toBe('');
    const checkpoints = (await client.fineTuning.jobs.checkpoints.list(job.id)).data;
    expect(checkpoints.map(({ step_number }) => step_number)).toEqual([2, 1]);
    await expect(client.fineTuning.jobs.cancel(job.id)).rejects.toMatchObject({ status: 400 });
  });

  it('lists events in pages, the newest first', async () => {
    const { client, upload } = await asked({ steps: 5, stepsPerLook: 5 });
    const { id } = await client.fineTuning.jobs.create({
      model: 'scriptorium-mini',
      training_file: (await upload(LINES)).id,
    });
    for (let look = 0; look < 6; look += 1) await client.fineTuning.jobs.retrieve(id);
    const first = await client.fineTuning.jobs.listEvents(id, { limit: 4 });
    expect(first.data).toHaveLength(4);
    expect(first.has_more).toBe(true);
    const all = [];
    for await (const event of client.fineTuning.jobs.listEvents(id, { limit: 4 })) all.push(event);
    expect(all.at(-1)?.message).toContain('Created fine-tuning job');
    expect(all.flatMap(({ data }) => (data === null ? [] : [(data as { step: number }).step]))).toEqual([
      5, 4, 3, 2, 1,
    ]);
  });

  it('fails a job for a line that is no example, and cancels one when it is asked to', async () => {
    const { client, upload } = await asked();
    const order = async (lines: readonly string[]) =>
      client.fineTuning.jobs.create({ model: 'scriptorium-mini', training_file: (await upload(lines)).id });
    const bad = await order([...LINES, '{}']);
    expect((await client.fineTuning.jobs.retrieve(bad.id)).error).toMatchObject({ code: 'invalid_file_format' });
    const few = await order([LINE]);
    expect((await client.fineTuning.jobs.retrieve(few.id)).error).toMatchObject({ code: 'invalid_n_examples' });
    const good = await order(LINES);
    expect((await client.fineTuning.jobs.cancel(good.id)).status).toBe('cancelled');
    await expect(order([])).resolves.toMatchObject({ status: 'validating_files' });
    await expect(
      client.fineTuning.jobs.create({ model: 'scriptorium-maxi', training_file: 'file-none' }),
    ).rejects.toMatchObject({ status: 400 });
  });
});
