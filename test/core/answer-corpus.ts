// The corpus of answers: worked by hand over one small file, and recorded from a language model over a real library.

import { readFileSync } from 'node:fs';
import type { AnswerShape, PromptFormat } from '../../src/core/prompt-format.ts';
import type { FailureReason } from '../../src/core/regeneration.ts';
import { type Stub, stubInPlace } from '../../src/core/stub.ts';
import type { Language } from '../../src/ports.ts';
import { libraryFiles } from '../languages/java-sources.ts';

/** What must be read: a body, or the reason why there is none. */
export type Expected = { readonly body: string } | { readonly reason: FailureReason };

export type WorkedAnswer = Expected & {
  readonly about: string;
  readonly file: 'spaces' | 'tabs' | 'crlf';
  readonly unit: string;
  readonly shape: AnswerShape;
  readonly finish: 'stop' | 'length' | 'refused';
  readonly answer: string;
};

export type RecordedAnswer = Expected & {
  readonly package: string;
  readonly unit: string;
  readonly format: PromptFormat;
  readonly temperature: number;
  readonly finish: 'stop' | 'length';
  readonly answer: string;
};

export function workedAnswers(): WorkedAnswer[] {
  return jsonLines('worked.jsonl') as WorkedAnswer[];
}

export function recordedAnswers(): RecordedAnswer[] {
  return jsonLines('recorded.jsonl') as RecordedAnswer[];
}

/** The stub of a unit of Folio.java, written with spaces, tabs or Windows line ends. */
export function folioStub(java: Language, file: WorkedAnswer['file'], unit: string): Stub {
  const spaces = readFileSync(fixture('Folio.java'), 'utf8');
  const text = { spaces, tabs: spaces.replaceAll('    ', '\t'), crlf: spaces.replaceAll('\n', '\r\n') }[file];
  return stubOf(java, 'Folio.java', text, `Folio.java#Folio.${unit}`);
}

export function libraryStub(java: Language, alias: string, unit: string): Stub {
  const path = unit.slice(0, unit.indexOf('#'));
  const file = libraryFiles(alias).find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${alias} has no ${path}`);
  return stubOf(java, path, file.text, unit);
}

function stubOf(java: Language, path: string, text: string, id: string): Stub {
  const source = java.parse(path, text);
  const unit = source.units.find((candidate) => candidate.id === id);
  if (unit === undefined) throw new Error(`no unit ${id}`);
  return stubInPlace(source, unit);
}

function jsonLines(name: string): unknown[] {
  const lines = readFileSync(fixture(name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

function fixture(name: string): URL {
  return new URL(`../fixtures/answers/${name}`, import.meta.url);
}
