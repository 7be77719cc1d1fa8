// The generalisation probe: small tasks that both models solve or do not, and how likely they find other people's code.

import pLimit from 'p-limit';
import {
  type LikelihoodScores,
  scoreLikelihood,
  scoreTasks,
  type TaskOutcome,
  type TaskRow,
  type TextLikelihood,
} from '../core/generality.ts';
import type { LikelihoodProbe } from '../core/promotion.ts';
import type { GeneralisationProbe } from '../core/report.ts';
import { stubInPlace, withBodies } from '../core/stub.ts';
import type { MethodId } from '../core/unit.ts';
import type { CodeModel, Journal, Language, Progress, TrialRunner, TrialTask } from '../ports.ts';
import { rewrite } from './rewrite.ts';
import type { Rivals } from './written-by-both.ts';

export interface GeneralisationInput {
  readonly language: Language;
  readonly tasks: readonly TrialTask[];
  /** Runs what the models wrote. */
  readonly trials: TrialRunner;
  /** Other people's code: of no project that a model is specialised in. */
  readonly foreign: readonly string[];
}

export interface GeneralisationFound {
  readonly probe: GeneralisationProbe | null;
  /** Tasks that the budget of a model did not suffice for. */
  readonly unasked: readonly MethodId[];
}

export const NO_GENERALISATION: GeneralisationFound = { probe: null, unasked: [] };

interface Writing {
  readonly journal: Journal | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export async function probeGeneralisation(
  input: GeneralisationInput,
  { champion, challenger }: Rivals,
  writing: Writing,
): Promise<GeneralisationFound> {
  const tasks = input.tasks.map((task) => stubbed(task, input.language));
  writing.progress.begin('solving tasks', tasks.length * 2);
  const before = await outcomesOf(tasks, champion, input, writing);
  const after = await outcomesOf(tasks, challenger, input, writing);
  writing.progress.end();
  const unasked: MethodId[] = [];
  const rows = tasks.flatMap(({ task, stub }): TaskRow[] => {
    const [old, anew] = [before.get(task.name), after.get(task.name)];
    if (old !== undefined && anew !== undefined) return [{ name: task.name, champion: old, challenger: anew }];
    unasked.push(stub.target.id);
    return [];
  });
  if (rows.length === 0) return { probe: null, unasked };
  const likelihood = await likelihoodOf(input.foreign, { champion, challenger }, writing);
  return { probe: { tasks: scoreTasks(rows), likelihood, isolation: input.trials.isolation, rows }, unasked };
}

function stubbed(task: TrialTask, language: Language) {
  const source = language.parse(task.path, task.text);
  const unit = source.units.find(({ name }) => name === task.method);
  if (unit === undefined) throw new RangeError(`the task ${task.name} has no method ${task.method}`);
  return { task, source, unit, stub: stubInPlace(source, unit) };
}

/** By the name of the task; a task that was not asked for is not in it. */
async function outcomesOf(
  tasks: readonly ReturnType<typeof stubbed>[],
  model: CodeModel,
  { trials }: GeneralisationInput,
  { journal, progress, signal }: Writing,
): Promise<ReadonlyMap<string, TaskOutcome>> {
  const outcomes = new Map<string, TaskOutcome>();
  const inTurn = pLimit(trials.concurrency);
  const running: Promise<void>[] = [];
  const rewriting = { model, samples: 1, signal, progress, journal };
  for await (const { item, regeneration } of rewrite(tasks, rewriting)) {
    const { task, source, unit } = item;
    if (regeneration.kind === 'failed') outcomes.set(task.name, 'no-answer');
    if (regeneration.kind !== 'regenerated') continue;
    const { body } = regeneration;
    const { text } = withBodies(source, ({ id }) => (id === unit.id ? body : undefined));
    const trial = inTurn(async () => {
      outcomes.set(task.name, await trials.run(task, text, signal));
    });
    trial.catch(() => {}); // told by Promise.all, when the last answer is in
    running.push(trial);
  }
  await Promise.all(running);
  return outcomes;
}

async function likelihoodOf(
  texts: readonly string[],
  { champion, challenger }: Rivals,
  { progress, signal }: Writing,
): Promise<LikelihoodProbe> {
  progress.begin('reading foreign code', texts.length * 2);
  const before = await readAll(texts, champion, progress, signal);
  const after = await readAll(texts, challenger, progress, signal);
  progress.end();
  const scores: LikelihoodScores | null = before && after && scoreLikelihood(before, after);
  if (scores !== null) return { kind: 'measured', ...scores };
  return { kind: 'not-given', by: before === null ? (after === null ? 'both' : 'champion') : 'challenger' };
}

/** `null` when the model's server does not give it for one of them. */
async function readAll(
  texts: readonly string[],
  model: CodeModel,
  progress: Progress,
  signal: AbortSignal,
): Promise<TextLikelihood[] | null> {
  const read: TextLikelihood[] = [];
  for (const text of texts) {
    const likelihood = (await model.likelihood?.(text, signal)) ?? null;
    if (likelihood === null) return null;
    read.push(likelihood);
    progress.advance();
  }
  return read;
}
