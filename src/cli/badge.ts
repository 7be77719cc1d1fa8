// `palimpsest badge`

import { join } from 'node:path';
import { composeLanguages, composeLedgers, makeParentFolder, openRepository, writeOutput } from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import type { FreshnessPolicy } from '../core/freshness-policy.ts';
import { judgeFreshness } from '../core/freshness-policy.ts';
import { ledgerMeans } from '../core/ledger-head.ts';
import type { LedgerStore } from '../ports.ts';
import { type BadgeFacts, badgeJson, badgeSvg } from '../report/badge.ts';
import { type ModelOptions, modelsFrom } from './asking.ts';
import type { Shell } from './shell.ts';

interface BadgeOptions extends ModelOptions {
  readonly repo: string;
  readonly outputDir: string;
}

export async function runBadge(options: BadgeOptions, shell: Shell): Promise<void> {
  const repository = await openRepository(options.repo);
  const languages = await composeLanguages(shell.environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  const { freshness: policy } = await readRepositorySettings(repository);
  const store = await composeLedgers(repository);
  const facts = loaded === null ? UNKNOWN : await factsOf(store, loaded.model.card.fingerprint, policy);
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
  fingerprint: string,
  policy: FreshnessPolicy & { readonly warnWithin: number },
): Promise<BadgeFacts> {
  const stored = await store.load(fingerprint);
  if (stored === null) return UNKNOWN;
  const means = ledgerMeans(stored.head);
  const { kind } = judgeFreshness(means, policy);
  if (kind === 'unknown' || means.freshness === null) return UNKNOWN;
  return { verdict: kind, freshness: means.freshness.value, ...policy };
}
