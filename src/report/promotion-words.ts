// What a promotion says, in sentences and cells that the surfaces share.

import type { PairedEstimate } from '../core/paired-models.ts';
import type { PromotionReason } from '../core/promotion.ts';
import type { BaselineState, PromoteReport } from '../core/report.ts';
import { intervalWords, points } from './gain-words.ts';
import { modelInWords, type Quote } from './model-words.ts';
import { count, grouped, percent, revisionWithHash, share } from './words.ts';

const ASIS: Quote = (text) => text;

export function promotionHeadline({ decision }: Pick<PromoteReport, 'decision'>): string {
  return decision.kind === 'promote' ? 'Promoted' : 'The champion stays';
}

export const PROMOTION_HEADINGS = [
  'methods',
  'champion',
  'challenger',
  'difference',
  '95 % interval',
  'closer',
  'farther',
  'equal',
];

/** The rows of the table; parts of the changes only where there are both. */
export function promotionRows({ changes, forgetting }: PromoteReport): { label: string; cells: string[] }[] {
  if (changes === null) return [];
  const { all, learned, later } = changes;
  const parts =
    learned.units > 0 && later.units > 0
      ? [row('  learned by the challenger', learned), row('  changed after its training', later)]
      : [];
  return [
    row('changed', all),
    ...parts,
    ...(forgetting === null ? [] : [row('unchanged', forgetting, forgetting.units >= forgetting.unchanged)]),
  ];
}

function row(label: string, estimate: PairedEstimate, isCensus = false): { label: string; cells: string[] } {
  const { units, champion, challenger, difference, interval, closer, farther, same } = estimate;
  const counts = [closer, farther, same].map((number) => grouped(String(number)));
  const within = isCensus ? 'all of them' : intervalWords(interval);
  return {
    label,
    cells: [grouped(String(units)), share(champion), share(challenger), points(difference), within, ...counts],
  };
}

/** Every reason as a sentence, in its order: what decided, then what else was found, then what was not measured. */
export function reasonSentences(report: PromoteReport): string[] {
  return report.decision.reasons.map((reason) => reasonSentence(reason, report));
}

function reasonSentence(reason: PromotionReason, report: PromoteReport): string {
  const { changes, forgetting, generalisation, policy, unanswered, methods } = report;
  switch (reason) {
    case 'first-champion':
      return 'There is no champion that it could be compared with, so it is the first one. --champion names the model in use.';
    case 'budget-spent':
      return `The budget is spent: ${count(report.unasked?.length ?? 0, 'method')} or tasks were not asked for, and a part decides nothing. Run it again with a larger budget to go on.`;
    case 'unanswered':
      return `For ${grouped(String(unanswered))} of ${count(methods.length, 'method')} a server did not answer, which says nothing of its model. Run it again when it does.`;
    case 'closer':
      return `On ${sampleOf(changes?.all)} since the champion was trained the challenger comes ${closeness(changes?.all)}.`;
    case 'not-closer':
      return `On ${sampleOf(changes?.all)} since the champion was trained the challenger comes ${closeness(changes?.all)}: the interval is not above 0.`;
    case 'difference-too-small':
      return `On ${sampleOf(changes?.all)} since the champion was trained the challenger comes ${closeness(changes?.all)}: less than the ${pointsOf(policy.leastDifference)} that the policy asks for.`;
    case 'too-few-changes':
      return `${capital(sampleOf(changes?.all))} since the champion was trained ${changes?.all.units === 1 ? 'is' : 'are'} too little to go by: it takes ${count(policy.leastChanges, 'change')}, in two files at least.`;
    case 'remembers':
      return `It remembers: on ${probeOf(forgetting)} it comes ${closeness(forgetting, isCensus(forgetting))}, within the margin of ${pointsOf(policy.forgettingMargin)}.`;
    case 'forgot':
      return `It forgot: on ${probeOf(forgetting)} it comes ${closeness(forgetting, isCensus(forgetting))}, which is beyond the margin of ${pointsOf(policy.forgettingMargin)}.`;
    case 'forgetting-unsure':
      return `Whether it forgot is open: on ${probeOf(forgetting)} it comes ${closeness(forgetting)}, and the interval reaches beyond the margin of ${pointsOf(policy.forgettingMargin)}. Take a larger --probe-size.`;
    case 'nothing-to-forget':
      return 'Forgetting was not measured: no method is as it was when the champion was trained.';
    case 'tasks-kept':
      return `Of ${tasksWords(report)}: within the margin of ${pointsOf(policy.tasksMargin)}.`;
    case 'tasks-lost':
      return `Of ${tasksWords(report)}: beyond the margin of ${pointsOf(policy.tasksMargin)}.`;
    case 'tasks-not-asked':
      return 'Generalisation was not measured: --generalisation has both solve small Java tasks, which runs what they write.';
    case 'likelihood-kept':
      return `${likelihoodWords(generalisation)}: within the margin of ${policy.likelihoodMargin}.`;
    case 'likelihood-lost':
      return `${likelihoodWords(generalisation)}: beyond the margin of ${policy.likelihoodMargin}.`;
    case 'likelihood-not-asked':
      return 'The likelihood of foreign code was not measured: it is a part of --generalisation.';
    case 'likelihood-not-given':
      return `The likelihood of foreign code was not measured: ${silentWords(generalisation)} no log-probabilities.`;
    case 'likelihood-not-comparable':
      return `The likelihood of foreign code was not compared, for the two count its tokens differently. ${likelihoodWords(generalisation)}.`;
    default:
      return reason satisfies never;
  }
}

