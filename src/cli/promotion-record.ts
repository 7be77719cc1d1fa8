// Keeping a decision: the record, both cards, the report, and copies of embedded models that may be needed again.

import { type Languages, modelBytes, newRecordId } from '../compose.ts';
import type { Champion } from '../core/champions.ts';
import type { PromoteReport } from '../core/report.ts';
import type { PromotionBook } from '../ports.ts';
import { renderJson } from '../report/json.ts';
import type { OpenedModel } from './contestants.ts';

export interface Decision {
  readonly report: PromoteReport;
  readonly book: PromotionBook;
  readonly challenger: OpenedModel;
  readonly champion: OpenedModel | null;
  readonly languages: Languages;
  readonly now: Date;
}

/** Returns the id of the record. The champion is another one when it returns, if that is the decision. */
export async function keepDecision(decision: Decision): Promise<string> {
  const { report, book, languages, now } = decision;
  const isPromoted = report.decision.kind === 'promote';
  const id = newRecordId(await book.records());
  const files = new Map<string, Uint8Array>();
  const keep = async (role: 'champion' | 'challenger', { reference, loaded, inOffice }: OpenedModel) => {
    files.set(`${role}.card.json`, jsonBytes(report[role]?.model));
    if (inOffice !== null) return inOffice;
    // What is kept as it was is opened by nobody: a copy would be dead weight.
    const bytes = isPromoted ? await modelBytes(loaded, languages) : null;
    if (bytes !== null) files.set(`${role}.palimpsest`, bytes);
    const copy = bytes === null ? null : `${id}/${role}.palimpsest`;
    return { name: reference, fingerprint: loaded.model.card.fingerprint, copy } satisfies Champion;
  };
  const challenger = await keep('challenger', decision.challenger);
  const champion = decision.champion === null ? null : await keep('champion', decision.champion);
  files.set('report.json', Buffer.from(renderJson(report)));
  const record = {
    id,
    kind: isPromoted ? 'promoted' : 'kept',
    at: now.toISOString(),
    reasons: report.decision.reasons,
    challenger,
    champion,
    becomes: isPromoted ? challenger : champion,
  } as const;
  await book.keep(record, files);
  return id;
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
