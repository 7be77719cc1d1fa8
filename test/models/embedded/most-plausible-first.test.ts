// The model looks for no more candidates than it needs: its answers are those of looking at all of them.

import { describe, expect, it } from 'vitest';
import { stubInPlace, stubsForRecreation } from '../../../src/core/stub.ts';
import { bodyText } from '../../../src/models/embedded/adaptation.ts';
import { expectedSimilarity } from '../../../src/models/embedded/confidence.ts';
import { trainMemory } from '../../../src/models/embedded/memory.ts';
import { remembering } from '../../../src/models/embedded/remembering.ts';
import { libraryFiles } from '../../languages/java-sources.ts';
import { java } from '../../support/job-surroundings.ts';

const parsed = (release: string) => libraryFiles(release).map(({ path, text }) => java.parse(path, text));

describe('what is proposed for the methods of a later release', () => {
  const memory = trainMemory(parsed('capacitor-android-8.0'), java, { project: '', revision: 'a', committedAt: null });
  const remembered = remembering(memory, java);
  const later = parsed('capacitor-android-8.5');
  const inPlace = later.flatMap((source) => source.units.map((unit) => stubInPlace(source, unit)));
  const recreated = later.flatMap((source) => stubsForRecreation(source, new Set(source.units.map(({ id }) => id))));

  it.each([
    ['in place', inPlace],
    ['with every body erased', recreated],
  ])('%s comes in the order of all candidates', (_, stubs) => {
    let compared = 0;
    for (const stub of stubs.filter((_, index) => index % 15 === 0)) {
      const { query, bodies } = remembered.rank(stub);
      const texts = bodies.map(({ adapted }) => bodyText(adapted, query));
      // One that does not parse is taken with its names changed only, which the rank does not show.
      if (!texts.every((text) => java.isBody(text))) continue;
      const distinct = bodies.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
      const expected = distinct.map(({ adapted, plausibility }) => ({ body: bodyText(adapted, query), plausibility }));
      expect(remembered.propose(stub, bodies.length + 1).proposals).toEqual(expected);
      const [first] = bodies;
      const confidence = first === undefined ? 0 : expectedSimilarity(first.adapted.candidate);
      expect(remembered.propose(stub, 1)).toEqual({ proposals: expected.slice(0, 1), confidence });
      compared++;
    }
    expect(compared).toBeGreaterThan(stubs.length / 30);
  });
});
