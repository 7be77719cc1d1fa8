// Java sources about a room of scribes, and short ways to ask the model about them.

import { stubInPlace } from '../../../src/core/stub.ts';
import { bodyOf, type ParsedSource } from '../../../src/core/unit.ts';
import { embeddedModel, trainMemory } from '../../../src/models/embedded.ts';
import type { CodeModel, Language } from '../../../src/ports.ts';

export const ORIGIN = {
  project: 'scriptorium',
  revision: 'a'.repeat(40),
  committedAt: '1086-01-01T00:00:00Z',
} as const;

export function sourceOf(language: Language, text: string, path = 'src/main/java/abbey/Scribe.java'): ParsedSource {
  return language.parse(path, text);
}

export function modelOf(language: Language, ...texts: readonly string[]): CodeModel {
  const sources = texts.map((text) => sourceOf(language, text, `src/main/java/abbey/${typeIn(text)}.java`));
  return embeddedModel(trainMemory(sources, language, ORIGIN), language);
}

/** Erases the one unit of this name and number of parameters in place, and asks the model for it. */
export async function rewritten(
  model: CodeModel,
  language: Language,
  text: string,
  name: string,
  parameterCount?: number,
): Promise<string> {
  const source = sourceOf(language, text, `src/main/java/abbey/${typeIn(text)}.java`);
  const unit = source.units.find(
    (candidate) =>
      candidate.name === name && (parameterCount === undefined || candidate.parameters.length === parameterCount),
  );
  if (unit === undefined) throw new RangeError(`no ${name} in\n${text}`);
  const answer = await model.regenerate(stubInPlace(source, unit), {
    samples: 1,
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'regenerated') throw new Error(answer.kind === 'failed' ? answer.detail : answer.kind);
  return answer.body;
}

export function bodyIn(source: ParsedSource, name: string, parameterCount?: number): string {
  const unit = source.units.find(
    (candidate) =>
      candidate.name === name && (parameterCount === undefined || candidate.parameters.length === parameterCount),
  );
  return unit === undefined ? '' : bodyOf(source, unit);
}

export function typeIn(text: string): string {
  return /(?:class|interface|enum|record)\s+(\w+)/.exec(text)?.[1] ?? 'Scribe';
}
