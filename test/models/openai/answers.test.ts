// Answers that are none, or not quite, and prompts that the server cannot take.

import { describe, expect, it } from 'vitest';
import { type Fault, faults } from '../../support/fake-openai.ts';
import { CHAT, detailOf, library, textOf } from './asked.ts';

const GOOD = '{\n    return titles.size();\n}';

function status(code: number, message: unknown = 'no', more: object = {}): Fault {
  return { kind: 'status', status: code, body: { error: { message } }, ...more };
}

describe('a prompt that is too large', () => {
  it('is this prompt’s failure alone', async () => {
    const { ask } = await library({ contextTokens: 100 });
    const long = await ask({ kind: 'chat', messages: [{ role: 'user', content: 'shelf '.repeat(200) }] });
    expect(long).toMatchObject({ kind: 'failed', reason: 'error', fatal: false });
    expect(detailOf(long)).toMatch(
      /^the prompt does not fit the model’s window \(400: This model's maximum context length is 100 tokens/,
    );
    expect(textOf(await ask())).toBe(GOOD);
  });

  it.each([
    [413, 'Payload Too Large'],
    [400, 'request (9412 tokens) exceeds the available context size (8192 tokens), try increasing it'],
    [500, 'the request exceeds the available context size. try increasing the context size or enable context shift'],
    [
      400,
      "This model's maximum context length is 2048 tokens. However, your request has 8 input tokens plus 2045 'max_tokens'.",
    ],
    [400, 'max_tokens must be at least 1, got -186.'],
    [400, 'The prompt (total length 25938) is too long to fit into the model (context length 4096).'],
    [422, 'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens'],
    [422, 'Input validation error: `inputs` must have less than 1024 tokens. Given: 2000'],
    [
      400,
      'Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens',
    ],
    [400, "Requested token count exceeds the model's maximum context length of 4096 tokens."],
    [400, 'Prompt contains 40000 tokens, too large for model with 32768 maximum context length'],
    [400, 'prompt is too long: 200001 tokens > 200000 maximum'],
    [400, 'Input tokens exceed the configured limit of 272000 tokens.'],
    [400, 'Requested tokens (2285) exceed context window of 2048'],
  ])('is known by what servers say: %i %s', async (code, message) => {
    const { server, ask } = await library({}, { retries: 0 });
    server.misbehaveAlways(status(code, message));
    for (let call = 1; call <= 6; call += 1) {
      const answer = await ask();
      expect(answer).toMatchObject({ fatal: false });
      expect(detailOf(answer)).toMatch(/^the prompt (does not fit the model’s window|is too large for the server)/);
    }
    expect(server.requests).toHaveLength(6);
  });
});

describe('an answer that is none, or not quite', () => {
  const choice = (one: object, beside: object = {}): Fault => ({ kind: 'choice', choice: one, beside });

  it.each([
    [{ kind: 'json', body: { choices: [] } }, 'the server answered without any choice'],
    [{ kind: 'json', body: {} }, 'the server answered without any choice'],
    [choice({ message: { content: null } }), 'the answer holds no text (stop)'],
    [
      choice({ finish_reason: 'tool_calls', message: { content: null, tool_calls: [] } }),
      'the answer holds no text (tool_calls)',
    ],
  ] as [Fault, string][])('is missing: %j', async (misbehaviour, detail) => {
    const { server, ask } = await library();
    server.misbehave(misbehaviour);
    expect(await ask()).toEqual({ kind: 'failed', reason: 'missing', detail, fatal: false });
    expect(textOf(await ask())).toBe(GOOD);
  });

  it.each([
    [
      choice({ message: { content: null, refusal: 'I cannot help with that.' } }),
      'refused',
      'I cannot help with that.',
    ],
    [choice({ finish_reason: 'content_filter', message: { content: 'Sor' } }), 'refused', 'Sor'],
    [choice({ finish_reason: 'content_filter', message: { content: null } }), 'refused', ''],
    [choice({ finish_reason: 'length', message: { content: null } }), 'length', ''],
    [choice({ finish_reason: 'eos_token' }), 'stop', GOOD],
    [choice({ finish_reason: null }), 'unknown', GOOD],
    [
      choice({
        message: {
          content: [
            { type: 'text', text: '{ ' },
            { type: 'text', text: '}' },
          ],
        },
      }),
      'stop',
      '{ }',
    ],
    [choice({ message: { content: '{ return "\ud83d"; }' } }), 'stop', '{ return "�"; }'],
    [{ kind: 'byte-by-byte' }, 'stop', GOOD],
  ] as [Fault, string, string][])('is read as it is meant: %j', async (misbehaviour, finish, text) => {
    const { server, ask } = await library();
    server.misbehave(misbehaviour);
    expect(await ask()).toMatchObject({ kind: 'answered', finish, text });
  });

  it('keeps characters whole that arrive in parts', async () => {
    const { server, ask } = await library({ answer: () => '{ return "📚 é 書"; }' });
    server.misbehave({ kind: 'byte-by-byte' });
    expect(textOf(await ask())).toBe('{ return "📚 é 書"; }');
  });

  it('says when a model loops until the limit', async () => {
    const { ask } = await library({ answer: () => 'size() '.repeat(10_000) });
    expect(await ask(CHAT, { maxTokens: 32 })).toMatchObject({ finish: 'length', completionTokens: 32 });
  });

  it('says under which name it was answered', async () => {
    const { server, ask } = await library();
    server.misbehave(faults.anotherModel('ledger-7b-0301\u{1b}[2J'), choice({}, { model: null, usage: null }));
    expect(await ask()).toMatchObject({ answeredAs: 'ledger-7b-0301�[2J', promptTokens: expect.any(Number) });
    expect(await ask()).toMatchObject({ answeredAs: null, promptTokens: null, completionTokens: null });
  });

  it('passes on an answer in another language as it is', async () => {
    const { ask } = await library({ answer: () => 'return len(self.titles)' });
    expect(textOf(await ask())).toBe('return len(self.titles)');
  });
});
