import { beforeAll, describe, expect, it } from 'vitest';
import { loadJava } from '../../../src/languages/java.ts';
import { type KnownUnit, knownUnits } from '../../../src/models/embedded/memory.ts';
import { likeness, type RetrievalIndex, retrievalIndex } from '../../../src/models/embedded/retrieval.ts';

const CRAFTS = ['Scribe', 'Binder', 'Tanner', 'Gilder', 'Reader'];
const THINGS = ['Folio', 'Psalter', 'Missal', 'Charter', 'Ledger', 'Map'];
const DEEDS = ['copy', 'bind', 'open', 'burn', 'lend', 'read'];

let units: KnownUnit[];
let index: RetrievalIndex;

beforeAll(async () => {
  const java = await loadJava();
  units = CRAFTS.flatMap((craft, at) => {
    const methods = THINGS.flatMap((thing, number) =>
      DEEDS.slice(0, 1 + ((at + number) % DEEDS.length)).map(
        (deed) => `${thing} ${deed}${thing}(${thing} old${thing}, int count) { return null; }`,
      ),
    );
    return knownUnits(java.parse(`${craft}.java`, `class ${craft} { ${methods.join('\n')} }`));
  });
  index = retrievalIndex(units);
});

describe('the nearest units', () => {
  it('are those that a look at every unit finds', () => {
    for (const unit of units) {
      const header = index.weigh(unit);
      const all = units
        .map((other) => likeness(header, index.weigh(other)))
        .sort((a, b) => b - a)
        .slice(0, 10);
      const hits = index.nearest(header, 10);
      hits.forEach((hit, at) => {
        expect(hit.likeness).toBeCloseTo(all[at] ?? -1, 10);
      });
    }
  });

  it('begin with the unit itself, whose likeness is 1', () => {
    units.forEach((unit, at) => {
      const [first] = index.nearest(index.weigh(unit), 3);
      expect(first).toMatchObject({ unit: at });
      expect(first?.likeness).toBeCloseTo(1, 10);
    });
  });

  it('of equal likeness stand in the order of the memory', () => {
    const hits = units.flatMap((unit) => index.nearest(index.weigh(unit), 20));
    hits.slice(1).forEach((hit, at) => {
      const previous = hits[at];
      if (previous !== undefined && previous.likeness === hit.likeness && (at + 1) % 20 !== 0) {
        expect(previous.unit).toBeLessThan(hit.unit);
      }
    });
  });

  it('are some even when nothing is shared', () => {
    expect(index.nearest({ weights: new Map(), total: 0 }, 4)).toHaveLength(4);
    expect(retrievalIndex([]).nearest({ weights: new Map(), total: 0 }, 4)).toEqual([]);
  });
});
