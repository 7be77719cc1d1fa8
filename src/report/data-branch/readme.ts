// The page on the data branch: how the model stands, its past, the badge to paste, and what lies there.

import { DATA_BRANCH_MARKER, DATA_FILES } from '../../core/data-branch.ts';
import { judgeFreshness } from '../../core/freshness-policy.ts';
import { type Answering, ledgerMeans } from '../../core/ledger-head.ts';
import type { LedgerSummary } from '../../core/report.ts';
import { lastPoints, pointsWords } from '../freshness-history.ts';
import { freshnessSentence, meansSentence } from '../freshness-words.ts';
import { partTable } from '../markdown/freshness.ts';
import { freshnessDiagram } from '../markdown/freshness-chart.ts';
import { inlineCode } from '../markdown/inert.ts';
import { bullets, paragraphs, sentence } from '../markdown/parts.ts';
import { modelInWords, shadowSentence } from '../model-words.ts';
import { count, grouped, modelName, shortRevision, trainedAt } from '../words.ts';
import { path, shieldsMarkdown, svgMarkdown } from './badge-markdown.ts';
import type { DataBranchView } from './view.ts';

/** Of one project. */
export function projectReadme(view: DataBranchView): string {
  const { section, answering, model, policy } = view;
  const ledger = answering && summaryOf(answering, policy.line);
  return paragraphs(
    [DATA_BRANCH_MARKER],
    [`# Model freshness of ${nameOf(view)}`],
    [`![model freshness](${DATA_FILES.badgeSvg})`],
    [verdictSentence(view, ledger)],
    standingSentences(view),
    sentence(shadowSentence(model, inlineCode)),
    ledger === null ? [] : [`${meansSentence(ledger)}.`],
    ledger === null ? [] : partTable(ledger),
    ledger === null ? [] : pastLines(ledger),
    ...(section === '' ? projectLines(view) : []),
    ...badgeLines(view),
    ...contentLines(),
  );
}

/** Of a repository that holds several projects and is none itself. */
export function projectsReadme(view: DataBranchView): string {
  const { owner, repo } = view.place;
  return paragraphs(
    [DATA_BRANCH_MARKER],
    [`# Model freshness in ${inlineCode(`${owner}/${repo}`)}`],
    ...projectLines(view),
    [`Each has its own model, ledger and badge in its folder. ${WRITTEN_BY}`],
  );
}

const WRITTEN_BY =
  'This branch shares no history with the code. Palimpsest writes it after each push to the default branch and with each scheduled run.';

function nameOf({ section, place: { owner, repo } }: DataBranchView): string {
  const repository = inlineCode(`${owner}/${repo}`);
  return section === '' ? repository : `${inlineCode(section)} in ${repository}`;
}

function summaryOf({ head }: Answering, line: number): LedgerSummary {
  const means = ledgerMeans(head);
  const verdict = judgeFreshness(means, { line });
  return { trainedAt: head.trainedAt, line, verdict, ...means, history: head.history };
}

/** The verdict with its sample. */
function verdictSentence({ model, answering }: DataBranchView, ledger: LedgerSummary | null): string {
  if (model === null)
    return '**Freshness unknown: no model is pinned yet.** The next run on the default branch pins one.';
  if (ledger === null) return '**Freshness unknown: the model has no ledger yet.**';
  const isOwn = answering?.as === 'own';
  const verdict = freshnessSentence(ledger, isOwn ? model : null);
  const whose = isOwn ? verdict : `The model before this one has ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}`;
  return `**${whose}**${sampleWords(ledger)}.`;
}

function sampleWords({ units, scored }: LedgerSummary): string {
  if (units === 0) return '';
  const which = scored === units ? 'all scored' : `${grouped(String(scored))} of them scored`;
  return ` (${count(units, 'method')}, ${which})`;
}

/** Which model it is, and as of when. */
function standingSentences({ model, answering }: DataBranchView): string[] {
  if (model === null) return [];
  const inUse = `The model in use is ${modelInWords(model, inlineCode)}.`;
  if (answering === null) return [inUse];
  const { standsAt, model: whose } = answering.head;
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(standsAt.committedAt ?? '') ?? [];
  const asOf = `The ledger stands at ${inlineCode(shortRevision(standsAt.revision))}${day === undefined ? '' : ` of ${day}`}.`;
  const before = `Its own ledger is not scored enough yet: these figures are those of ${inlineCode(modelName(whose))}, ${trainedAt(answering.head, inlineCode)}.`;
  return [[inUse, ...(answering.as === 'own' ? [] : [before]), asOf].join(' ')];
}

function pastLines(ledger: LedgerSummary): string[] {
  const diagram = freshnessDiagram(ledger);
  const words = pointsWords(lastPoints(ledger.history));
  return diagram.length === 0 ? [] : [`Freshness over ${words}:`, '', ...diagram];
}

/** The other projects of the repository. */
function projectLines({ projects }: DataBranchView): string[][] {
  const named = projects.filter((project) => project !== '');
  if (named.length === 0) return [];
  const items = named.map((project) => {
    const badge = `![model freshness](${path(project, DATA_FILES.badgeSvg)})`;
    return `[${inlineCode(project)}](${path(project, DATA_FILES.readme)}) ${badge}`;
  });
  return [['## Projects'], bullets(items)];
}

function badgeLines({ place, section }: DataBranchView): string[][] {
  const fence = (markdown: string) => ['```markdown', markdown, '```'];
  if (place.isPublic) {
    return [
      ['## The badge in your README'],
      ['Drawn by shields.io, in the style of your other badges:'],
      fence(shieldsMarkdown(place, section)),
      ['Or the SVG of this branch, which no other site has a part in:'],
      fence(svgMarkdown(place, section)),
      ['GitHub keeps images for a few minutes, and so does shields.io.'],
    ];
  }
  return [
    ['## The badge in your README'],
    ['In this repository, for people who are signed in and may read it:'],
    fence(svgMarkdown(place, section)),
    [
      'The repository is not public: shields.io, other sites and people without access cannot read this branch, and see no badge. Where they should, the GitHub App can serve it.',
    ],
  ];
}

function contentLines(): string[][] {
  return [
    ['## What lies here'],
    [
      '| File | |',
      '| :-- | :-- |',
      '| `badge.svg`, `badge.json` | the badge, as an image and for shields.io |',
      '| `history.jsonl` | where the ledger stood after each of the last 200 updates, a line of JSON each |',
      '| `ledger/` | the last known score of every method, a folder for each model |',
      '| `state.json` | where the embedded model is pinned, and what the last review found |',
    ],
    [
      `${WRITTEN_BY} It is never moved by force, and files that you put here stay; this page stays yours when you take its first line away. To start anew, delete the branch: the next run makes it again, and pins the embedded model anew.`,
    ],
  ];
}
