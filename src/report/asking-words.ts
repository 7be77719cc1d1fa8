// What asking a language model took or would take, and what the budget left out, in words.

import type { AskingFacts, ModelEstimate } from '../core/report.ts';
import type { Budget, Money, Usage } from '../core/usage.ts';
import { visible } from './visible.ts';
import { count, grouped, list, modelName } from './words.ts';

/** `0.0214 USD`, `12.30 EUR`; what costs something never prints as nothing. */
export function money({ amount, currency }: Money): string {
  if (amount === 0) return `0 ${currency}`;
  const digits = amount >= 1 ? 2 : Math.min(9, 2 - Math.floor(Math.log10(amount)));
  const [whole = '', decimals = ''] = amount.toFixed(digits).split('.');
  return `${grouped(whole)}.${decimals} ${currency}`;
}

/** `14 answers, 6 of them from the cache; 12,300 tokens of prompts and 2,110 of answers; 0.0214 USD`, and whose they are. */
export function usageSentences({ usage }: AskingFacts, quote = (name: string) => visible(name)): string[] {
  if (usage === undefined || usage.calls === 0) return [];
  const { answeredAs } = usage;
  const said = [answersWords(usage), tokenWords(usage), ...(usage.cost === null ? [] : [money(usage.cost)])].join('; ');
  if (answeredAs.length === 0) return [said];
  const names = list(answeredAs.map((text) => quote(text)));
  return [said, `The server answered under another name than the one asked for: ${names}`];
}

function answersWords({ calls, cacheHits }: Usage): string {
  const answers = count(calls, 'answer');
  if (cacheHits === 0) return answers;
  if (cacheHits === calls) return `${answers}, ${calls === 1 ? '' : 'all '}from the cache`;
  return `${answers}, ${grouped(String(cacheHits))} of them from the cache`;
}

function tokenWords({ promptTokens, completionTokens }: Usage): string {
  if (promptTokens === null || completionTokens === null) return 'not all with a count of their tokens';
  return `${tokens(promptTokens)} of prompts and ${grouped(String(completionTokens))} of answers`;
}

function tokens(number: number): string {
  return count(number, 'token');
}

/** `a part: 5 of 8 methods`, or nothing. */
export function partWords(asked: number, { unasked }: AskingFacts): string | null {
  if (unasked === undefined) return null;
  return `a part: ${grouped(String(asked))} of ${count(asked + unasked.length, 'method')}`;
}

/** What a budget that was spent leaves out, or nothing. */
export function unaskedSentence({ unasked }: AskingFacts): string | null {
  if (unasked === undefined) return null;
  const missing = count(unasked.length, 'method');
  const they = unasked.length === 1 ? 'it is' : 'they are';
  return `The budget is spent: ${missing} ${unasked.length === 1 ? 'was' : 'were'} not asked for, and ${they} counted nowhere. ${GO_ON}`;
}

/** Said wherever a budget was spent. */
export const GO_ON = 'Run it again with a larger budget to go on: what the cache has is not paid twice';

/** `project memory writes 8 methods and costs nothing`, `acme/ledger-7b would be asked 14 times for 8 methods`. */
export function estimateSentence(estimate: ModelEstimate, quote = (name: string) => visible(name)): string {
  const { model, methods, isFree, calls } = estimate;
  const name = quote(modelName(model));
  if (methods === 0) return `${name} would be asked nothing: there is no method to write`;
  if (isFree) return `${name} would write ${count(methods, 'method')} and costs nothing`;
  if (calls === 0) return `${name} would be asked nothing for ${count(methods, 'method')}`;
  return `${name} would be asked ${times(calls)} for ${count(methods, 'method')}`;
}

function times(number: number): string {
  return number === 1 ? 'once' : `${grouped(String(number))} times`;
}

/** What follows {@link estimateSentence}, one line each. */
export function estimateDetails({ isFree, methods, ...estimate }: ModelEstimate): string[] {
  if (isFree || methods === 0) return [];
  const { calls, cached, promptTokens, completionTokens, cost, tooLong, budget, withinBudget } = estimate;
  const left = calls - cached;
  const size = `${tokens(promptTokens)} of prompts, and at most ${grouped(String(completionTokens))} of answers`;
  const paid = [size, cost === null ? 'no price is known: a model in --models can have one' : `at most ${money(cost)}`];
  return [
    ...(calls === 0 ? [] : [`the cache has ${shareWords(cached, calls)}`]),
    ...(left === 0 ? [] : paid),
    ...(tooLong === 0
      ? []
      : [
          `${count(tooLong, 'prompt')} would not fit the window, and ${tooLong === 1 ? 'its method fails' : 'their methods fail'}`,
        ]),
    ...(withinBudget === null ? [] : [budgetWords(budget, withinBudget, methods)]),
  ];
}

function shareWords(cached: number, calls: number): string {
  if (cached === 0) return 'none of the answers';
  if (cached === calls) return 'all of the answers: nothing would be paid for';
  return `${grouped(String(cached))} of the ${count(calls, 'answer')}`;
}

function budgetWords(budget: Budget, withinBudget: number, methods: number): string {
  const bounds = [
    ...(budget.methods === null ? [] : [count(budget.methods, 'method')]),
    ...(budget.tokens === null ? [] : [tokens(budget.tokens)]),
    ...(budget.cost === null ? [] : [`a cost of ${budget.cost}`]),
  ];
  const enough = withinBudget >= methods;
  return `the budget of ${list(bounds)} suffices${enough ? '' : ` for at least ${grouped(String(withinBudget))} of them`}`;
}
