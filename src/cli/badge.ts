// `palimpsest badge`

import { join } from 'node:path';
import {
  composeLanguages,
  composeLedgers,
  loadModel,
  makeParentFolder,
  openRepository,
  writeOutput,
} from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import type { FreshnessPolicy } from '../core/freshness-policy.ts';
import { judgeFreshness } from '../core/freshness-policy.ts';
import { ledgerMeans } from '../core/ledger-head.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { LedgerStore } from '../ports.ts';
import { type BadgeFacts, badgeJson, badgeSvg } from '../report/badge.ts';
import { isShadow } from '../report/model-words.ts';
import type { Shell } from './shell.ts';

interface BadgeOptions {
  readonly repo: string;
  readonly model?: string;
  readonly outputDir: string;
}

export async function runBadge(options: BadgeOptions, { environment }: Shell): Promise<void> {
  const repository = await openRepository(options.repo);
  const loaded = await loadModel(options.model, repository, await composeLanguages(environment));
  const { freshness: policy } = await readRepositorySettings(repository);
  const store = await composeLedgers(repository);
  const facts = loaded === null ? UNKNOWN : await factsOf(store, loaded.model.card, policy);
  const files = { 'freshness.svg': badgeSvg(facts), 'freshness.json': badgeJson(facts) };
  for (const [name, content] of Object.entries(files)) {
    const path = join(options.outputDir, name);
    await makeParentFolder(path);
    await writeOutput(path, content);
    process.stdout.write(`wrote ${path}\n`);
  }
}

const UNKNOWN: BadgeFacts = { verdict: 'unknown' };

/** A model without a ledger is as unknown as no model: the badge says that, and no command fails for it. */
async function factsOf(
  store: LedgerStore,
  card: ModelCard,
  policy: FreshnessPolicy & { readonly warnWithin: number },
): Promise<BadgeFacts> {
  const stored = await store.load(card.fingerprint);
  const unknown: BadgeFacts = { ...UNKNOWN, isShadow: isShadow(card) };
  if (stored === null) return unknown;
  const means = ledgerMeans(stored.head);
  const { kind } = judgeFreshness(means, policy);
  if (kind === 'unknown' || means.freshness === null) return unknown;
  return { verdict: kind, freshness: means.freshness.value, ...policy, isShadow: isShadow(card) };
}
