// What the report of a specialisation is shown with.

import type { SpecializeReport } from '../../src/core/report.ts';
import { LEDGER_7B } from './books.ts';

const RUN = '/work/runs/ledger-7b';

export const SPECIALIZED: SpecializeReport = {
  schemaVersion: 1,
  kind: 'specialize',
  trainer: 'trl',
  trained: true,
  dataset: {
    folder: '/work/set',
    recipe: 'javadoc',
    hash: '9c'.repeat(32),
    examples: { train: 1_871, validation: 208, test: 0 },
  },
  model: LEDGER_7B,
  output: { folder: RUN, card: `${RUN}/card.json`, models: `${RUN}/models.yml`, chart: `${RUN}/loss.svg` },
  losses: [
    { step: 100, epoch: 0.43, loss: 2.1, validationLoss: null },
    { step: 200, epoch: 0.85, loss: 1.2, validationLoss: null },
    { step: 234, epoch: 1, loss: null, validationLoss: 1.31 },
    { step: 300, epoch: 1.28, loss: 0.74, validationLoss: null },
    { step: 468, epoch: 2, loss: 0.61, validationLoss: 1.02 },
  ],
  serve: [
    { server: 'transformers serve', command: 'transformers serve --port 8000', baseUrl: 'http://127.0.0.1:8000/v1' },
    { server: 'vLLM', command: `vllm serve '${RUN}/my model' --port 8000`, baseUrl: 'http://127.0.0.1:8000/v1' },
  ],
  remarks: ['Once it is served, `palimpsest evaluate` measures where it starts.'],
};
