// The table of held-out evolution, printed.

import { trainMemory } from '../../src/models/embedded/memory.ts';
import { remembering } from '../../src/models/embedded/remembering.ts';
import type { Language } from '../../src/ports.ts';
import { changesOf, parsed, unchangedOf } from './evolution.ts';
import { readYear, type Year } from './history.ts';
import { yearBetweenPackages } from './packages.ts';
import { meanOf, type Score, scoreChange, WRITERS } from './scores.ts';

export interface ProjectYears {
  readonly project: string;
  readonly gitDirectory: string;
  readonly years: readonly number[];
}

interface Outcome {
  readonly scores: readonly Score[];
  readonly unchanged: number;
  readonly restoredExactly: number;
}

export function evolutionTable(projects: readonly ProjectYears[], language: Language): string {
  const outcomes: Outcome[] = [];
  const lines: string[] = [];
  for (const { project, gitDirectory, years } of projects) {
    for (const year of years) {
      const outcome = outcomeOf(readYear(gitDirectory, year), project, language);
      outcomes.push(outcome);
      lines.push(...rowsOf(`${project} ${year}`, outcome));
    }
  }
  return ['Held-out evolution', ...lines, ...rowsOf('all', merged(outcomes)), ''].join('\n');
}

/** The same over two published versions of a library, as a stand-in for a year. */
export function packageTable(language: Language): string {
  return rowsOf('capacitor', outcomeOf(yearBetweenPackages(), 'capacitor', language)).join('\n');
}

function outcomeOf(year: Year, project: string, language: Language): Outcome {
  const origin = { project, revision: year.start.hash, committedAt: null };
  const memory = trainMemory(parsed(year.start.files, language), language, origin);
  const remembered = remembering(memory, language);
  const byId = new Map(memory.units.map((unit) => [unit.id, unit]));
  const scores = [...changesOf(year, language)].map((change) => scoreChange(change, remembered, byId, language));
  let unchanged = 0;
  let restoredExactly = 0;
  for (const { stub, body } of unchangedOf(year, language)) {
    unchanged += 1;
    if (remembered.propose(stub, 1).proposals[0]?.body === body) restoredExactly += 1;
  }
  return { scores, unchanged, restoredExactly };
}

function merged(outcomes: readonly Outcome[]): Outcome {
  return {
    scores: outcomes.flatMap((outcome) => outcome.scores),
    unchanged: outcomes.reduce((sum, outcome) => sum + outcome.unchanged, 0),
    restoredExactly: outcomes.reduce((sum, outcome) => sum + outcome.restoredExactly, 0),
  };
}

function rowsOf(name: string, { scores, unchanged, restoredExactly }: Outcome): string[] {
  const rows = (['modified', 'new'] as const).map((kind) => {
    const own = scores.filter((score) => score.kind === kind);
    const cells = WRITERS.map((writer) => {
      const values = own.flatMap(({ similarities }) => similarities[writer] ?? []);
      if (values.length === 0) return `${writer} –`;
      const { mean, halfWidth } = meanOf(values);
      return `${writer} ${mean.toFixed(3)} ± ${halfWidth.toFixed(3)}`;
    });
    return `  ${name}, ${kind} (${own.length}): ${cells.join(' | ')}`;
  });
  const share = unchanged === 0 ? '–' : ((100 * restoredExactly) / unchanged).toFixed(2);
  const { mean } = meanOf(scores.map((score) => score.cpuMs));
  return [
    ...rows,
    `  ${name}, unchanged (${unchanged}): ${share} % restored exactly; ${mean.toFixed(1)} ms of processor time a changed method`,
  ];
}
