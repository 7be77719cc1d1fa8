// From a language model's answer to the body that it holds.

import {
  type AnswerLanguage,
  bodiesAmongProse,
  bodyOfStatements,
  bracedAt,
  completedAt,
  continuationBrace,
  type DeclaredBodies,
  declaredAmongProse,
  declaredBodies,
} from './answer-bodies.ts';
import { type AnswerText, type CodeStretch, codeIn } from './answer-code.ts';
import { laidOut } from './answer-layout.ts';
import type { AnswerShape } from './prompt-format.ts';
import { BODY_MARK } from './prompt-writing.ts';
import type { Failed, FailureReason } from './regeneration.ts';
import type { Stub } from './stub.ts';

export interface AnswerReading {
  readonly text: string;
  /** `length`: cut off at the token limit or the window. `refused`: the engine says that the model will not answer. */
  readonly finish: 'stop' | 'length' | 'refused' | 'unknown';
  readonly shape: AnswerShape;
  readonly stub: Stub;
  readonly language: AnswerLanguage;
}

export interface ReadBody {
  readonly kind: 'regenerated';
  /** With its braces, indented as it should stand in the file, with the file's line ends. */
  readonly body: string;
}

/**
 * The body in an answer, or why there is none. Never throws; what it gives is a body by `language.isBody`. An empty
 * body is an answer like any other.
 */
export function readAnswer(reading: AnswerReading): ReadBody | Failed {
  if (reading.finish === 'refused') return failed('refused', 'The model refused to answer.');
  const answer = codeIn(reading.text);
  for (const candidate of candidates(answer, reading)) {
    if (candidate === BODY_MARK || !reading.language.isBody(candidate)) continue;
    const body = laidOut(candidate, reading.stub, reading.language.tokenize);
    return { kind: 'regenerated', body: reading.language.isBody(body) ? body : candidate };
  }
  return whyNone(answer, reading);
}

function* candidates(answer: AnswerText, reading: AnswerReading): Iterable<string> {
  switch (reading.shape) {
    case 'inside':
      yield* insideBraces(answer.text, reading);
      break;
    case 'body': {
      const brace = continuationBrace(answer.text, reading);
      if (typeof brace === 'number') yield* bodyAt(answer.text, brace, reading.finish !== 'length', reading);
      // What goes on in another way is an answer to something else, unless the model speaks as in a chat.
      if (brace !== null) return;
      break;
    }
    case 'chat':
      break;
  }
  yield* amongStretches(answer.stretches, reading);
}

/** Code whose opening brace already stands in the prompt; the closing one may stand behind the gap. */
function* insideBraces(text: string, reading: AnswerReading): Iterable<string> {
  if (text.trim() === '') return;
  const start = text.search(/\S/);
  if (text.charAt(start) === '{') {
    const body = bracedAt(text, start, reading);
    if (body?.trimEnd() === text.trim()) yield body;
  }
  yield* bodyAt(`{${text}`, 0, reading.finish !== 'length', reading);
}

function* bodyAt(code: string, at: number, isWhole: boolean, reading: AnswerReading): Iterable<string> {
  const body = bracedAt(code, at, reading);
  if (body !== null) yield body;
  else if (isWhole) {
    const completed = completedAt(code, at, reading);
    if (completed !== null) yield completed;
  }
}

/** From what is plainly meant to what can only be guessed. */
function* amongStretches(stretches: readonly CodeStretch[], reading: AnswerReading): Iterable<string> {
  const known = new Map<CodeStretch, DeclaredBodies>();
  const declaredIn = (stretch: CodeStretch) => {
    const declared = known.get(stretch) ?? declaredBodies(stretch.text, reading);
    known.set(stretch, declared);
    return declared;
  };
  const whole = stretches.filter(({ closed }) => closed || reading.finish !== 'length');
  for (const stretch of stretches) {
    const { text } = stretch;
    const brace = continuationBrace(text, reading);
    const body = typeof brace === 'number' ? bracedAt(text, brace, reading) : null;
    if (body !== null) yield body;
    yield* declaredIn(stretch).named;
    yield* declaredAmongProse(text, reading);
  }
  for (const { text } of whole) {
    const body = bodyOfStatements(text, reading);
    if (body !== null) yield body;
  }
  for (const stretch of whole) yield* declaredIn(stretch).renamed;
  for (const { text } of whole) {
    const brace = continuationBrace(text, reading);
    const body = typeof brace === 'number' ? completedAt(text, brace, reading) : null;
    if (body !== null) yield body;
    yield* declaredBodies(`${text.trimEnd()}\n}`, reading).named;
  }
  for (const { text, fenced } of stretches) if (!fenced) yield* bodiesAmongProse(text, reading);
}

const REFUSAL =
  /^\W*(?:(?:I['’]?m|I am) (?:really |very |so )?(?:sorry|afraid|unable|not able)|sorry\b|I (?:can['’]?t|cannot|can not|won['’]?t|will not) |as an? (?:AI|language model)|unfortunately,? I )/i;

/** Quotes nothing of the answer: it is shown to people, in places where markup and commands would count. */
function whyNone({ text, stretches }: AnswerText, reading: AnswerReading): Failed {
  const { finish, text: answer, shape } = reading;
  const length = `${answer.length} characters`;
  if (finish === 'length')
    return failed('cut-off', `The answer was cut off after ${length}, before its body was complete.`);
  if (text.trim() === '') {
    return failed(
      'missing',
      answer.trim() === '' ? 'The answer is empty.' : `The answer (${length}) holds nothing but thoughts.`,
    );
  }
  if (REFUSAL.test(text)) return failed('refused', `The model refused to answer, in ${length}.`);
  if (shape === 'body' && continuationBrace(text, reading) === 'no-body')
    return failed('missing', 'The answer leaves the method without a body.');
  if (text.includes(BODY_MARK)) return failed('missing', `The answer (${length}) repeats the question.`);
  if (!/[{};]/.test(text) && !stretches.some(({ fenced }) => fenced)) {
    return failed('missing', `The answer (${length}) holds no code.`);
  }
  return failed('does-not-parse', `The answer (${length}) holds no body that parses.`);
}

function failed(reason: FailureReason, detail: string): Failed {
  return { kind: 'failed', reason, detail };
}
