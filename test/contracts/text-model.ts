// What every TextModel keeps to, whatever engine is behind it.

import { afterEach, describe, expect, it } from 'vitest';
import type { Prompt } from '../../src/core/prompt-format.ts';
import type { CompleteOptions, Completion, TextModel } from '../../src/models/text-model.ts';

export interface TextModelSubject {
  /** A model that answers these prompts with more than 8 characters; made again, it answers the same. */
  readonly start: () => Promise<TextModel>;
  /** One whose engine fails at every prompt, in whatever way is most likely. */
  readonly startBroken: () => Promise<TextModel>;
  /** Some engines take only texts. */
  readonly kinds?: readonly Prompt['kind'][];
  /** Ends what `start` needed besides the model. */
  readonly stop?: () => Promise<void>;
}

const PROMPTS: Readonly<Record<Prompt['kind'], Prompt>> = {
  chat: {
    kind: 'chat',
    messages: [
      { role: 'system', content: 'You write the body of a Java method, and nothing else.' },
      { role: 'user', content: 'class Shelf {\n    int size() {}\n}' },
    ],
  },
  text: { kind: 'text', text: 'class Shelf {\n    int size() ', suffix: null, stop: [] },
};

export function textModelContract(name: string, subject: TextModelSubject): void {
  const { start, startBroken, kinds = ['chat', 'text'], stop } = subject;
  const models: TextModel[] = [];
  const started = async (make = start) => {
    const model = await make();
    models.push(model);
    return model;
  };

  describe(`${name} as a TextModel`, () => {
    afterEach(async () => {
      for (const model of models.splice(0)) await model.close();
      await stop?.();
    });

    it('says who it is, the same when it is made again', async () => {
      const model = await started();
      expect(model.provider).toMatch(/^[a-z]+$/);
      expect(model.name).not.toBe('');
      expect(model.facts.length).toBeGreaterThan(0);
      expect(model.concurrency).toBeGreaterThanOrEqual(1);
      expect((await started()).facts).toEqual(model.facts);
    });

    for (const kind of kinds) {
      const prompt = PROMPTS[kind];

      it(`answers a ${kind} prompt, and counts its tokens where it can`, async () => {
        const answer = answered(await (await started()).complete(prompt, options()));
        expect(answer.text).not.toBe('');
        expect(['stop', 'length', 'unknown']).toContain(answer.finish);
        for (const tokens of [answer.promptTokens, answer.completionTokens]) {
          if (tokens !== null) expect(tokens).toBeGreaterThan(0);
        }
      });

      it(`answers a ${kind} prompt the same again at temperature 0`, async () => {
        const model = await started();
        const first = answered(await model.complete(prompt, options()));
        expect(answered(await model.complete(prompt, options())).text).toBe(first.text);
      });

      it(`writes no more than maxTokens to a ${kind} prompt, and says that it was cut off`, async () => {
        const model = await started();
        const whole = answered(await model.complete(prompt, options()));
        const cut = answered(await model.complete(prompt, options({ maxTokens: 2 })));
        expect(cut.finish).toBe('length');
        expect(cut.text.length).toBeLessThan(whole.text.length);
        expect(cut.completionTokens ?? 0).toBeLessThanOrEqual(2);
      });
    }

    it.runIf(kinds.includes('text'))('ends before the first of its stops', async () => {
      const model = await started();
      const whole = answered(await model.complete(PROMPTS.text, options())).text;
      const middle = whole.slice(Math.floor(whole.length / 2), Math.floor(whole.length / 2) + 2);
      const stopped = answered(
        await model.complete({ ...PROMPTS.text, stop: ['never written', middle] } as Prompt, options()),
      );
      expect(stopped.text).toBe(whole.slice(0, whole.indexOf(middle)));
      expect(stopped.finish).toBe('stop');
    });

    it('answers as many prompts at once as it says', async () => {
      const model = await started();
      const [kind = 'text'] = kinds;
      const once = answered(await model.complete(PROMPTS[kind], options()));
      const many = await Promise.all(
        Array.from({ length: model.concurrency }, () => model.complete(PROMPTS[kind], options())),
      );
      for (const answer of many) expect(answered(answer).text).toBe(once.text);
    });

    it('stops when it is called off, before and during', async () => {
      const model = await started();
      const [kind = 'text'] = kinds;
      const before = AbortSignal.abort(new Error('called off'));
      await expect(model.complete(PROMPTS[kind], options({ signal: before }))).rejects.toThrow('called off');
      const calling = new AbortController();
      const underWay = model.complete(PROMPTS[kind], options({ signal: calling.signal, maxTokens: 4_096 }));
      calling.abort(new Error('called off'));
      await expect(underWay).rejects.toThrow('called off');
    });

    it('says in one line what its engine does wrong', async () => {
      const model = await started(startBroken);
      const [kind = 'text'] = kinds;
      const answer = await model.complete(PROMPTS[kind], options());
      if (answer.kind !== 'failed') throw new Error('a broken engine answered');
      expect(answer.detail).toMatch(/^[^\n]+$/);
    });

    it('may be closed twice', async () => {
      const model = await started();
      await model.close();
      await model.close();
    });
  });
}

function options(more: Partial<CompleteOptions> = {}): CompleteOptions {
  return { maxTokens: 48, temperature: 0, seed: 1, signal: new AbortController().signal, ...more };
}

function answered(completion: Completion): Extract<Completion, { kind: 'answered' }> {
  if (completion.kind === 'failed') throw new Error(`no answer: ${completion.detail}`);
  return completion;
}
