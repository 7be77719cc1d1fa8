// How numbers, revisions and models are put into words, the same on every surface.

import type { LedgerRevision } from '../core/ledger.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { FailureReason } from '../core/regeneration.ts';
import type { EvaluateReport, LeftOut, Note, Protocol, RevisionLabel } from '../core/report.ts';
import type { ShardRequest } from '../core/run-shards.ts';
import type { MethodId } from '../core/unit.ts';
import { CONSTRUCTOR_NAME, displayName } from '../core/unit.ts';

/** Shown where there is no value. */
export const NO_VALUE = '–';

/** Commands that a report points to. */
export const COMMANDS = {
  show: 'palimpsest check --show',
  everything: 'palimpsest check --format json',
  train: 'palimpsest train',
  lastCommit: 'palimpsest check --base HEAD~1',
} as const;

/** The provider name of the embedded model, the one that remembers verbatim. */
const EMBEDDED = 'embedded';

const SHORT_HASH = 7;

/** A share of 1 in whole percent: `41 %`. What is not all never prints as 100 %, and what is not nothing never as 0 %. */
export function percent(share: number | null): string {
  if (share === null) return NO_VALUE;
  const hundredths = share * 100;
  const whole = hundredths.toFixed(0);
  const rounds = !isExtreme(Number(whole)) || Number(whole) === hundredths;
  return `${rounds ? unsigned(whole) : decimal(hundredths, 1, 100)} %`;
}

/** A share of 1 as a decimal: `0.71`; below 1 it never prints as 1.00, above 0 never as 0.00. */
export function share(value: number | null, digits = 2): string {
  return value === null ? NO_VALUE : decimal(value, digits, 1);
}

/** A mean of characters: `1,140.6`. */
export function characters(value: number | null, digits = 1): string {
  return value === null ? NO_VALUE : decimal(value, digits, Number.POSITIVE_INFINITY);
}

/** `1.2 MB`, in thousands. */
export function bytes(size: number): string {
  if (size < 1_000) return count(size, 'byte');
  return size < 1_000_000
    ? `${decimal(size / 1_000, 0, Number.POSITIVE_INFINITY)} kB`
    : `${decimal(size / 1_000_000, 1, Number.POSITIVE_INFINITY)} MB`;
}

/** `1 method`, `2,079 methods`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(String(number))} ${number === 1 ? noun : plural}`;
}

/** `2,079`. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `is` for one, `are` for any other number. */
export function are(number: number): string {
  return number === 1 ? 'is' : 'are';
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The first few, then how many more there are of all. */
export function firstFew(words: readonly string[], few: number, all = words.length): string {
  const named = words.slice(0, few);
  return all <= named.length ? list(named) : `${named.join(', ')} and ${grouped(String(all - named.length))} more`;
}

/** The id without its path: `Invoice.total(List<Line>)`. The path may hold a `#` itself. */
export function methodName(id: MethodId, path?: string): string {
  return path !== undefined && id.startsWith(`${path}#`) ? id.slice(path.length + 1) : displayName(id);
}

/** The name as a reader of Java writes it: `Invoice(Customer)` for the constructor. */
export function spokenName(id: MethodId, path?: string): string {
  return methodName(id, path).replace(`.${CONSTRUCTOR_NAME}(`, '(');
}

/** The first characters of a commit hash; anything else as it is. */
export function shortRevision(revision: string): string {
  if (revision === 'WORKTREE') return 'the work tree';
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, SHORT_HASH) : revision;
}

/** What the user called a revision, without the noise of a full hash. */
export function revisionName({ name, revision }: RevisionLabel): string {
  return shortRevision(name === '' ? revision : name);
}

/** `main (3f2c9ab)`, or the hash alone where that is its name. */
export function revisionWithHash(label: RevisionLabel): string {
  const name = revisionName(label);
  const hash = shortRevision(label.revision);
  return label.revision === 'WORKTREE' || name === hash ? name : `${name} (${hash})`;
}

export function isEmbedded({ provider }: Pick<ModelCard, 'provider'>): boolean {
  return provider === EMBEDDED;
}

/** What a model is called by: a ledger keeps no more of it. */
export type NamedModel = Pick<ModelCard, 'provider' | 'name'> & Partial<Pick<ModelCard, 'shadow'>>;

