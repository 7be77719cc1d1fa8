// The table of scores: what a model reached beside the stub that it started from, with the sample of each line.

import type { Scores, Summary } from '../core/report.ts';
import { characters, count, grouped, share } from './words.ts';

export interface ScoreLine {
  readonly label: string;
  readonly scores: Scores;
}

export interface ScoreBlock {
  /** What the lines are means over. */
  readonly sample: string;
  readonly lines: readonly ScoreLine[];
}

export const SCORE_HEADINGS = ['error rate', 'similarity', 'recovery'] as const;

/** The stub's line first: it is where every model starts. Whole files apart from methods, never under one name. */
export function scoreBlocks(summary: Summary, stub: Summary, label: string): ScoreBlock[] {
  const { files, methods } = summary;
  const { count: eligible, scored, failed } = methods;
  const start: ScoreLine = { label: 'every body erased', scores: stub.methods };
  const methodLines: ScoreLine[] =
    failed === 0
      ? [start, { label, scores: methods }]
      : [
          start,
          ...(scored === 0 ? [] : [{ label: `${label}, the ${grouped(String(scored))} scored`, scores: methods }]),
          { label: `${label}, failures as stubs`, scores: methods.withFailuresAsStubs },
        ];
  return [
    {
      sample: `over ${count(files.count, 'file')}`,
      lines: [
        { label: 'every body erased', scores: stub.files },
        { label, scores: files },
      ],
    },
    {
      sample: `over ${count(eligible, 'method')}${failed === 0 ? ', all scored' : `, ${grouped(String(failed))} failed`}`,
      lines: eligible === 0 ? [] : methodLines,
    },
  ];
}

/** Error rate, similarity and recovery, as precise as published results. */
export function scoreCells({ errorRate, similarity, recovery }: Scores): string[] {
  return [characters(errorRate, 2), share(similarity, 4), share(recovery, 4)];
}
