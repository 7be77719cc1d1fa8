// `palimpsest badge`

import { join } from 'node:path';
import { composeLanguages, makeParentFolder, openLedgers, openRepository, writeOutput } from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import { type FreshnessPolicy, judgeFreshness } from '../core/freshness-policy.ts';
import { type Answering, type LedgerHead, ledgerMeans } from '../core/ledger-head.ts';
import { ledgerSpeakingFor } from '../jobs/speaking-ledger.ts';
import { type BadgeFacts, badgeJson, badgeSvg } from '../report/badge.ts';
import { isShadow } from '../report/model-words.ts';
import { visible } from '../report/visible.ts';
import { modelName, trainedAt as trainedAtWords } from '../report/words.ts';
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
  const card = loaded?.model.card ?? null;
  const answering = card && (await ledgerSpeakingFor(card, openLedgers(repository)));
  const facts = { ...(answering === null ? UNKNOWN : factsOf(answering, policy)), isShadow: isShadow(card) };
  const files = { 'freshness.svg': badgeSvg(facts), 'freshness.json': badgeJson(facts) };
  for (const [name, content] of Object.entries(files)) {
    const path = join(options.outputDir, name);
    await makeParentFolder(path);
    await writeOutput(path, content);
    process.stdout.write(`wrote ${path}\n`);
  }
  if (facts.verdict !== 'unknown' && facts.of !== null) {
    process.stdout.write(`The badge shows the model before the one in use: ${visible(facts.of)}\n`);
  }
}

const UNKNOWN: BadgeFacts = { verdict: 'unknown' };

/** A model without a ledger is as unknown as no model: the badge says that, and no command fails for it. */
function factsOf(answering: Answering, policy: FreshnessPolicy & { readonly warnWithin: number }): BadgeFacts {
  const means = ledgerMeans(answering.head);
  const { kind } = judgeFreshness(means, policy);
  if (kind === 'unknown' || means.freshness === null) return UNKNOWN;
  const of = answering.as === 'own' ? null : ofPredecessor(answering.head);
  return { verdict: kind, freshness: means.freshness.value, ...policy, of };
}

function ofPredecessor({ model, trainedAt }: LedgerHead): string {
  return `${modelName(model)}, ${trainedAtWords({ trainedAt })}`;
}
