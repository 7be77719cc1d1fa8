// What the control group says, in words.

import type { Control } from '../core/control.ts';
import { count, grouped, share } from './words.ts';

/** Whether the model is still the same: its methods were shown to it as on every review before. */
export function controlSentence(control: Control | null, size: number): string {
  if (control === null) {
    return size === 0
      ? 'No control group was asked for.'
      : `The control group was begun with ${count(size, 'method')}; the next review compares with it.`;
  }
  const { methods, moved, before, now } = control;
  if (moved === 0)
    return `The control group of ${count(methods, 'method')} came back as the last time: it is the same model.`;
  return `${grouped(String(moved))} of the ${count(methods, 'method')} of the control group came back otherwise than the last time (mean similarity ${share(before)} then, ${share(now)} now), though nothing was shown otherwise: the model or its server changed. What freshness lost since then may not be drift.`;
}
