// A comparison in words and cells, the same on every surface.

import { measuredMethods } from '../core/compare-rows.ts';
import { scoresOf } from '../core/measure.ts';
import type { CompareReport, ContenderRow } from '../core/report.ts';
import { usageSentences } from './asking-words.ts';
import { modelInWords, shadowSentence } from './model-words.ts';
import { failureDetails, failureSentence, VERBATIM_MEMORY } from './sentences.ts';
import { visible } from './visible.ts';
import {
  characters,
  count,
  grouped,
  isEmbedded,
  list,
  modelName,
  protocolWords,
  shardWords,
  share,
  sourceName,
  trainedAt,
} from './words.ts';

/** How a name from outside is written on a surface. */
export type Quote = (name: string) => string;

const FEW_DETAILS = 3;

/** `stub` reads better as what it is; anything else goes by its name. */
export function contenderName({ kind, name }: Pick<ContenderRow, 'kind' | 'name'>, quote: Quote): string {
  return kind === 'stub' ? 'every body erased' : quote(name);
}

/** The verdict: who comes closest, by the mean over the methods that all were asked for, failures as stubs. */
export function compareHeadline({ contenders, methods, sample }: CompareReport, quote: Quote): string {
  if (methods.length === 0) return 'There was no method to write again';
  const common = methods.filter(({ answers }) => answers.every((answer) => answer !== null));
  if (common.length === 0) return 'There is no method that all were asked for';
  const standing = contenders
    .map((contender, at) => ({ contender, similarity: scoresOf(measuredMethods(common, at)).similarity ?? 0 }))
    .filter(({ contender }) => contender.kind !== 'stub')
    .sort((a, b) => b.similarity - a.similarity);
  const [first, second] = standing;
  if (first === undefined) return 'No model was asked';
  const those = common.length === methods.length ? '' : ' that all were asked for';
  const score = `similarity ${share(first.similarity)} over ${count(common.length, 'method')}${those}`;
  const name = contenderName(first.contender, quote);
  if (second === undefined) return `${name} comes to ${score}`;
  const equals = standing.filter(({ similarity }) => similarity === first.similarity);
  if (equals.length > 1) {
    return `${list(equals.map(({ contender }) => contenderName(contender, quote)))} come equally close: ${score}`;
  }
  const ahead = points(first.similarity - second.similarity).replace('+', '');
  const doubt = sample === null ? '' : unsure(first.contender, second.contender, quote);
  return `${name} comes closest: ${score}, ${ahead} ahead of ${contenderName(second.contender, quote)}${doubt}`;
}

/** Of a sample: whether the lead could be luck of the draw. */
function unsure(first: ContenderRow, second: ContenderRow, quote: Quote): string {
  if (first.paired !== null && second.paired !== null) {
    return `; with ${contenderName(second, quote)} as the baseline it would say how sure that is`;
  }
  const interval = (first.paired ?? second.paired)?.intervals?.similarity;
  return interval && (interval.low > 0 || interval.high < 0) ? '' : '; the sample is too small to be sure of it';
}

/** What was compared, how, and how much of it. */
export function compareBasis(report: CompareReport, quote: Quote): string[] {
  const { methods, files, sample, protocol, source } = report;
  const size = `${count(methods.length, 'method')} in ${count(files.length, 'file')}`;
  const drawn =
    sample === null
      ? []
      : [
          `a sample: ${grouped(String(methods.length))} of ${count(sample.methods, 'method')}, drawn by lot with seed ${sample.seed}`,
        ];
  return [`${quote(sourceName(source))}, ${size}`, protocolWords(protocol), ...drawn, ...shardWords(report)];
}

/** Who is who: `old: project memory, trained at 3f2c9ab of 2026-10-12`. */
export function contenderLines({ contenders }: CompareReport, quote: Quote): string[] {
  return contenders.flatMap((contender) => {
    const { model, directory, name } = contender;
    if (directory !== null) return [`${quote(name)}: the tree ${quote(directory)}`];
    if (model === null) return [];
    const who = modelName(model) === name ? trainedAt(model, quote) : modelInWords(model, quote);
    return [`${quote(name)}: ${who}`];
  });
}

/** What a reader of the numbers should know: failures, what was not asked for, verbatim memory. */
export function compareRemarks(report: CompareReport, quote: Quote): string[] {
  const { contenders, methods, protocol, source } = report;
  const remarks = contenders.flatMap((contender, at) => {
    const name = contenderName(contender, quote);
    const answers = methods.flatMap(({ answers: all }) => all[at] ?? []);
    const failure = failureSentence(answers);
    const said = failure === null ? [] : [`${name}: ${failure}`];
    if (contender.unasked === 0) return said;
    const missing = count(contender.unasked, 'method');
    return [
      ...said,
      `${name} was not asked for ${missing}: its budget is spent. ${contender.unasked === 1 ? 'It is' : 'They are'} left out of its means and its pairs`,
    ];
  });
  const isMemory = contenders.some(
    ({ model }) =>
      model !== null && isEmbedded(model) && 'revision' in source && model.trainedAt?.revision === source.revision,
  );
  const shadows = contenders.flatMap(({ model }) => shadowSentence(model, quote)?.replace(/\.$/, '') ?? []);
  remarks.push(...new Set(shadows));
  if (report.sample !== null) remarks.push('In brackets stand 95 % intervals, by the bootstrap over files');
  return protocol === 'recreate' && isMemory ? [...remarks, VERBATIM_MEMORY.replace(/\.$/, '')] : remarks;
}

/** What providers said, each once, the first few. */
export function compareDetails({ methods }: CompareReport): string[] {
  return failureDetails(
    methods.flatMap(({ answers }) => answers.flatMap((answer) => answer ?? [])),
    FEW_DETAILS,
  );
}

/** What asking took, model by model. */
export function compareUsage({ contenders }: CompareReport, quote: Quote): string[] {
  return contenders.flatMap((contender) => {
    const [said, ...others] = usageSentences(contender.usage === undefined ? {} : { usage: contender.usage }, quote);
    if (said === undefined) return [];
    const { answeringMs } = contender;
    const time = answeringMs === null ? '' : `; the answers took ${seconds(answeringMs)} in all, one after the other`;
    return [`${contenderName(contender, quote)}: ${said}${time}`, ...others];
  });
}

function seconds(milliseconds: number): string {
  return `${characters(milliseconds / 1_000, 1)} s`;
}

/** A difference of similarities: `+3.1 points`. */
export function points(difference: number): string {
  return `${signed(difference * 100, 1)} points`;
}

/** With its sign, so that it reads as a difference. */
export function signed(value: number, digits: number): string {
  const text = characters(value, digits);
  return value > 0 && !text.startsWith('<') ? `+${text}` : text;
}

/** For the terminal, where nothing need be quoted. */
export const plainly: Quote = visible;
