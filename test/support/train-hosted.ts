// A process of its own that trains at a service, prints each event, and can be killed:
// node --import tsx test/support/train-hosted.ts '{"baseUrl": …, "request": …}'

import { writeOutput } from '../../src/files/output-file.ts';
import { openAiTrainer } from '../../src/trainers/openai.ts';

const { baseUrl, apiKey, request } = JSON.parse(process.argv[2] ?? '');
await openAiTrainer({ baseUrl, apiKey, pollMs: 20, writeFile: writeOutput }).train({
  ...request,
  onEvent: (event) => process.stdout.write(`${JSON.stringify(event)}\n`),
  signal: new AbortController().signal,
});
