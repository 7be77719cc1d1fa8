// The model that needs nothing: it remembers one revision of the project and writes bodies from what it remembers.

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ModelCard } from '../core/model-card.ts';
import type { Regeneration, Sample } from '../core/regeneration.ts';
import type { Stub } from '../core/stub.ts';
import type { CodeModel, Language } from '../ports.ts';
import type { ProjectMemory } from './embedded/memory.ts';
import { type Proposal, remembering } from './embedded/remembering.ts';

export type { MemoryOrigin, ProjectMemory, Training } from './embedded/memory.ts';
export { startTraining, trainMemory } from './embedded/memory.ts';
export type { MemoryFileProblem } from './embedded/memory-file.ts';
export { MemoryFileError, readMemory, saveMemory } from './embedded/memory-file.ts';

/** Raise it with every change that alters an answer: the fingerprint, and so every cached answer, depends on it. */
const ALGORITHM_VERSION = 1;

/** Difference in plausibility at which a sample is e times less probable; from Mockito 2017–22. */
const SAMPLE_TEMPERATURE = 0.05;

export function embeddedModel(memory: ProjectMemory, language: Language): CodeModel {
  const remembered = remembering(memory, language);
  return {
    card: cardOf(memory),
    // It computes and never waits: more at once would only queue.
    concurrency: 1,
    async regenerate(stub: Stub, { samples, signal }): Promise<Regeneration> {
      // Nothing below waits: between two methods, timers and signals get their turn.
      await setImmediate();
      signal.throwIfAborted();
      const { proposals, confidence } = remembered.propose(stub, samples);
      const [first] = proposals;
      if (first === undefined) {
        return {
          kind: 'failed',
          reason: 'missing',
          detail: 'the project memory holds nothing like it, and neither does the file',
        };
      }
      return { kind: 'regenerated', body: first.body, confidence, samples: withProbabilities(proposals) };
    },
    async nearest(stub: Stub) {
      const found = remembered.nearest(stub);
      if (found === null) return null;
      const { unit, likeness } = found;
      return { id: unit.id, path: unit.type.path, similarity: likeness, body: unit.body };
    },
  };
}

/** `exp((p − p₁) / temperature)`, normalised. */
function withProbabilities(proposals: readonly Proposal[]): Sample[] {
  const best = proposals[0]?.plausibility ?? 0;
  const odds = proposals.map(({ plausibility }) => Math.exp((plausibility - best) / SAMPLE_TEMPERATURE));
  const sum = odds.reduce((total, value) => total + value, 0);
  return proposals.map(({ body }, index) => ({ body, probability: (odds[index] ?? 0) / sum }));
}

function cardOf(memory: ProjectMemory): ModelCard {
  const { revision, committedAt } = memory.origin;
  return {
    schemaVersion: 1,
    provider: 'embedded',
    name: 'project memory',
    baseModel: null,
    fingerprint: createHash('sha256').update(`${ALGORITHM_VERSION} ${memory.contentHash}`).digest('hex'),
    trainedAt: { revision, committedAt, units: memory.units.length, files: memory.files },
    recipe: { kind: 'embedded', datasetHash: memory.contentHash, epochs: null, promptFormat: null },
    baseline: null,
    shadow: null,
  };
}
