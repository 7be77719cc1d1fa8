// Log-probabilities of a prompt, in the two forms that servers give them in, and from those that give none.

import { describe, expect, it } from 'vitest';
import { makeLikelihood } from '../../../src/models/openai/likelihood.ts';
import { openAiModel } from '../../../src/models/openai.ts';
import { startFakeOpenAi } from '../../support/fake-openai.ts';

const NEVER = new AbortController().signal;
const TEXT = 'int a;';

/** A server that replies as the table of its replies says, by a field of the request. */
function asking(replies: Readonly<Record<string, unknown>>, status = 200) {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const likelihood = makeLikelihood({
    model: 'ledger-7b',
    extraBody: {},
    connection: {
      async post(_endpoint, body) {
        asked.push(body);
        const [, reply] = Object.entries(replies).find(([field]) => field in body) ?? [];
        const text = JSON.stringify(reply ?? { error: 'no such field' });
        return { kind: 'replied', status: reply === undefined ? 400 : status, headers: new Headers(), text };
      },
    },
  });
  return { asked, likelihood: () => likelihood(TEXT, NEVER) };
}

const ECHO = {
  choices: [
    {
      text: `${TEXT} b`,
      logprobs: {
        token_logprobs: [null, -0.5, -0.25, -7],
        text_offset: [0, 3, 5, 6],
        tokens: ['int', ' a', ';', ' b'],
      },
    },
  ],
};

const PROMPT = {
  choices: [{ text: ' b', prompt_logprobs: [null, { 12: { logprob: -1.5 } }, { 7: { logprob: -2 } }] }],
};

describe('the likelihood of a text', () => {
  it('is read from an echoed prompt, without what was written after it', async () => {
    expect(await asking({ echo: ECHO }).likelihood()).toEqual({ tokens: 2, logProbability: -0.75 });
  });

  it('is read from prompt_logprobs where there is no echo, and asked for in that form alone from then on', async () => {
    const server = asking({ prompt_logprobs: PROMPT });
    expect(await server.likelihood()).toEqual({ tokens: 2, logProbability: -3.5 });
    await server.likelihood();
    expect(server.asked.map((body) => 'echo' in body)).toEqual([true, false, false]);
  });

  it.each([
    ['a server that refuses both', {}],
    [
      'a server that gives log-probabilities of its answer alone',
      { echo: { choices: [{ ...ECHO.choices[0], text: ' b' }] } },
    ],
    [
      'a place with alternatives, whose order JSON does not keep',
      { prompt_logprobs: { choices: [{ prompt_logprobs: [null, { 1: { logprob: -1 }, 2: { logprob: -2 } }] }] } },
    ],
    ['a text of one token', { prompt_logprobs: { choices: [{ prompt_logprobs: [null] }] } }],
  ])('is not known from %s', async (_, replies) => expect(await asking(replies).likelihood()).toBeNull());

  it('is not known from a server that answers as if nothing had been asked', async () => {
    const server = await startFakeOpenAi();
    const model = openAiModel({ baseUrl: server.baseUrl, model: 'ledger-7b', apiKey: null });
    expect(await model.likelihood?.(TEXT, NEVER)).toBeNull();
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/completions', '/v1/completions']);
    await server.close();
  });
});
