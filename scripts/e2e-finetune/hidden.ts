// What the embedded model writes when it may not use a method's own body: the likeliest of another one that parses.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EMPTY_BODY, splice, stubInPlace } from '../../src/core/stub.ts';
import type { ParsedSource } from '../../src/core/unit.ts';
import { bodyText } from '../../src/models/embedded/adaptation.ts';
import { readMemory } from '../../src/models/embedded/memory-file.ts';
import { remembering } from '../../src/models/embedded/remembering.ts';
import type { Language } from '../../src/ports.ts';

/** Writes the sources into a folder, each body written again from its stub alone, all others as they were. */
export function writeHidden(model: string, sources: readonly ParsedSource[], language: Language, folder: string): void {
  const remembered = remembering(readMemory(readFileSync(model)), language);
  for (const source of sources) {
    const bodies = source.units.map((unit) => {
      const { query, bodies: ranked } = remembered.rank(stubInPlace(source, unit));
      const isOther = ({ adapted }: (typeof ranked)[number]) => adapted.candidate.unit.id !== unit.id;
      const best = ranked.find((one) => isOther(one) && language.isBody(bodyText(one.adapted, query)));
      return { range: unit.body, text: best === undefined ? EMPTY_BODY : bodyText(best.adapted, query) };
    });
    mkdirSync(dirname(join(folder, source.path)), { recursive: true });
    writeFileSync(join(folder, source.path), splice(source.text, bodies));
  }
}