/** How a model is called on every surface: `project memory`, `acme/ledger-7b`, `shadow of acme/ledger-7b`. */
export function modelName({ provider, name, shadow }: NamedModel): string {
  if (shadow) return `shadow of ${shadow.of ?? 'the project’s own model'}`;
  return isEmbedded({ provider }) ? 'project memory' : name;
}

/** `trained at 3f2c9ab of 2026-10-12`; `quote` makes the revision fit its surface. */
export function trainedAt(
  { trainedAt: training }: { readonly trainedAt: LedgerRevision | null },
  quote = (revision: string) => revision,
): string {
  if (training === null) return 'not known what it was trained on';
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(training.committedAt ?? '') ?? [];
  return `trained at ${quote(shortRevision(training.revision))}${day === undefined ? '' : ` of ${day}`}`;
}

/** `2,079 methods of 472 files`, or in words where nobody counted them. */
export function learnedWords({ trainedAt: training }: ModelCard, otherwise: string): string {
  if (training === null || training.units === null || training.files === null) return otherwise;
  return `${count(training.units, 'method')} of ${count(training.files, 'file')}`;
}

/** The directory or the revision that was erased. */
export function sourceName(source: EvaluateReport['source']): string {
  return 'directory' in source ? source.directory : revisionWithHash(source);
}

/** Said of a report that is one part of a run; nothing for all of it. */
export function shardWords({ shard }: { readonly shard?: ShardRequest }): string[] {
  return shard === undefined ? [] : [`part ${shard.index} of ${shard.count}, for merge-reports`];
}

export function protocolWords(protocol: Protocol): string {
  switch (protocol) {
    case 'recreate':
      return 'recreate: every body erased at once';
    case 'in-place':
      return 'in place: one body erased at a time';
    default:
      return protocol satisfies never;
  }
}

export function failureWords(reason: FailureReason): string {
  switch (reason) {
    case 'refused':
      return 'refused';
    case 'timed-out':
      return 'timed out';
    case 'cut-off':
      return 'cut off';
    case 'does-not-parse':
      return 'does not parse';
    case 'does-not-fit':
      return 'does not fit the window';
    case 'missing':
      return 'missing';
    case 'error':
      return 'error';
    default:
      return reason satisfies never;
  }
}

/** `12 methods in tests`, or `3 files of tests` where nobody counted the methods; `null` for nothing. */
export function leftOutWords({ reason, methods, files }: LeftOut): string | null {
  const counted = methods ?? 0;
  if (counted + files === 0) return null;
  const what = counted === 0 ? count(files, 'file') : count(counted, 'method');
  const place = counted === 0 ? 'of' : 'in';
  switch (reason) {
    case 'test':
      return `${what} ${place} tests`;
    case 'generated':
      return `${what} ${place} generated code`;
    case 'vendored':
      return `${what} ${place} vendored code`;
    case 'empty-body':
      return `${what} with an empty body`;
    default:
      return reason satisfies never;
  }
}

const LINES_NAMED = 5;

/** What a reader of the numbers should know about a file, without its path. */
export function noteWords({ kind, lines }: Note): string {
  switch (kind) {
    case 'partly-parsed': {
      const named = firstFew(lines.map(String), LINES_NAMED);
      return lines.length === 0
        ? 'parsed in part'
        : `parsed in part, not at ${lines.length === 1 ? 'line' : 'lines'} ${named}`;
    }
    case 'not-utf-8':
      return 'not UTF-8, read as Latin-1';
    case 'binary':
      return 'binary, not read';
    case 'missing':
      return 'missing';
    case 'too-large':
      return 'too large, not read';
    default:
      return kind satisfies never;
  }
}

function isExtreme(wholePercent: number): boolean {
  return wholePercent === 0 || Math.abs(wholePercent) === 100;
}

/** The number with so many digits; where that would round onto 0 or `full` what is not, the bound that it lies beyond. */
function decimal(value: number, digits: number, full: number): string {
  const rounded = Number(value.toFixed(digits));
  const step = 10 ** -digits;
  if (rounded !== value && rounded === 0) return value > 0 ? `< ${step.toFixed(digits)}` : `> -${step.toFixed(digits)}`;
  if (rounded === full && value < full) return `> ${(full - step).toFixed(digits)}`;
  const [integer = '', fraction] = unsigned(value.toFixed(digits)).split('.');
  return fraction === undefined ? grouped(integer) : `${grouped(integer)}.${fraction}`;
}

/** `0` for `-0`. */
function unsigned(digits: string): string {
  return Number(digits) === 0 ? digits.replace('-', '') : digits;
}
