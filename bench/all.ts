// `npm run bench [-- --mockito DIR]`: the distance, the Action, then the commands on a whole codebase. DIR is a clone or a bare git
// directory of Mockito; without it one is fetched, and where that cannot be, the largest Java corpus on npm stands in.
// `npm run bench -- --history DIR`: the commands that walk a history, on a large clone, and nothing else.
// `npm run bench -- --dataset DIR`: the training set of a large clone, and nothing else.
// `npm run bench -- --action [--mockito DIR]`: the Action, and nothing else.

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { actionTable } from './action.ts';
import { commandsTable, growthTable } from './codebase.ts';
import { openCorpus } from './corpus.ts';
import { datasetTable } from './dataset.ts';
import { benchDistance, distanceTable } from './distance.ts';
import { historyTable } from './history.ts';

const { values: options } = parseArgs({
  options: {
    mockito: { type: 'string' },
    history: { type: 'string' },
    dataset: { type: 'string' },
    action: { type: 'boolean' },
  },
});

const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'));
try {
  const [cpu] = cpus();
  const machine = `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}`;
  if (options.history !== undefined) console.log(`${machine}\n\n${historyTable(options.history, scratch)}`);
  else if (options.dataset !== undefined) console.log(`${machine}\n\n${datasetTable(options.dataset, scratch)}`);
  else await benchCodebase(machine);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function benchCodebase(machine: string): Promise<void> {
  const corpus = openCorpus(options.mockito, scratch);
  console.log(`${machine}; ${corpus.name}\n`);
  if (options.action === true) {
    console.log(await actionTable(corpus, scratch));
    return;
  }
  console.log(`${distanceTable(await benchDistance(corpus.sources))}\n`);
  console.log(`${await actionTable(corpus, scratch)}\n`);
  console.log(`${commandsTable(corpus, scratch)}\n`);
  console.log(await growthTable(corpus, scratch));
}
