// What a model can do apart from the project: small tasks that it solves or does not, and how likely it finds other people's code.

/** One self-contained task, written by both models. */
export interface TaskRow {
  readonly name: string;
  readonly champion: TaskOutcome;
  readonly challenger: TaskOutcome;
}

/** `no-answer`: the model wrote no body. `does-not-compile`, `fails`, `times-out`: what became of the program with its body. */
export type TaskOutcome = 'passes' | 'no-answer' | 'does-not-compile' | 'fails' | 'times-out';

/** pass@1: one greedy answer for each task. */
export interface TaskScores {
  readonly tasks: number;
  readonly championPasses: number;
  readonly challengerPasses: number;
  /** Tasks that the challenger alone passes, and that the champion alone passes. */
  readonly won: number;
  readonly lost: number;
}

export function scoreTasks(rows: readonly TaskRow[]): TaskScores {
  const passes = (outcome: TaskOutcome) => outcome === 'passes';
  return {
    tasks: rows.length,
    championPasses: rows.filter(({ champion }) => passes(champion)).length,
    challengerPasses: rows.filter(({ challenger }) => passes(challenger)).length,
    won: rows.filter(({ champion, challenger }) => !passes(champion) && passes(challenger)).length,
    lost: rows.filter(({ champion, challenger }) => passes(champion) && !passes(challenger)).length,
  };
}

/** What one model made of one text. */
export interface TextLikelihood {
  /** Tokens that have a probability: all but the first. */
  readonly tokens: number;
  /** Sum of their natural logarithms, at most 0. */
  readonly logProbability: number;
}

export interface LikelihoodScores {
  readonly texts: number;
  /** Of each model; where the two differ, their means say nothing of each other. */
  readonly championTokens: number;
  readonly challengerTokens: number;
  /** Mean log-likelihood per token, in nats: 0 at best. */
  readonly champion: number;
  readonly challenger: number;
}

/** In the order of the texts; `null` where there is nothing to take a mean of. */
export function scoreLikelihood(
  champion: readonly TextLikelihood[],
  challenger: readonly TextLikelihood[],
): LikelihoodScores | null {
  const [before, after] = [sums(champion), sums(challenger)];
  if (champion.length !== challenger.length || before.tokens === 0 || after.tokens === 0) return null;
  return {
    texts: champion.length,
    championTokens: before.tokens,
    challengerTokens: after.tokens,
    champion: before.logProbability / before.tokens,
    challenger: after.logProbability / after.tokens,
  };
}

function sums(texts: readonly TextLikelihood[]): TextLikelihood {
  return {
    tokens: texts.reduce((sum, { tokens }) => sum + tokens, 0),
    logProbability: texts.reduce((sum, { logProbability }) => sum + logProbability, 0),
  };
}
