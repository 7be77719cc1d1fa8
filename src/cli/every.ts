// `--every`: how far the states of a backtest lie apart, as a person writes it.

import type { Every } from '../core/backtest-states.ts';
import { ExpectedFailure } from '../errors.ts';

const UNITS = { d: 'days', w: 'weeks', m: 'months' } as const;

/** Takes `1w`, `2w`, `1m`, `10d` or `merge`. Throws an ExpectedFailure for anything else. */
export function parseEvery(text: string): Every {
  if (text === 'merge') return 'merge';
  const [, number, letter] = /^([1-9]\d{0,2})([dwm])$/.exec(text) ?? [];
  if (letter === 'd' || letter === 'w' || letter === 'm') return { count: Number(number), unit: UNITS[letter] };
  throw new ExpectedFailure(
    'bad-setting',
    `--every does not take ${JSON.stringify(text)}`,
    'Give days, weeks or months (10d, 1w, 2w, 1m), or merge for every commit on the line of first parents.',
  );
}

/** Takes shares of 1 with commas between. Throws an ExpectedFailure for anything else. */
export function parseLines(text: string): number[] {
  const lines = text.split(',').map((typed) => (/^(?:0?\.\d+|1(?:\.0+)?)$/.test(typed.trim()) ? Number(typed) : 0));
  if (lines.every((line) => line > 0)) return [...new Set(lines)];
  throw new ExpectedFailure(
    'bad-setting',
    `--retrain-at does not take ${JSON.stringify(text)}`,
    'Give freshnesses above 0 and up to 1 with commas between, such as 0.95,0.9,0.85.',
  );
}
