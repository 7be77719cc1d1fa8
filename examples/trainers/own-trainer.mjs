// A trainer of one's own, for `palimpsest specialize --trainer command … -- node examples/trainers/own-trainer.mjs`.
// It reads one line of JSON, tells how far it is, and ends with what came of it. This one learns nothing: it stands in for
// whatever your team trains with.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const request = JSON.parse(readFileSync(0, 'utf8'));
const { dataset, name, baseModel, epochs, folder, seed } = request;
const say = (event) => console.log(JSON.stringify(event));

const examples = readFileSync(join(dataset.folder, 'trl/train.jsonl'), 'utf8').trimEnd().split('\n');
say({ kind: 'said', text: `training ${name} from ${baseModel} on ${examples.length} examples` });

const steps = epochs * 4;
for (let step = 1; step <= steps; step += 1) {
  say({ kind: 'step', step, steps, epoch: step / 4, loss: 2 / (1 + step / 4) });
}

const weights = JSON.stringify({ baseModel, seed, epochs, learned: examples.length });
mkdirSync(join(folder, 'model'), { recursive: true });
writeFileSync(join(folder, 'model/weights.json'), weights);

say({
  kind: 'finished',
  model: name,
  fingerprint: createHash('sha256').update(weights).digest('hex'),
  epochs,
  serve: [{ server: 'our own', command: `our-server --model ${name}`, baseUrl: 'http://127.0.0.1:8000/v1' }],
});
