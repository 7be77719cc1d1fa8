// Joining the reports of a run that was shared out: only parts of one and the same run, each of them once.

import { mergeComparisons } from '../core/merge-comparisons.ts';
import { mergeEvaluations } from '../core/merge-evaluations.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { CompareReport, EvaluateReport, Report } from '../core/report.ts';
import type { ShardRequest } from '../core/run-shards.ts';
import { ExpectedFailure } from '../errors.ts';

export interface ReportFile {
  /** What the user called it. */
  readonly file: string;
  readonly report: Report;
}

type Part<Shared extends EvaluateReport | CompareReport> = Shared & { readonly shard: NonNullable<Shared['shard']> };

/** Throws an ExpectedFailure for what is no part, belongs to another run, is there twice, or is missing. */
export function mergeReports(files: readonly ReportFile[]): EvaluateReport | CompareReport {
  const evaluations: Part<EvaluateReport>[] = [];
  const comparisons: Part<CompareReport>[] = [];
  for (const { file, report } of files) {
    if (report.kind === 'evaluate' && report.shard !== undefined) evaluations.push({ ...report, shard: report.shard });
    else if (report.kind === 'compare' && report.shard !== undefined)
      comparisons.push({ ...report, shard: report.shard });
    else throw refusal(`${file} is no part of a run`, PARTS);
  }
  requireOneRun(files);
  const [evaluation, ...otherEvaluations] = evaluations;
  if (evaluation !== undefined) return mergeEvaluations([evaluation, ...otherEvaluations]);
  const [comparison, ...otherComparisons] = comparisons;
  if (comparison !== undefined) return mergeComparisons([comparison, ...otherComparisons]);
  throw refusal('there is no report to merge', PARTS);
}

const PARTS = 'Give it the JSON reports that `evaluate` or `compare` wrote with --shard, all of one run.';

function requireOneRun(files: readonly ReportFile[]): void {
  const [first, ...others] = files.map(({ file, report }) => ({ file, report, facts: factsOf(report) }));
  if (first === undefined) return;
  for (const { file, facts } of others) {
    const differing = facts.findIndex(([, value], index) => value !== first.facts[index]?.[1]);
    if (differing < 0) continue;
    throw refusal(`${file} and ${first.file} differ in their ${facts[differing]?.[0]}`, PARTS);
  }
  requireEachOnce(files);
}

/** What all parts of a run have in common, by the words for it. */
function factsOf(report: Report): [name: string, value: string][] {
  if (report.kind !== 'evaluate' && report.kind !== 'compare') return [];
  const { kind, source, protocol, sample, shard } = report;
  const contenders =
    report.kind === 'evaluate'
      ? [modelFacts(report.model)]
      : report.contenders.map(({ name, model, directory }) => [name, directory, model && modelFacts(model)]);
  const facts: [string, unknown][] = [
    ['command', kind],
    ['directory or revision', 'directory' in source ? source : [source.revision, source.name]],
    ['models', contenders],
    ['protocol', protocol],
    ['sample', sample],
    ['baseline', report.kind === 'compare' ? report.baseline : null],
    ['number of parts', shard?.count],
  ];
  return facts.map(([name, value]) => [name, JSON.stringify(value)]);
}

function modelFacts({ provider, name, fingerprint }: ModelCard) {
  return [provider, name, fingerprint];
}

function requireEachOnce(files: readonly ReportFile[]): void {
  const seen = new Map<number, string>();
  let count = 0;
  for (const { file, report } of files) {
    const shard = shardOf(report);
    if (shard === undefined) continue;
    count = shard.count;
    const other = seen.get(shard.index);
    if (other !== undefined) throw refusal(`${other} and ${file} are both part ${shard.index}/${count}`, PARTS);
    seen.set(shard.index, file);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length === 0) return;
  const named = missing.slice(0, FEW).map((index) => `${index}/${count}`);
  const rest = missing.length > FEW ? ` and ${missing.length - FEW} more` : '';
  throw refusal(`${named.join(', ')}${rest} ${missing.length === 1 ? 'is' : 'are'} missing`, PARTS);
}

const FEW = 5;

function shardOf(report: Report): ShardRequest | undefined {
  return report.kind === 'evaluate' || report.kind === 'compare' ? report.shard : undefined;
}

function refusal(what: string, remedy: string): ExpectedFailure {
  return new ExpectedFailure('bad-report', what, remedy);
}
