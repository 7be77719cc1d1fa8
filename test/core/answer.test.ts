import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/core/answer.ts';
import { loadJava } from '../../src/languages/java.ts';
import { folioStub, workedAnswers } from './answer-corpus.ts';

const java = await loadJava();

describe('a worked answer', () => {
  it.each(workedAnswers())('$about', (worked) => {
    const stub = folioStub(java, worked.file, worked.unit);
    const { shape, finish, answer } = worked;
    const reading = readAnswer({ text: answer, finish, shape, stub, language: java });
    if ('body' in worked) expect(reading).toEqual({ kind: 'regenerated', body: worked.body });
    else expect(reading).toMatchObject({ kind: 'failed', reason: worked.reason });
  });
});