function sampleOf(estimate: PairedEstimate | undefined): string {
  return `${count(estimate?.units ?? 0, 'change')} in ${count(estimate?.files ?? 0, 'file')}`;
}

function probeOf(forgetting: PromoteReport['forgetting']): string {
  if (forgetting === null) return 'nothing';
  const { units, unchanged } = forgetting;
  if (units >= unchanged) return `all ${count(unchanged, 'method')} that did not change`;
  return `${grouped(String(units))} of ${count(unchanged, 'method')} that did not change`;
}

function isCensus(forgetting: PromoteReport['forgetting']): boolean {
  return forgetting !== null && forgetting.units >= forgetting.unchanged;
}

/** `5.0 points closer (95 % interval +2.1 to +7.9)`; all there is has no interval. */
function closeness(estimate: PairedEstimate | null | undefined, isCensus = false): string {
  const difference = estimate?.difference ?? 0;
  const size = points(Math.abs(difference)).replace('+', '');
  const words = size === '0.0' ? 'as close' : difference > 0 ? `${size} points closer` : `${size} points less close`;
  const interval = estimate?.interval ?? null;
  return isCensus || interval === null ? words : `${words} (95 % interval ${intervalWords(interval)})`;
}

function pointsOf(value: number): string {
  const words = points(value).replace('+', '');
  return `${words} ${words === '1.0' ? 'point' : 'points'}`;
}

function tasksWords({ generalisation }: PromoteReport): string {
  const { tasks = 0, championPasses = 0, challengerPasses = 0, won = 0, lost = 0 } = generalisation?.tasks ?? {};
  const passed = (passes: number) => `${passes} (${percent(tasks === 0 ? null : passes / tasks)})`;
  return `${count(tasks, 'Java task')} the champion solves ${passed(championPasses)} at once and the challenger ${passed(challengerPasses)}, ${won} that the champion does not, and not ${lost} that it does`;
}

function likelihoodWords(generalisation: PromoteReport['generalisation']): string {
  const likelihood = generalisation?.likelihood;
  if (likelihood?.kind !== 'measured') return 'Foreign code';
  const { texts, championTokens, challengerTokens, champion, challenger } = likelihood;
  const size = (tokens: number) => count(tokens, 'token');
  const sizes =
    championTokens === challengerTokens
      ? size(championTokens)
      : `${size(championTokens)} and ${size(challengerTokens)}`;
  return `On ${count(texts, 'foreign source')} (${sizes}) the mean log-likelihood of a token is ${champion.toFixed(3)} for the champion and ${challenger.toFixed(3)} for the challenger`;
}

function silentWords(generalisation: PromoteReport['generalisation']): string {
  const likelihood = generalisation?.likelihood;
  if (likelihood?.kind !== 'not-given') return 'there are';
  return likelihood.by === 'both' ? 'both give' : `the ${likelihood.by} gives`;
}

/** Who the two are, from where to where, and what else the numbers rest on. */
export function promotionBasis(report: PromoteReport, quote: Quote = ASIS): string[] {
  const { challenger, champion, since, head, baseline, generalisation } = report;
  return [
    `challenger: ${quote(challenger.reference)}, ${modelInWords(challenger.model, quote)}`,
    `its scores on the day of training: ${baselineWords(baseline, challenger.model.baseline)}`,
    ...(champion === null ? [] : [`champion: ${quote(champion.reference)}, ${modelInWords(champion.model, quote)}`]),
    ...(since === null ? [] : [`changes from ${quote(revisionWithHash(since))} to ${quote(revisionWithHash(head))}`]),
    ...failureWords(report),
    ...(generalisation === null ? [] : [`programs of the tasks ran ${isolationWords(generalisation.isolation)}`]),
  ];
}

function baselineWords(state: BaselineState, baseline: PromoteReport['challenger']['model']['baseline']): string {
  const scores =
    baseline === null
      ? ''
      : `similarity ${share(baseline.similarity)} over ${count(baseline.methods, 'method')} in place`;
  switch (state) {
    case 'on-card':
      return `${scores}, from its card`;
    case 'measured':
      return `${scores}, written into its card`;
    case 'not-asked':
      return 'not measured, as asked';
    case 'unknown-training':
      return 'not measured, for the revision of its training is not known here';
    case 'budget-spent':
      return 'not measured, for the budget is spent';
    default:
      return state satisfies never;
  }
}

function failureWords({ changes, forgetting }: PromoteReport): string[] {
  const of = (side: 'championFailed' | 'challengerFailed') => (changes?.all[side] ?? 0) + (forgetting?.[side] ?? 0);
  const [before, after] = [of('championFailed'), of('challengerFailed')];
  if (before + after === 0) return [];
  const all = (changes?.all.units ?? 0) + (forgetting?.units ?? 0);
  return [
    `failed, of ${count(all, 'method')}, and measured as stubs: ${grouped(String(before))} by the champion, ${grouped(String(after))} by the challenger`,
  ];
}

function isolationWords({ network, securityManager }: { network: 'none' | 'open'; securityManager: boolean }): string {
  const networks = network === 'none' ? 'without a network' : 'with the network of this machine in reach';
  return `${networks}, ${securityManager ? 'held by the JVM’s security manager' : 'with the rights of this user'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
