// What is sent: little, and in the words that the server knows.

import { describe, expect, it } from 'vitest';
import type { Fault } from '../../support/fake-openai.ts';
import { CHAT, detailOf, library, TEXT, textOf } from './asked.ts';

const GOOD = '{\n    return titles.size();\n}';

describe('a request', () => {
  it('says no more than it must', async () => {
    const { server, ask } = await library();
    await ask(CHAT, { maxTokens: 32 });
    await ask(
      { kind: 'text', text: 'int size() ', suffix: '\n}', stop: ['\n}'] },
      { maxTokens: 32, temperature: 0.7, seed: 3 },
    );
    await ask(TEXT, { maxTokens: 32 });
    expect(server.requests.map(({ path, body }) => [path, body])).toEqual([
      [
        '/v1/chat/completions',
        { model: 'ledger-7b', messages: CHAT.kind === 'chat' ? CHAT.messages : [], max_tokens: 32, temperature: 0 },
      ],
      [
        '/v1/completions',
        {
          model: 'ledger-7b',
          prompt: 'int size() ',
          suffix: '\n}',
          stop: ['\n}'],
          max_tokens: 32,
          temperature: 0.7,
          seed: 3,
        },
      ],
      [
        '/v1/completions',
        { model: 'ledger-7b', prompt: 'class Shelf {\n    int size() ', max_tokens: 32, temperature: 0 },
      ],
    ]);
  });

  it('carries the operator’s own fields', async () => {
    const { server, ask } = await library(
      {},
      { extraBody: { top_k: 1, chat_template_kwargs: { enable_thinking: false } } },
    );
    await ask();
    expect(server.requests[0]?.body).toMatchObject({ top_k: 1, chat_template_kwargs: { enable_thinking: false } });
  });

  it('leaves out what the server does not know, from then on', async () => {
    const { server, ask } = await library({ refuses: ['seed', 'stop', 'max_tokens'] });
    const prompt = { ...TEXT, stop: ['size'] } as typeof TEXT;
    expect(textOf(await ask(prompt, { temperature: 0.7 }))).toBe('{\n    return titles.');
    expect(server.requests).toHaveLength(4);
    await ask(prompt, { temperature: 0.7 });
    expect(server.requests).toHaveLength(5);
    expect(Object.keys(server.requests[4]?.body ?? {})).toEqual([
      'model',
      'prompt',
      'max_completion_tokens',
      'temperature',
    ]);
  });

  it.each([
    [
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'max_tokens',
    ],
    [
      "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
      'temperature',
    ],
    ["Unexpected fields in the request: {'seed'}", 'seed'],
    ['unknown field `seed`', 'seed'],
  ])('understands “%s”', async (message, field) => {
    const { server, ask } = await library();
    server.misbehave({ kind: 'status', status: 400, body: { error: { message } } });
    expect(textOf(await ask(CHAT, { temperature: 0.7 }))).toBe(GOOD);
    expect(server.requests.map(({ body }) => body !== undefined && field in body)).toEqual([true, false]);
  });

  it('tries once without what can be spared when the server does not say what it dislikes', async () => {
    const { server, ask } = await library();
    const no: Fault = { kind: 'status', status: 422, body: { detail: 'Unprocessable' } };
    server.misbehave(no, no);
    expect(detailOf(await ask(CHAT, { temperature: 0.7 }))).toBe('the server refuses the request (422: Unprocessable)');
    expect(server.requests).toHaveLength(2);
    // It did not help, so that nothing was learned from it.
    expect(textOf(await ask(CHAT, { temperature: 0.7 }))).toBe(GOOD);
    expect(server.requests[2]?.body).toHaveProperty('seed');
  });

  it('is not tried without a limit or with a second one', async () => {
    const { server, ask } = await library({ refuses: ['max_tokens', 'max_completion_tokens'] });
    expect(detailOf(await ask())).toBe(
      'the server refuses the request (422: body.max_completion_tokens: Extra inputs are not permitted)',
    );
    expect(server.requests).toHaveLength(2);
  });

  it('says what to do about a server that takes no suffix', async () => {
    const { server, ask } = await library();
    server.misbehave({ kind: 'status', status: 400, body: { message: 'suffix is not currently supported' } });
    const answer = await ask({ ...TEXT, suffix: '\n}' } as typeof TEXT);
    expect(answer).toMatchObject({ fatal: true });
    expect(detailOf(answer)).toBe(
      'the server takes no suffix (400): choose another prompt format, `chat` or the one of the model’s family (`fim-…`)',
    );
  });

  it('ends at its stops even where the server ignores them, and sends no more than four', async () => {
    const { server, ask } = await library();
    const stop = ['never', 'not', 'nowhere', 'neither', 'size'];
    server.misbehave({ kind: 'choice', choice: { text: GOOD, finish_reason: 'length' } });
    expect(await ask({ ...TEXT, stop } as typeof TEXT)).toMatchObject({
      text: '{\n    return titles.',
      finish: 'stop',
    });
    expect(server.requests[0]?.body?.stop).toEqual(stop.slice(0, 4));
  });
});
