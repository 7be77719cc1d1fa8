// `palimpsest badge`

import { join } from 'node:path';
import { composeLanguages, makeParentFolder, openLedgers, openRepository, writeOutput } from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import { ledgerSpeakingFor } from '../jobs/speaking-ledger.ts';
import { badgeJson, badgeSvg } from '../report/badge.ts';
import { badgeFacts } from '../report/badge-facts.ts';
import { visible } from '../report/visible.ts';
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
  const facts = badgeFacts(card, answering, policy);
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
