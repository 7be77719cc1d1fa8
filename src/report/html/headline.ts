// The top of the page: the verdict in one sentence, what to do, and what both rest on.

import type { StatusReport } from '../../core/report.ts';
import type { ReportPage } from '../../core/report-page.ts';
import { meansSentence } from '../freshness-words.ts';
import { modelInWords, shadowSentence } from '../model-words.ts';
import { reasonSentences, recommendationWords } from '../recommendation-words.ts';
import { ageSentence, ledgerSentences, predecessorSentences, statusHeadline } from '../status-words.ts';
import { list, revisionWithHash } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { capitalized, paragraph, prose, quote, stopped } from './prose.ts';

export function renderHeadline({ project, status, inventory }: ReportPage): Markup {
  const { at, ledger } = status;
  const reasons = list(reasonSentences(status, quote));
  const advice = `${reasons === '' ? '' : `: ${reasons}`}.`;
  return html`<header class="verdict ${ledger?.verdict.kind ?? 'unknown'}">
<p class="kicker">${project === null ? null : html`<strong>${project}</strong> · `}model freshness at <code>${revisionWithHash(at)}</code></p>
<h1>${stopped(statusHeadline(status))}</h1>
<p class="advice"><strong>${capitalized(recommendationWords(status))}</strong>${prose(advice)}</p>
</header>
${paragraph([modelSentence(status), ...shadowWords(status), ...predecessorSentences(status, quote), ...ledgerSentences(status, quote)])}${paragraph(ledger === null ? [] : [stopped(meansSentence(ledger))])}${contents(inventory !== null)}`;
}

function modelSentence(status: StatusReport): string {
  const { model } = status;
  return `The model: ${modelInWords(model, quote)}. ${capitalized(ageSentence(status))}`;
}

function shadowWords({ model }: StatusReport): string[] {
  const sentence = shadowSentence(model, quote);
  return sentence === null ? [] : [sentence];
}

function contents(hasInventory: boolean): Markup {
  const links = [
    ...(hasInventory ? [['freshness', 'Freshness since training']] : []),
    ['gain', 'Would training again help?'],
    ['drift', 'How the code moves'],
    ...(hasInventory
      ? [
          ['packages', 'Packages'],
          ['methods', 'Methods'],
        ]
      : []),
  ];
  return html`<nav class="contents" aria-label="On this page"><ul>
${links.map(([id = '', words = '']) => html`<li><a href="#${id}">${words}</a></li>\n`)}</ul></nav>
`;
}
