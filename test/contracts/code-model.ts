// What every CodeModel keeps to, whoever answers.

import { describe, expect, it } from 'vitest';
import { stubInPlace, stubsForRecreation } from '../../src/core/stub.ts';
import type { ParsedSource } from '../../src/core/unit.ts';
import type { CodeModel } from '../../src/ports.ts';
import { java } from '../support/job-surroundings.ts';

const LIBRARY = `package library;

/** Books on one shelf. */
class Shelf {
    private final java.util.List<String> titles = new java.util.ArrayList<>();

    void add(String title) {
        if (title == null) {
            throw new IllegalArgumentException("a title is missing");
        }
        titles.add(title);
    }

    int size() {
        return titles.size();
    }
}
`;

/** `modelOf` makes a model that has been trained on the source, where it can be. */
export function codeModelContract(name: string, modelOf: (source: ParsedSource) => Promise<CodeModel>): void {
  const source = java.parse('src/main/java/library/Shelf.java', LIBRARY);
  const stubs = [
    ...source.units.map((unit) => stubInPlace(source, unit)),
    ...stubsForRecreation(source, new Set(source.units.map(({ id }) => id))),
  ];
  const quietly = { samples: 1, signal: new AbortController().signal };

  describe(`${name} as a CodeModel`, () => {
    it('says who it is', async () => {
      const { card, concurrency } = await modelOf(source);
      expect(card).toMatchObject({ schemaVersion: 1, provider: expect.any(String), name: expect.any(String) });
      expect(card.fingerprint).not.toBe('');
      expect(concurrency).toBeGreaterThanOrEqual(1);
    });

    it('answers each stub with a body that parses, or says why not', async () => {
      const model = await modelOf(source);
      for (const stub of stubs) {
        const answer = await model.regenerate(stub, quietly);
        if (answer.kind === 'failed') expect(answer.detail).not.toBe('');
        else expect(answer.kind === 'regenerated' && java.isBody(answer.body)).toBe(true);
      }
    });

    it('gives the same answers again, also to the same model made again', async () => {
      const answersOf = async (model: CodeModel) => {
        const answers = [];
        for (const stub of stubs) answers.push(await model.regenerate(stub, quietly));
        return answers;
      };
      const model = await modelOf(source);
      const first = await answersOf(model);
      expect(await answersOf(model)).toEqual(first);
      expect(await answersOf(await modelOf(source))).toEqual(first);
    });

    it('gives at most as many samples as it is asked for, the body first, their probabilities adding up', async () => {
      const model = await modelOf(source);
      for (const stub of stubs) {
        const answer = await model.regenerate(stub, { ...quietly, samples: 3 });
        if (answer.kind !== 'regenerated' || answer.samples === undefined) continue;
        expect(answer.samples.length).toBeLessThanOrEqual(3);
        expect(answer.samples[0]?.body).toBe(answer.body);
        const probabilities = answer.samples.flatMap(({ probability }) => probability ?? []);
        if (probabilities.length > 0) expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
      }
    });

    it('stops when it is called off', async () => {
      const model = await modelOf(source);
      const [stub] = stubs;
      const calledOff = AbortSignal.abort(new Error('called off'));
      if (stub !== undefined) {
        await expect(model.regenerate(stub, { samples: 1, signal: calledOff })).rejects.toThrow('called off');
      }
    });
  });
}
