// Counting what goes into a training set, and what does not.

import {
  DATASET_LEFT_OUT,
  type DatasetLeftOut,
  type DatasetLeftOutRow,
  type DatasetSplit,
  type SplitCounts,
} from './dataset-card.ts';
import type { TrainingExample } from './dataset-example.ts';

export class DatasetTally {
  readonly #splits = { train: emptyCounts(), validation: emptyCounts(), test: emptyCounts() };
  readonly #leftOut = new Map<DatasetLeftOut, { files: number; units: number }>();

  example(split: DatasetSplit, path: string, { promptTokens, completionTokens }: TrainingExample): void {
    const counts = this.#splits[split];
    counts.examples++;
    counts.files.add(path);
    counts.promptTokens += promptTokens;
    counts.completionTokens += completionTokens;
  }

  leaveOut(
    reason: DatasetLeftOut,
    { files = 0, units = 0 }: { readonly files?: number; readonly units?: number },
  ): void {
    const row = this.#leftOut.get(reason) ?? { files: 0, units: 0 };
    this.#leftOut.set(reason, { files: row.files + files, units: row.units + units });
  }

  splits(): Readonly<Record<DatasetSplit, SplitCounts>> {
    const { train, validation, test } = this.#splits;
    return { train: countsOf(train), validation: countsOf(validation), test: countsOf(test) };
  }

  leftOut(): DatasetLeftOutRow[] {
    return DATASET_LEFT_OUT.flatMap((reason) => {
      const row = this.#leftOut.get(reason);
      return row === undefined ? [] : [{ reason, ...row }];
    });
  }
}

interface Counts {
  examples: number;
  readonly files: Set<string>;
  promptTokens: number;
  completionTokens: number;
}

function emptyCounts(): Counts {
  return { examples: 0, files: new Set(), promptTokens: 0, completionTokens: 0 };
}

function countsOf({ files, ...counts }: Counts): SplitCounts {
  return { ...counts, files: files.size };
}
