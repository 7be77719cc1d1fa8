// Backtests without threads: walks in this process, and journals in memory.

import type { AnewState, BacktestPlan, WalkEnd, WalkPoint } from '../../src/core/backtest-walk.ts';
import { bodyOf } from '../../src/core/unit.ts';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import { anewStates } from '../../src/jobs/anew-states.ts';
import { walk } from '../../src/jobs/walk.ts';
import type { BacktestRunner, Training, WalkJournal } from '../../src/ports.ts';
import { java, undisturbed } from './job-surroundings.ts';
import { failed, modelThat, written } from './models.ts';
import type { ScratchRepository } from './scratch-repository.ts';

/** A training whose model writes each body as it was learned, under the same id, and refuses what it never saw. */
export function verbatimTraining(): Training {
  const bodies = new Map<string, string>();
  return {
    learn: (source) => {
      for (const unit of source.units) bodies.set(unit.id, bodyOf(source, unit));
    },
    forget: (source) => {
      for (const { id } of source.units) bodies.delete(id);
    },
    finish({ revision }) {
      const known = new Map(bodies);
      const model = modelThat(
        ({ target }) => {
          const body = known.get(target.id);
          return body === undefined ? failed('refused') : written(body);
        },
        { name: `verbatim ${revision}` },
      );
      return { model, save: () => new Uint8Array() };
    },
  };
}

/** A journal that forgets nothing, and knows what one before it had. */
export class MemoryJournal implements WalkJournal {
  readonly points: readonly WalkPoint[];
  readonly ledger: WalkJournal['ledger'];
  readonly appended: WalkPoint[] = [];
  closed = false;
  #last: WalkJournal['ledger'] = null;

  constructor(points: readonly WalkPoint[] = [], ledger: WalkJournal['ledger'] = null) {
    this.points = points;
    this.ledger = ledger;
  }

  async append(point: WalkPoint, pages: () => NonNullable<WalkJournal['ledger']>['pages']): Promise<void> {
    this.appended.push(point);
    this.#last = { at: point.at, pages: pages() };
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  /** For the run after this one. */
  reopened(): MemoryJournal {
    return new MemoryJournal([...this.points, ...this.appended], this.#last ?? this.ledger);
  }
}

export interface WalkedRunner extends BacktestRunner {
  /** `from` and end of each walk that was asked for. */
  readonly walks: readonly [number, WalkEnd][];
}

/** Does every step here and now; `disturb` may hold a step up, so that others overtake it. */
export function runnerHere(
  scratch: ScratchRepository,
  plan: BacktestPlan,
  disturb: () => Promise<void> = async () => {},
): WalkedRunner {
  const walks: [number, WalkEnd][] = [];
  const journals = new Map<number, MemoryJournal>();
  return {
    walks,
    async walk(from, end, onPoint) {
      walks.push([from, end]);
      await disturb();
      const journal = (journals.get(from) ?? new MemoryJournal()).reopened();
      journals.set(from, journal);
      const repository = await openRepository(scratch.root);
      await walk({ ...undisturbed, plan, from, end, repository, training: verbatimTraining(), journal, onPoint });
    },
    async anew(from, to): Promise<AnewState[]> {
      await disturb();
      const history = openHistory(scratch.root);
      const training = verbatimTraining();
      return anewStates({ ...undisturbed, plan, from, to, history, extensions: java.extensions, training });
    },
  };
}
