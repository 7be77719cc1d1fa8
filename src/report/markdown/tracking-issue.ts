// The one issue that says that a model has become stale: why, since when, what training again would gain, what to do.

import type { LedgerPoint } from '../../core/ledger-history.ts';
import type { StatusReport } from '../../core/report.ts';
import { forecastWords } from '../drift-words.ts';
import { freshnessPercent, meansSentence } from '../freshness-words.ts';
import { gainBasis, gainSentence } from '../gain-words.ts';
import { isShadow, modelInWords, shadowSentence } from '../model-words.ts';
import { reasonSentences } from '../recommendation-words.ts';
import { gainSentences, predecessorSentences, statusHeadline } from '../status-words.ts';
import { count, grouped, isEmbedded, modelName, percent, shortRevision } from '../words.ts';
import { type LinkContext, linked, linkedCommit, type MarkdownContext } from './context.ts';
import { freshnessChart } from './freshness-chart.ts';
import { inlineCode } from './inert.ts';
import { bullets, paragraphs, sentence } from './parts.ts';

const SECTION_LIMIT = 60;

export interface IssueContext extends LinkContext, Pick<MarkdownContext, 'reportUrl' | 'section'> {
  /**
   * The team's own workflow that trains the model, a file's name; `null` where palimpsest has it trained. And whether this run has
   * started it.
   */
  readonly training: { readonly workflow: string | null; readonly started: boolean } | null;
}

/** For a status whose ledger is stale; of another it says what is known. */
export function trackingIssue(
  report: StatusReport,
  context: IssueContext,
): { readonly title: string; readonly body: string } {
  const { ledger, model } = report;
  const body = paragraphs(
    [openingSentence(report, context)],
    bullets(reasonSentences(report, inlineCode)),
    predecessorSentences(report, inlineCode),
    [`**What would training again gain?** ${gainWords(report).join(' ')}`],
    ['**What to do**'],
    whatToDo(report, context),
    forecastBlock(report),
    ledger === null ? [] : freshnessChart(ledger),
    sentence(shadowSentence(model, inlineCode)),
    [smallPrint(report, context)],
  );
  return { title: titleOf(report, context), body };
}

/** The measured gain with its sample and window; that it is not known, where it is not. */
function gainWords(report: StatusReport): string[] {
  const { gain } = report;
  if (gain === null) return gainSentences(report);
  return [
    gainSentence(gain),
    ...gainBasis(gain)
      .slice(0, 1)
      .map((window) => `${window.replace(/^w/, 'W')}.`),
  ];
}

function forecastBlock({ drift, model }: StatusReport): string[] {
  return drift?.forecast?.kind === 'expected' ? [forecastWords(drift.forecast, model).join(' ')] : [];
}

/** The comment with which the issue is closed. */
export function freshAgain({ ledger, model }: StatusReport): string {
  const which = isShadow(model) ? 'its shadow has' : 'it has';
  if (ledger?.freshness == null) return 'Nothing says any more that the model is stale, so this issue can be closed.\n';
  const { freshness, units, scored, line } = ledger;
  return `The model is fresh again: ${which} a freshness of ${freshnessPercent(freshness)} (${sampleWords(units, scored)}), not below the policy’s line of ${percent(line)}. Thanks to whoever looked after it!\n`;
}

function titleOf({ ledger, model, recommendation }: StatusReport, { section }: IssueContext): string {
  const of = section === null ? '' : `${inlineCode(section, SECTION_LIMIT)}: `;
  const which = isShadow(model) ? 'code model (by its shadow)' : 'code model';
  if (ledger?.freshness == null) return `${of}Time to train the ${which} again`;
  const figures = `freshness ${freshnessPercent(ledger.freshness)}, line ${percent(ledger.line)}`;
  if (ledger.verdict.kind === 'stale') return `${of}The ${which} has become stale: ${figures}`;
  return `${of}Time to train the ${which} again${recommendation.kind === 'retrain-soon' ? ' soon' : ''}: ${figures}`;
}

function openingSentence(report: StatusReport, context: IssueContext): string {
  const { ledger, model, age } = report;
  const name = modelInWords(model, inlineCode);
  if (ledger?.freshness == null) return `${name}: it is not known how fresh this model is.`;
  if (ledger.answers === 'predecessor') return `${statusHeadline(report)}.`;
  const { freshness, units, scored, line, history } = ledger;
  const known = `${freshnessPercent(freshness)} of what it knew on the day of training (${sampleWords(units, scored)})`;
  const old = age.days === null ? '' : `, ${count(age.days, 'day')} ago`;
  return `${name}${old}, still knows ${known}. The policy asks for ${percent(line)}.${sinceWords(history, line, context)}`;
}

/** From which entry of the ledger on freshness has been below the line. */
function sinceWords(history: readonly LedgerPoint[], line: number, context: IssueContext): string {
  const above = history.findLastIndex(({ freshness }) => freshness >= line);
  const first = history[above + 1];
  if (first === undefined) return '';
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(first.committedAt ?? '') ?? [];
  const commit = linkedCommit(shortRevision(first.revision), first.revision, context);
  const since = above < 0 ? 'at least since' : 'since';
  return ` It has been below that ${since} ${day === undefined ? '' : `${day}, `}${commit}.`;
}

function whatToDo({ model }: StatusReport, { training }: IssueContext): string[] {
  const last = 'Once the model needs no training any more, this issue is closed by itself.';
  if (training?.workflow === null) {
    return bullets([
      training.started
        ? 'Nothing for now: another model is being trained, and takes the place of this one if it is better.'
        : `Have another trained: a maintainer asks for it with ${inlineCode('/palimpsest retrain')} or the button *Retrain* of the App, or runs the workflow of this check by hand, with ${inlineCode('retrain')}.`,
      last,
    ]);
  }
  if (training !== null) {
    const workflow = inlineCode(training.workflow);
    return bullets([
      training.started
        ? `Nothing for now: the training workflow ${workflow} was started.`
        : `Run the training workflow ${workflow}.`,
      last,
    ]);
  }
  if (isShadow(model)) {
    const own = model.shadow.of === null ? 'the project’s own model' : inlineCode(model.shadow.of);
    return bullets([
      `Train ${own} again, as it was trained before, and put the new revision into ${inlineCode('trained-at')} of the workflow.`,
      last,
    ]);
  }
  if (isEmbedded(model)) {
    return bullets([
      `Run the workflow of this check by hand, with ${inlineCode('retrain')}: the model is trained anew at the head of the default branch, in seconds. In a clone ${inlineCode('palimpsest train --evaluate')} does the same.`,
      last,
    ]);
  }
  return bullets([
    `Train ${inlineCode(modelName(model))} again on the code of today, and put its revision into ${inlineCode('trained-at')} of the workflow.`,
    last,
  ]);
}

function smallPrint({ ledger, at }: StatusReport, context: IssueContext): string {
  const items = [
    ...(ledger === null ? [] : [meansSentence(ledger)]),
    `looked at from ${linkedCommit(shortRevision(at.revision), at.revision, context)}`,
    ...(context.reportUrl === null ? [] : [linked('Full report', context.reportUrl)]),
  ];
  return `<sub>${items.join(' · ')}</sub>`;
}

function sampleWords(units: number, scored: number): string {
  return `${count(units, 'method')}, ${scored === units ? 'all scored' : `${grouped(String(scored))} of them scored`}`;
}
