// What a check found, in one plain sentence, and in a few more. The author of a change has done nothing wrong.

import type { CheckReport } from '../../core/report.ts';
import { partWords, unaskedSentence } from '../asking-words.ts';
import { ageWords } from '../check-standing-words.ts';
import { theModel } from '../model-words.ts';
import { changedFileCount, type Standing, tally } from '../standing.ts';
import { are, count, grouped, modelName, revisionName, shortRevision, trainedAt } from '../words.ts';
import { type LinkContext, linkedCommit } from './context.ts';
import { inlineCode } from './inert.ts';

/** `3 of 8 changed methods are outdated for the model`. */
export function verdictHeadline(report: CheckReport): string {
  const part = partWords(report.methods.length, report);
  if (part === null) return headlineOf(report);
  return report.methods.length === 0 ? 'The budget did not suffice for any method' : `${headlineOf(report)} (${part})`;
}

function headlineOf(report: CheckReport): string {
  const { methods } = report;
  const model = theModel(report.model);
  if (methods.length === 0) return 'No method has new code';
  const { outdated, unfamiliar, new: added, ambiguous, failed } = groups(report);
  const which = (number: number) =>
    methods.length === 1
      ? 'The changed method is'
      : `${grouped(String(number))} of ${count(methods.length, 'changed method')} ${are(number)}`;
  if (outdated > 0) return `${which(outdated)} outdated for ${model}`;
  if (unfamiliar > 0) return `${which(unfamiliar)} unfamiliar to ${model}`;
  if (added > 0) return `${which(added)} new to ${model}`;
  if (failed === methods.length)
    return `${capitalized(model)} wrote ${methods.length === 1 ? 'nothing for the changed method' : `none of the ${count(failed, 'changed method')}`}`;
  if (ambiguous > 0) return `${which(ambiguous)} ambiguous for ${model}`;
  if (failed > 0)
    return `${capitalized(model)} wrote nothing for ${grouped(String(failed))} of ${count(methods.length, 'changed method')}`;
  return methods.length === 1
    ? `${capitalized(model)} knows the changed method`
    : `${capitalized(model)} knows all ${count(methods.length, 'changed method')}`;
}

/** How many methods, which model, and what it would write in them. */
export function verdictSentence(report: CheckReport, context: LinkContext | null): string {
  const { methods } = report;
  const unasked = unaskedSentence(report);
  if (methods.length === 0 && unasked !== null) return `${unasked}.`;
  if (methods.length === 0 && context !== null)
    return 'This change gives no method new code: there is nothing to check.';
  if (methods.length === 0) {
    return `Nothing to check between ${inlineCode(revisionName(report.base))} and ${inlineCode(revisionName(report.head))}.`;
  }
  const model = modelInWords(report, context);
  const clauses = clausesOf(report).map((clause, index) => clause(index === 0 ? model : 'it'));
  const touches = report.unasked === undefined ? 'This change touches' : 'This is about';
  return `${touches} ${count(methods.length, 'method')} in ${count(changedFileCount(report), 'file')}: ${clauses.join('; ')}.`;
}

/** What the author should know about the above, if anything. */
export function reassurance(report: CheckReport): string | null {
  if ((tally(report.methods).get('outdated-by-change') ?? 0) === 0) return null;
  return 'New code makes a model outdated: that is the normal effect of work, and nothing for the author to mend.';
}

type Clause = (subject: string) => string;

function clausesOf(report: CheckReport): Clause[] {
  const all = report.methods.length;
  const {
    outdated,
    outdatedAlready,
    unfamiliar,
    unfamiliarAlready,
    new: added,
    ambiguous,
    failed,
    known,
  } = groups(report);
  const allOfThem = all === 2 ? 'both' : `all ${grouped(String(all))}`;
  const of = (number: number) => (all === 1 ? 'it' : number === all ? allOfThem : `${grouped(String(number))} of them`);
  const they = (number: number) =>
    all === 1 ? 'it is' : `${number === all ? allOfThem : grouped(String(number))} ${are(number)}`;
  const clauses: (Clause | false)[] = [
    outdated > 0 &&
      ((model) => `${model} would **write the old code** in ${of(outdated)}${wasBehind(outdatedAlready, outdated)}`),
    unfamiliar > 0 &&
      ((model) => `${they(unfamiliar)} unfamiliar to ${model}${wasUnfamiliar(unfamiliarAlready, unfamiliar)}`),
    added > 0 && ((model) => `${they(added)} new to ${model}`),
    ambiguous > 0 && ((model) => `${model} disagrees with itself on ${of(ambiguous)}`),
    failed > 0 && ((model) => `${model} gave no usable answer for ${of(failed)}`),
    known > 0 && ((model) => `${model} knows ${known === all ? of(all) : theOther(known)}`),
  ];
  return clauses.filter((clause) => clause !== false);
}

function wasBehind(before: number, all: number): string {
  if (before === 0) return '';
  return before === all
    ? ', and was already behind there'
    : `, and was already behind in ${grouped(String(before))} of these`;
}

function wasUnfamiliar(before: number, all: number): string {
  if (before === 0) return '';
  if (before === all) return `, and ${all === 1 ? 'was' : 'were'} before`;
  return `, ${grouped(String(before))} of these before this change too`;
}

function theOther(number: number): string {
  return number === 1 ? 'the other' : `the other ${grouped(String(number))}`;
}

function modelInWords(report: CheckReport, context: LinkContext | null): string {
  const { model, modelOrigin, base, standing } = report;
  if (model === null) return 'the model';
  const age = standing === undefined ? null : ageWords(standing);
  if (modelOrigin === 'trained' && model.trainedAt !== null && age !== null) {
    const { revision } = model.trainedAt;
    return `${inlineCode(modelName(model))} (trained ${age}, at ${linkedCommit(shortRevision(revision), revision, context)})`;
  }
  if (modelOrigin === 'trained-on-base')
    return `${inlineCode(modelName(model))} (trained on ${inlineCode(revisionName(base))})`;
  return `${inlineCode(modelName(model))} (${trainedAt(model, inlineCode)})`;
}

function capitalized(words: string): string {
  return words.replace(/^./, (first) => first.toUpperCase());
}

function groups(report: CheckReport) {
  const counts = tally(report.methods);
  const sum = (...standings: readonly Standing[]) =>
    standings.reduce((total, standing) => total + (counts.get(standing) ?? 0), 0);
  return {
    outdated: sum('outdated-by-change', 'outdated', 'outdated-already'),
    outdatedAlready: sum('outdated-already'),
    unfamiliar: sum('unfamiliar-since', 'unfamiliar', 'unfamiliar-already'),
    unfamiliarAlready: sum('unfamiliar-already'),
    new: sum('new'),
    ambiguous: sum('ambiguous'),
    failed: sum('failed'),
    known: sum('familiar', 'reproduced'),
  };
}
