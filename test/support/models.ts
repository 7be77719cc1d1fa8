// Code models without any knowledge: each answers by a rule that a test can state in a line.

import type { FailureReason, Regenerated, Regeneration } from '../../src/core/regeneration.ts';
import type { Stub } from '../../src/core/stub.ts';
import { bodyOf, type MethodId, type ParsedSource } from '../../src/core/unit.ts';
import type { CodeModel } from '../../src/ports.ts';

/** A model that keeps every stub that it was handed, in the order in which it was asked. */
export interface AskedModel extends CodeModel {
  readonly asked: readonly Stub[];
}

export type Answer = (stub: Stub) => Regeneration | Promise<Regeneration>;

export function modelThat(answer: Answer, { name = 'oracle', concurrency = 1 } = {}): AskedModel {
  const asked: Stub[] = [];
  return {
    card: {
      schemaVersion: 1,
      provider: 'test',
      name,
      baseModel: null,
      fingerprint: name,
      trainedAt: null,
      recipe: null,
      baseline: null,
      shadow: null,
    },
    concurrency,
    asked,
    async regenerate(stub, { signal }) {
      signal.throwIfAborted();
      asked.push(stub);
      return answer(stub);
    },
  };
}

/** Answers what the table gives for the unit's id; `missing` for a unit that is not in it. */
export function tableModel(table: Readonly<Record<MethodId, string | Regeneration>>): AskedModel {
  return modelThat(({ target }) => {
    const answer = table[target.id];
    if (answer === undefined) return { kind: 'failed', reason: 'missing', detail: `no answer for ${target.id}` };
    return typeof answer === 'string' ? written(answer) : answer;
  });
}

/** Never writes anything. */
export function failingModel(reason: FailureReason = 'refused'): AskedModel {
  return modelThat(() => failed(reason));
}

/** Writes every body as it stands in the given sources, whatever has become of it since. */
export function restoringModel(sources: readonly ParsedSource[]): AskedModel {
  const bodies = new Map<MethodId, string>();
  for (const source of sources) for (const unit of source.units) bodies.set(unit.id, bodyOf(source, unit));
  return modelThat(
    ({ target }) => {
      const body = bodies.get(target.id);
      return body === undefined ? failed('missing') : written(body);
    },
    { name: 'restorer' },
  );
}

export function written(body: string): Regenerated {
  return { kind: 'regenerated', body };
}

export function failed(reason: FailureReason): Regeneration {
  return { kind: 'failed', reason, detail: `the model ${reason}` };
}
