// `dataset` on a large clone: time and memory of a cold process of the shipped bundle.

import { join } from 'node:path';
import { cost, shown, table } from './cost.ts';

export function datasetTable(repository: string, scratch: string): string {
  const spent = cost(['dataset', '--repo', repository, '--output-dir', join(scratch, 'dataset')], 1);
  const [seconds, megabytes] = shown(spent);
  return table(
    ['Training set of a large clone', 'seconds', 'of a processor', 'MB', 'asked for'],
    [['dataset, javadoc, completion', seconds, spent.processorSeconds.toFixed(1), megabytes, '≤ 60 s, ≤ 500 MB']],
  );
}
