// A long step of a backtest, as plain data: what one thread is handed.

import type { BacktestPlan, WalkEnd } from './backtest-walk.ts';

export type BacktestTask = {
  readonly plan: BacktestPlan;
  /** Root of the clone. */
  readonly root: string;
  /** Where its journals lie. */
  readonly folder: string;
  readonly parser: 'native-first' | 'wasm';
} & BacktestStep;

export type BacktestStep =
  | { readonly kind: 'walk'; readonly from: number; readonly end: WalkEnd }
  | { readonly kind: 'anew'; readonly from: number; readonly to: number };
