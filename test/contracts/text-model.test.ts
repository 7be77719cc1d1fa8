// The TextModel contract on the providers that need nothing but this machine.

import { openAiModel } from '../../src/models/openai.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../support/fake-openai.ts';
import { textModelContract } from './text-model.ts';

const servers: FakeOpenAi[] = [];
let shelf: FakeOpenAi | undefined;

const settings = { model: 'ledger-7b', apiKey: null, retries: 0 };

textModelContract('a model behind an OpenAI-compatible server', {
  start: async () => {
    shelf ??= await startFakeOpenAi();
    return openAiModel({ ...settings, baseUrl: shelf.baseUrl });
  },
  startBroken: async () => {
    const server = await startFakeOpenAi();
    servers.push(server);
    server.misbehaveAlways({ kind: 'hang-up' });
    return openAiModel({ ...settings, baseUrl: server.baseUrl });
  },
  stop: async () => {
    for (const server of servers.splice(0)) await server.close();
    await shelf?.close();
    shelf = undefined;
  },
});
