// A small OpenAI-compatible server with real weights behind it: chat and completions, on 127.0.0.1.
// NODE_PATH=… node --import tsx scripts/e2e-model/server.ts WEIGHTS LOG; prints its base URL when it is ready.

import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Prompt } from '../../src/core/prompt-format.ts';
import { ggufModel } from '../../src/models/gguf.ts';

const NAME = 'smollm2';
/** Whatever is asked for: small servers have such a bound, and this one would take minutes for a thousand tokens. */
const LONGEST_ANSWER = 160;
const [weights = '', log = ''] = process.argv.slice(2);

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).optional(),
  prompt: z.string().default(''),
  stop: z.array(z.string()).default([]),
  max_tokens: z.int().min(1).default(160),
  temperature: z.number().default(0),
  seed: z.int().default(0),
});

// One thread: several would wait for each other wherever the machine has other work.
const model = await ggufModel({ path: weights, format: 'chat', contextTokens: 2_048, threads: 1 });
const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => reply(response, 500, { error: { message: error.message } }));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1\n`);
});
process.once('SIGTERM', end);
process.stdin.once('end', end).resume(); // whoever started it is gone

function end(): void {
  server.close();
  server.closeAllConnections();
  model.close().then(() => process.exit());
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path === '/v1/models') return reply(response, 200, { object: 'list', data: [{ id: NAME, object: 'model' }] });
  if (path !== '/v1/chat/completions' && path !== '/v1/completions') return reply(response, 404, {});
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const asked = requestSchema.parse(JSON.parse(text));
  const isChat = asked.messages !== undefined;
  const prompt: Prompt = isChat
    ? { kind: 'chat', messages: asked.messages ?? [] }
    : { kind: 'text', text: asked.prompt, suffix: null, stop: asked.stop };
  const began = performance.now();
  const options = {
    maxTokens: Math.min(asked.max_tokens, LONGEST_ANSWER),
    temperature: asked.temperature,
    seed: asked.seed,
  };
  const completion = await model.complete(prompt, { ...options, signal: new AbortController().signal });
  const seconds = (performance.now() - began) / 1_000;
  appendFileSync(log, `${JSON.stringify({ asked, completion, seconds })}\n`);
  if (completion.kind === 'failed') {
    const code = completion.reason === 'does-not-fit' ? 'context_length_exceeded' : completion.reason;
    return reply(response, 400, { error: { message: completion.detail, code } });
  }
  const { promptTokens: prompt_tokens, completionTokens: completion_tokens, finish: finish_reason } = completion;
  const written = isChat ? { message: { role: 'assistant', content: completion.text } } : { text: completion.text };
  reply(response, 200, {
    model: NAME,
    choices: [{ index: 0, finish_reason, ...written }],
    usage: { prompt_tokens, completion_tokens },
  });
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
