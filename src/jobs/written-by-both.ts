// The same units written by champion and challenger, and paired.

import type { PlacedUnit } from '../core/changes.ts';
import type { PairedRow } from '../core/paired-models.ts';
import { stubInPlace } from '../core/stub.ts';
import type { MethodId } from '../core/unit.ts';
import { ExpectedFailure } from '../errors.ts';
import type { CodeModel, Journal, Progress } from '../ports.ts';
import { type WrittenChange, writeChanges } from './changed-methods.ts';

export interface Rivals {
  readonly champion: CodeModel;
  readonly challenger: CodeModel;
}

export interface UnitToWrite extends Pick<PairedRow, 'change' | 'learned'> {
  readonly current: PlacedUnit;
}

export interface WrittenByBoth {
  readonly rows: readonly PairedRow[];
  /** Units that the budget of one of them did not suffice for; they are no rows. */
  readonly unasked: readonly MethodId[];
  /** Rows for which a server or the network failed. */
  readonly unanswered: number;
}

/** So many are written by both before the next ones: what a model keeps in mind of a stub lives as long as the stub. */
const WRITTEN_TOGETHER = 64;

/** Throws an ExpectedFailure when one of them answered nothing at all, for a reason of its server or the network. */
export async function writeByBoth(
  units: readonly UnitToWrite[],
  { champion, challenger }: Rivals,
  writing: { readonly journal: Journal | null; readonly progress: Progress; readonly signal: AbortSignal },
): Promise<WrittenByBoth> {
  const rows: PairedRow[] = [];
  const unasked: MethodId[] = [];
  const silences = { champion: [] as string[], challenger: [] as string[] };
  let unanswered = 0;
  for (let start = 0; start < units.length; start += WRITTEN_TOGETHER) {
    const some = units.slice(start, start + WRITTEN_TOGETHER).map((unit) => {
      return { unit, change: unit, stub: stubInPlace(unit.current.source, unit.current.unit) };
    });
    const before = await writeChanges(some, champion, writing);
    const after = await writeChanges(some, challenger, writing);
    for (const [index, { unit }] of some.entries()) {
      const [old, anew] = [before[index] ?? null, after[index] ?? null];
      if (old === null || anew === null) {
        unasked.push(unit.current.unit.id);
        continue;
      }
      rows.push(rowOf(unit, old, anew));
      if (old.silence !== null) silences.champion.push(old.silence);
      if (anew.silence !== null) silences.challenger.push(anew.silence);
      if (old.silence !== null || anew.silence !== null) unanswered++;
    }
    writing.progress.advance(some.length);
  }
  requireAnswers(champion, silences.champion, rows.length);
  requireAnswers(challenger, silences.challenger, rows.length);
  return { rows, unasked, unanswered };
}

function rowOf({ current, change, learned }: UnitToWrite, old: WrittenChange, anew: WrittenChange): PairedRow {
  const { id, path } = current.unit;
  return {
    id,
    path,
    change,
    learned,
    champion: old.similarity,
    challenger: anew.similarity,
    championFailed: old.failed,
    challengerFailed: anew.failed,
  };
}

function requireAnswers({ card }: CodeModel, silences: readonly string[], rows: number): void {
  if (rows === 0 || silences.length < rows) return;
  throw new ExpectedFailure(
    'model-unavailable',
    `${card.name} gave no answer to any of ${rows} ${rows === 1 ? 'method' : 'methods'} (${silences[0]})`,
    'Nothing was decided; run the command again when the model answers.',
  );
}
