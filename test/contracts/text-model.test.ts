// The TextModel contract on the providers that need nothing but this machine.

import { describe, it } from 'vitest';
import { commandModel } from '../../src/models/command.ts';
import { ggufModel } from '../../src/models/gguf.ts';
import { openAiModel } from '../../src/models/openai.ts';
import { commandExample } from '../support/command-example.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../support/fake-openai.ts';
import { folderOf } from '../support/folder.ts';
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

const example = () => folderOf({ 'complete.mjs': commandExample() });

textModelContract('a model behind a program', {
  start: async () => commandModel({ command: process.execPath, args: ['complete.mjs'], folder: example() }),
  startBroken: async () => commandModel({ command: process.execPath, args: ['no-such-file.mjs'], folder: example() }),
});

const gguf = process.env.PALIMPSEST_TEST_GGUF;
const small = { format: 'completion', contextTokens: 512, threads: 1 } as const;

if (gguf === undefined) {
  describe.skip('a model in a GGUF file: left out, PALIMPSEST_TEST_GGUF names none', () =>
    it('is a TextModel', () => {}));
} else {
  textModelContract('a model in a GGUF file', {
    start: () => ggufModel({ ...small, path: gguf }),
    // Weights of a whole model are no adapter, which shows at the first prompt.
    startBroken: () => ggufModel({ ...small, path: gguf, lora: gguf }),
  });
}
