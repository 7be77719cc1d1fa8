// What a run must show, and its figures.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Method {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly similarity: number | null;
  readonly failure: { readonly reason: string; readonly detail: string } | null;
}

interface Means {
  readonly errorRate: number | null;
  readonly similarity: number | null;
  readonly recovery: number | null;
}

/** Of a report's JSON, what is looked at here. */
export interface Report {
  readonly kind: string;
  readonly methods: readonly Method[];
  readonly unasked?: readonly string[];
  readonly summary: {
    readonly methods: Means & {
      readonly count: number;
      readonly scored: number;
      readonly failed: number;
      readonly withFailuresAsStubs: Means;
    };
  };
  readonly usage?: { readonly calls: number; readonly cacheHits: number; readonly promptTokens: number | null };
}

/** A line of the server's log. */
export interface Logged {
  readonly asked: { readonly prompt: string; readonly messages?: readonly { readonly content: string }[] };
  readonly completion: { readonly promptTokens?: number | null; readonly completionTokens?: number | null };
  readonly seconds: number;
}

export interface Figures {
  readonly line: string;
  readonly reasons: string;
}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`this must hold, and does not: ${what}`);
}

export function figuresOf({ summary: { methods }, methods: rows }: Report): Figures {
  const shown = ({ errorRate, similarity, recovery }: Means) =>
    `error rate ${number(errorRate, 1)}, similarity ${number(similarity, 3)}, recovery ${number(recovery, 3)}`;
  const reasons = new Map<string, number>();
  for (const { failure } of rows)
    if (failure !== null) reasons.set(failure.reason, (reasons.get(failure.reason) ?? 0) + 1);
  return {
    line: `${shown(methods)} over ${methods.scored} of ${methods.count} methods; failures as stubs: ${shown(methods.withFailuresAsStubs)}`,
    reasons: [...reasons].map(([reason, count]) => `${reason} ${count}`).join(', ') || 'none',
  };
}

function number(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** A shorter line may stand anywhere. */
const TELLING_LINE = 30;
/** Of a body, after the line of its name. */
const LINES_LOOKED_AT = 12;

/**
 * Lines of the bodies that were asked for, in the prompts that ask for them. Only lines that stand once in their file tell;
 * `looked` is how many of them there were.
 */
export function leaksIn(requests: readonly Logged[], { methods }: Report, repository: string) {
  const leaks: string[] = [];
  let looked = 0;
  for (const { id, path, line } of methods) {
    const name = id.slice(id.indexOf('#') + 1);
    const prompts = requests.map(
      ({ asked }) => asked.messages?.map(({ content }) => content).join('\n') ?? asked.prompt,
    );
    const prompt = prompts.find((text) => text.includes(`In ${path} `) && text.includes(`\`${name}\``));
    if (prompt === undefined) continue;
    const lines = readFileSync(join(repository, path), 'utf8').split('\n');
    const telling = bodyLines(lines, line).filter(
      (one) => one.trim().length >= TELLING_LINE && lines.filter((other) => other.includes(one.trim())).length === 1,
    );
    looked += telling.length;
    leaks.push(...telling.filter((one) => prompt.includes(one.trim())));
  }
  return { looked, leaks };
}

/** From the line after the signature to the brace that is as deep as the signature. */
function bodyLines(lines: readonly string[], line: number): string[] {
  const indent = /^\s*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
  let first = line - 1;
  while (first < lines.length && !/\{\s*$/.test(lines[first] ?? '')) first += 1;
  const rest = lines.slice(first + 1, first + 1 + LINES_LOOKED_AT);
  const end = rest.findIndex((one) => one.startsWith(`${indent}}`));
  return end === -1 ? rest : rest.slice(0, end);
}
