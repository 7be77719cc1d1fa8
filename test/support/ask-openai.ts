// A process of its own that asks servers once each and prints what became of it: NODE_EXTRA_CA_CERTS is read at its start.
// node --import tsx test/support/ask-openai.ts BASE_URL…

import { openAiModel } from '../../src/models/openai.ts';

const completions = [];
for (const baseUrl of process.argv.slice(2)) {
  const model = openAiModel({ baseUrl, model: 'ledger-7b', apiKey: null, retries: 0 });
  completions.push(
    await model.complete(
      { kind: 'chat', messages: [{ role: 'user', content: 'size()' }] },
      { maxTokens: 64, temperature: 0, seed: 1, signal: new AbortController().signal },
    ),
  );
}
process.stdout.write(JSON.stringify(completions));
