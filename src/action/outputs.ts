// The outputs of a workflow step, and how each comes from a report.

import type { GainEstimate } from '../core/gain.ts';
import type {
  CheckReport,
  EvaluateReport,
  LedgerSummary,
  MethodSummary,
  StatusReport,
  UpdateReport,
} from '../core/report.ts';

export type ReportedReport = CheckReport | UpdateReport | ReviewedStatus;

/** A status, with the evaluation of the same run where there was one. */
export interface ReviewedStatus extends StatusReport {
  readonly evaluation?: EvaluateReport | null;
}

/** Where a run left what later steps may want. */
export interface Places {
  readonly reportJson: string | null;
  readonly reportHtml: string | null;
  readonly commentId: number | null;
}

const NOWHERE: Places = { reportJson: null, reportHtml: null, commentId: null };

type OutputFacts = { readonly description: string } & (
  | {
      /** `null` for what this report does not know. */
      readonly of: (report: ReportedReport) => string | number | null;
      /** Without a report. */
      readonly otherwise?: string;
    }
  | { readonly at: keyof Places }
);

/** Every output by its name in a workflow, in the order in which it is shown. */
const OUTPUTS = {
  verdict: {
    description: '`fresh`, `stale`, or `unknown`, by the policy of the settings file.',
    of: (report) => ledgerOf(report)?.verdict.kind ?? 'unknown',
    otherwise: 'unknown',
  },
  freshness: {
    description:
      'Freshness of the model, from 0 to 1 and a little above, such as `0.912`; of a pull request, as it would be with it.',
    of: (report) => rounded(ledgerOf(report)?.freshness?.value),
  },
  gain: {
    description:
      'How much closer a model trained just before each of the last changes would have come, in points, such as `6.8`.',
    of: (report) => rounded(points(gainOf(report)?.gain), 1),
  },
  similarity: {
    description:
      'Mean similarity of the methods that this run judged, from 0 to 1, failures as stubs; of a scheduled run, of all or a sample of them, every body erased at once.',
    of: (report) => rounded(scoresOf(report)?.similarity),
  },
  'error-rate': {
    description: 'Their mean Levenshtein distance, in characters, failures as stubs.',
    of: (report) => rounded(scoresOf(report)?.errorRate, 1),
  },
  recovery: {
    description:
      'The share of what was erased in them that came back, failures as stubs; negative when worse than nothing.',
    of: (report) => rounded(scoresOf(report)?.recovery),
  },
  methods: {
    description: 'How many methods this run judged.',
    of: (report) => summaryOf(report)?.count ?? 0,
  },
  'report-json': {
    description: 'Path of the report as JSON, for later steps.',
    at: 'reportJson',
  },
  'report-html': {
    description: 'Path of the report as one HTML page, for upload-artifact or Pages.',
    at: 'reportHtml',
  },
  'comment-id': {
    description: 'Number of the comment on the pull request.',
    at: 'commentId',
  },
} as const satisfies Readonly<Record<string, OutputFacts>>;

export type OutputName = keyof typeof OUTPUTS;

const NAMES = Object.keys(OUTPUTS) as OutputName[];

/** Every output in its order, with what it is. */
export function outputDefinitions(): { readonly name: OutputName; readonly description: string }[] {
  return NAMES.map((name) => ({ name, description: OUTPUTS[name].description }));
}

/** Every output, the empty text for what is not known; the verdict of a run without a report is `unknown`. */
export function outputsOf(report: ReportedReport | null, places: Partial<Places> = {}): Record<OutputName, string> {
  const textOf = (facts: OutputFacts) => {
    if ('at' in facts) return { ...NOWHERE, ...places }[facts.at];
    return report === null ? facts.otherwise : facts.of(report);
  };
  const values = NAMES.map((name) => [name, String(textOf(OUTPUTS[name]) ?? '')]);
  return Object.fromEntries(values);
}

function ledgerOf(report: ReportedReport): LedgerSummary | null {
  switch (report.kind) {
    case 'check': {
      const freshness = report.standing?.freshness;
      return freshness?.kind === 'known' ? freshness.after : null;
    }
    case 'update':
      return report.ledger;
    case 'status':
      return report.ledger;
  }
}

function gainOf(report: ReportedReport): GainEstimate | null {
  switch (report.kind) {
    case 'check':
      return report.standing?.gain?.all ?? null;
    case 'update':
      return null;
    case 'status':
      return report.gain?.all ?? null;
  }
}

function scoresOf(report: ReportedReport) {
  return summaryOf(report)?.withFailuresAsStubs;
}

/** A status alone judges no method anew. */
function summaryOf(report: ReportedReport): MethodSummary | null {
  return (report.kind === 'status' ? report.evaluation : report)?.summary.methods ?? null;
}

function points(share: number | null | undefined): number | null {
  return share === null || share === undefined ? null : share * 100;
}

function rounded(value: number | null | undefined, digits = 4): number | null {
  return value === null || value === undefined ? null : Number(value.toFixed(digits));
}
