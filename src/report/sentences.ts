// Sentences about scores and failures that the surfaces share. Every number in them stands next to its sample.

import type { EvaluateReport, MethodRow, MethodSummary, ModelOrigin, Scores } from '../core/report.ts';
import { visible } from './visible.ts';
import { COMMANDS, characters, count, failureWords, grouped, percent, share } from './words.ts';

/** Said of the embedded model under the recreate protocol. */
export const VERBATIM_MEMORY =
  'The embedded model has read the bodies that it writes here: this score is verbatim memory, not to be put beside a ' +
  "language model's.";

/** Said of an evaluation that scored a part alone. */
export function sampleSentence({ sample, summary }: EvaluateReport): string | null {
  if (sample === null) return null;
  const { count: drawn } = summary.methods;
  return `A sample: ${grouped(String(drawn))} of ${count(sample.methods, 'method')}, drawn by lot with seed ${sample.seed} from neighbouring files and like sizes`;
}

/** What a reader should know of how the model stands to the change, if anything. `quote` makes a command fit its surface. */
export function originSentence(origin: ModelOrigin | null, quote = (command: string) => command): string | null {
  switch (origin) {
    case null:
    case 'trained':
      return null;
    case 'trained-later':
      return (
        'The model was trained at a state that is not before this change, so it may have learned the change itself: what ' +
        'it knows here proves nothing.'
      );
    case 'trained-on-base':
      return (
        'The model was trained on the base just now, in memory: the report shows what this change moves, not how old a ' +
        `model is. To measure that as well, keep a model: ${quote(COMMANDS.train)}`
      );
    default:
      return origin satisfies never;
  }
}

/** `error rate 71.3 characters, similarity 0.71, recovery 0.62 over 8 methods, all scored`; with failures a second one. */
export function scoreSentences({
  count: eligible,
  scored,
  failed,
  withFailuresAsStubs,
  ...means
}: MethodSummary): string[] {
  if (eligible === 0) return [];
  const asStubs = `${scoresInWords(withFailuresAsStubs)} over ${count(eligible, 'method')}`;
  if (scored === 0)
    return [`no method was scored; ${failed === 1 ? 'the failure as a stub' : 'the failures as stubs'}: ${asStubs}`];
  if (failed === 0)
    return [`${scoresInWords(means)} over ${count(eligible, 'method')}${eligible === 1 ? '' : ', all scored'}`];
  return [
    `${scoresInWords(means)} over ${count(scored, 'scored method')} of ${grouped(String(eligible))}`,
    `with ${failed === 1 ? 'the failure as a stub' : 'the failures as stubs'}, which decides: ${asStubs}`,
  ];
}

/** `1,012 of 2,079 methods came back with the same tokens (49 %)`. */
export function reproducedWords(reproduced: number, { scored, failed }: MethodSummary): string | null {
  if (scored === 0) return null;
  const methods = count(scored, failed === 0 ? 'method' : 'scored method');
  return `${grouped(String(reproduced))} of ${methods} came back with the same tokens (${percent(reproduced / scored)})`;
}

/** `2 of 8 methods failed: timed out (1), refused (1)`, or nothing. */
export function failureSentence(rows: readonly Pick<MethodRow, 'failure'>[]): string | null {
  const reasons = new Map<string, number>();
  for (const { failure } of rows) {
    if (failure !== null)
      reasons.set(failureWords(failure.reason), (reasons.get(failureWords(failure.reason)) ?? 0) + 1);
  }
  const failed = [...reasons.values()].reduce((sum, number) => sum + number, 0);
  if (failed === 0) return null;
  const most = [...reasons]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, number]) => `${reason} (${grouped(String(number))})`);
  return `${grouped(String(failed))} of ${count(rows.length, 'method')} failed: ${most.join(', ')}`;
}

/** What the provider said, each once, the first few. */
export function failureDetails(rows: readonly Pick<MethodRow, 'failure'>[], few: number): string[] {
  const details = rows.flatMap(({ failure }) =>
    failure === null || failure.detail === '' ? [] : [`${failureWords(failure.reason)}: ${visible(failure.detail)}`],
  );
  return [...new Set(details)].slice(0, few);
}

function scoresInWords({ errorRate, similarity, recovery }: Scores): string {
  const recovered = recovery === null ? '' : `, recovery ${share(recovery)}`;
  return `error rate ${characters(errorRate)} characters, similarity ${share(similarity)}${recovered}`;
}
