// Recreating a whole codebase: verbatim memory, the same with each method's own body hidden, and another project's.

import { distance, similarity } from '../../src/core/distance.ts';
import { EMPTY_BODY, splice, stubsForRecreation } from '../../src/core/stub.ts';
import { bodyOf, type ParsedSource } from '../../src/core/unit.ts';
import { bodyText } from '../../src/models/embedded/adaptation.ts';
import { type ProjectMemory, trainMemory } from '../../src/models/embedded/memory.ts';
import { saveMemory } from '../../src/models/embedded/memory-file.ts';
import { remembering } from '../../src/models/embedded/remembering.ts';
import type { Language } from '../../src/ports.ts';
import { elapsedMs } from './cpu-time.ts';
import { parsed } from './evolution.ts';
import { readMainSources } from './history.ts';

type Writer = (stub: ReturnType<typeof stubsForRecreation>[number]) => string;

export function recreationTable(
  gitDirectory: string,
  commit: string,
  otherGitDirectory: string | undefined,
  language: Language,
): string {
  const sources = [...parsed(readMainSources(gitDirectory, commit), language)];
  const started = process.cpuUsage();
  const memory = trainMemory(sources, language, { project: 'own', revision: commit, committedAt: null });
  const trainedMs = elapsedMs(started);
  const rows = [
    row('bare stubs', sources, () => EMPTY_BODY),
    row('trained on it', sources, writerOf(memory, language)),
    row("trained on it, each method's own body hidden", sources, hidingWriter(memory, language)),
  ];
  if (otherGitDirectory !== undefined) {
    const other = trainMemory(parsed(readMainSources(otherGitDirectory, 'HEAD'), language), language, {
      ...{ project: 'other', revision: 'HEAD', committedAt: null },
    });
    rows.push(row('trained on the other project', sources, writerOf(other, language)));
  }
  const kilobytes = (saveMemory(memory).length / 1000).toFixed(0);
  const megabytes = (process.memoryUsage().rss / 1e6).toFixed(0);
  return [
    `Recreating ${commit}: ${sources.length} files, ${memory.units.length} bodies`,
    ...rows,
    `  trained in ${trainedMs.toFixed(0)} ms of processor time, ${kilobytes} KB saved; the process holds ${megabytes} MB`,
  ].join('\n');
}

function row(name: string, sources: readonly ParsedSource[], write: Writer): string {
  let writeMs = 0;
  let units = 0;
  let exact = 0;
  let error = 0;
  let similaritySum = 0;
  for (const source of sources) {
    const erased = new Set(source.units.map((unit) => unit.id));
    const replacements = stubsForRecreation(source, erased).map((stub, at) => {
      const unit = source.units[at];
      if (unit === undefined) throw new RangeError('a stub without its unit');
      const started = process.cpuUsage();
      const text = write(stub);
      writeMs += elapsedMs(started);
      units += 1;
      if (text === bodyOf(source, unit)) exact += 1;
      return { range: unit.body, text };
    });
    const recreated = splice(source.text, replacements);
    const errors = distance(source.text, recreated);
    error += errors;
    similaritySum += similarity(source.text, recreated, errors);
  }
  const files = sources.length;
  return `  ${name}: similarity ${(similaritySum / files).toFixed(3)}, error ${(error / files).toFixed(1)}, ${exact} of ${units} exact, ${(writeMs / units).toFixed(1)} ms of processor time a method`;
}

function writerOf(memory: ProjectMemory, language: Language): Writer {
  const remembered = remembering(memory, language);
  return (stub) => remembered.propose(stub, 1).proposals[0]?.body ?? EMPTY_BODY;
}

/** The most plausible body of another unit that parses. */
function hidingWriter(memory: ProjectMemory, language: Language): Writer {
  const remembered = remembering(memory, language);
  return (stub) => {
    const { query, bodies } = remembered.rank(stub);
    const others = bodies.filter(({ adapted }) => adapted.candidate.unit.id !== stub.target.id);
    for (const { adapted } of others) {
      const body = bodyText(adapted, query);
      if (language.isBody(body)) return body;
    }
    return EMPTY_BODY;
  };
}
