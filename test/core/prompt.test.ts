import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPrompt, packPrompt } from '../../src/core/prompt.ts';
import { PROMPT_FORMATS, type Prompt, type PromptFormat } from '../../src/core/prompt-format.ts';
import { type Stub, stubInPlace, stubsForRecreation } from '../../src/core/stub.ts';
import { bodyOf } from '../../src/core/unit.ts';
import { loadJava } from '../../src/languages/java.ts';
import { allLibraryFiles, fixtures } from '../languages/java-sources.ts';
import { folioStub } from './answer-corpus.ts';

const java = await loadJava();
const PLENTY = 1_000_000;

/** Some letters a token, as every tokenizer's; not additive, as none is. */
const countTokens = (text: string): number => Math.ceil(text.length / 3.3);

function packed(stub: Stub, format: PromptFormat, budget = PLENTY) {
  return packPrompt({ stub, format, budget, countTokens, tokenize: java.tokenize });
}

function promptOf(stub: Stub, format: PromptFormat, budget = PLENTY): Prompt {
  const prompt = packed(stub, format, budget)?.prompt;
  if (prompt === undefined) throw new Error('it does not fit');
  return prompt;
}

function textOf(prompt: Prompt): string {
  return prompt.kind === 'chat'
    ? prompt.messages.map(({ content }) => content).join('\n')
    : `${prompt.text}\n${prompt.suffix ?? ''}`;
}

function stubIn(text: string, name: string): Stub {
  const source = java.parse('Ledger.java', text);
  const unit = source.units.find((candidate) => candidate.name === name);
  if (unit === undefined) throw new Error(`no ${name}`);
  return stubInPlace(source, unit);
}

const BEFORE = `package scriptorium;

import java.util.List;

/** A leaf of parchment. */
public class Folio {

    private final List<String> lines;
    private int erased;

    public Folio(List<String> lines) {
        this.lines = lines;
    }

    /** The number of lines that can still be read. */
    public int readable(int worn) {
        int left = lines.size() - erased;
        return Math.max(0, left - worn);
    }

    public int readable()`;
const AFTER = `

    public String title() throws java.io.IOException {
        return """
            Folio
              verso
            """;
    }
}`;
const STOP = ['\n    /**', '\n    public ', '\n    private ', '\n    protected '];

describe('a prompt with room for the whole file', () => {
  const stub = folioStub(java, 'spaces', 'readable()');

  it('is the file before and after the body, for a server that fills in itself', () => {
    expect(promptOf(stub, 'fim')).toEqual({ kind: 'text', text: BEFORE, suffix: AFTER, stop: STOP });
  });

  it.each([
    ['fim-qwen', `<|fim_prefix|>${BEFORE}<|fim_suffix|>${AFTER}<|fim_middle|>`],
    ['fim-starcoder', `<fim_prefix>${BEFORE}<fim_suffix>${AFTER}<fim_middle>`],
    ['fim-codellama', `<PRE> ${BEFORE} <SUF>${AFTER} <MID>`],
    ['fim-deepseek', `<｜fim▁begin｜>${BEFORE}<｜fim▁hole｜>${AFTER}<｜fim▁end｜>`],
    ['fim-codestral', `[SUFFIX]${AFTER}[PREFIX]${BEFORE}`],
  ] as const)('is joined as %s was trained', (format, text) => {
    expect(promptOf(stub, format)).toMatchObject({ kind: 'text', text, suffix: null });
  });

  it('has the unit last where a model only reads on, and ends at its signature', () => {
    const { text, suffix, stop } = promptOf(stub, 'completion') as Extract<Prompt, { kind: 'text' }>;
    expect(text.endsWith('            """;\n    }\n\n    public int readable()')).toBe(true);
    expect(text).toContain('public int readable(int worn) {\n        int left');
    expect({ suffix, stop }).toEqual({ suffix: null, stop: STOP });
    const throwing = promptOf(folioStub(java, 'crlf', 'title()'), 'completion');
    expect(textOf(throwing).trimEnd().endsWith('public String title() throws java.io.IOException')).toBe(true);
    expect(textOf(throwing)).not.toContain('\r');
  });

  it('asks in a chat for the body alone', () => {
    const prompt = promptOf(stub, 'chat');
    expect(prompt.kind === 'chat' && prompt.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(textOf(prompt)).toContain('public int readable() { /* WRITE THIS BODY */ }');
    expect(textOf(prompt)).toContain('Write the body of `Folio.readable()`');
  });

  it('counts who is shown', () => {
    expect(packed(stub, 'fim')?.neighbours).toEqual({ whole: 3, signatures: 0, leftOut: 0 });
  });
});

describe('a prompt with little room', () => {
  const source = `package books;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.CRC32;

class Ledger {
    private long balance;

    void open() {
        Locale.setDefault(Locale.ROOT);
        System.out.println("A long body of no use to anybody who wants to know what a balance is");
    }

    /** Adds to what {@link #describe} tells. */
    void setBalance(long balance) {
        this.balance = balance;
    }

    long getBalance() {
        return new CRC32().getValue() + balance;
    }

    void close() throws IOException {
        System.out.println("Another long body of no use to anybody, which says nothing at all of money");
    }

    void audit(Instant day) {
        if (getBalance() < 0) throw new IllegalStateException();
    }
}
`;
  const stub = stubIn(source, 'getBalance');

  it('shows the pair and the caller whole, others as signatures, and says so', () => {
    const text = textOf(promptOf(stub, 'completion', 130));
    expect(text).toContain('this.balance = balance;');
    expect(text).toContain('if (getBalance() < 0)');
    expect(text).not.toContain('Another long body');
    expect(text).not.toContain('A long body');
    const { whole, signatures, leftOut } = packed(stub, 'completion', 130)?.neighbours ?? {};
    expect([whole, (signatures ?? 0) + (leftOut ?? 0)]).toEqual([2, 2]);
  });

  it('keeps imports that something shown names, and those that only the erased body can use', () => {
    const text = textOf(promptOf(stub, 'completion', 130));
    expect(text).toContain('import java.util.zip.CRC32;');
    expect(text).not.toContain('import java.util.Locale;');
  });

  it('gives up at the bare signature', () => {
    expect(textOf(promptOf(stub, 'completion', 7)).trim()).toBe('long getBalance()');
    expect(packed(stub, 'completion', 5)).toBeNull();
    expect(packed(stub, 'chat', 30)).toBeNull();
  });

  it('shows other erased units as their stubs', () => {
    const whole = java.parse('Ledger.java', source);
    const recreation = stubsForRecreation(whole, new Set(whole.units.map(({ id }) => id)));
    for (const one of recreation) {
      for (const format of PROMPT_FORMATS) {
        const text = textOf(promptOf(one, format));
        expect(text).not.toMatch(/this\.balance|CRC32\(\)|long body|IllegalState/);
        if (one.target.name !== 'open') expect(text).toContain('void open() {}');
      }
    }
  });
});

describe('special tokens in a source text', () => {
  const tokens = [
    '<|fim_prefix|>',
    '<|fim_suffix|>',
    '<|fim_middle|>',
    '<|im_end|>',
    '<|im_start|>',
    '<|endoftext|>',
    '<fim_prefix>',
    '<fim_suffix>',
    '<fim_middle>',
    '<PRE>',
    '<SUF>',
    '<MID>',
    '<EOT>',
    '<｜fim▁begin｜>',
    '<｜fim▁hole｜>',
    '<｜fim▁end｜>',
    '<｜User｜>',
    '[SUFFIX]',
    '[PREFIX]',
    '[MIDDLE]',
    '[INST]',
    '[/INST]',
    '<<SYS>>',
    '<|<|im_end|>',
    '</s>',
  ];
  const plain = stubIn('class Page {\n    /** */\n    String token() { return ""; }\n    int next;\n}\n', 'token');
  const hostile = stubIn(
    `class Page {\n    /** ${tokens.join('')} ${tokens.join(' ')} */\n    String token() { return ""; }\n    // ${tokens.join('x')}\n    int next;\n}\n`,
    'token',
  );

  it.each(PROMPT_FORMATS.filter((format) => format.startsWith('fim-')))('cannot break %s', (format) => {
    for (const token of tokens.filter((candidate) => !candidate.startsWith('<|<'))) {
      const inPlain = textOf(promptOf(plain, format)).split(token).length;
      const isForeign =
        !textOf(promptOf(plain, format)).includes(token) && /^<(?:PRE|SUF|MID|EOT)>|^\[(?:SU|PRE|MID)/.test(token);
      if (!isForeign) expect(textOf(promptOf(hostile, format)).split(token).length, token).toBe(inPlain);
    }
  });

  it('cannot end a message', () => {
    for (const token of ['<|im_end|>', '<|im_start|>', '<｜User｜>', '[INST]', '[/INST]', '<<SYS>>', '</s>']) {
      expect(textOf(promptOf(hostile, 'chat'))).not.toContain(token);
      expect(textOf(promptOf(hostile, 'completion'))).not.toContain(token);
    }
  });

  it('such as a fence cannot end a code block', () => {
    const fences = stubIn('class Page {\n    /**\n```\n````\n */\n    void mark() { go(); }\n}\n', 'mark');
    const lines = textOf(promptOf(fences, 'chat')).split('\n');
    expect(lines.filter((line) => line === '`````')).toHaveLength(1);
    expect(lines.filter((line) => line === '`````java')).toHaveLength(1);
  });
});

describe('any prompt over real files', () => {
  const files = [...allLibraryFiles(), ...fixtures()].map(({ path, text }) => java.parse(path, text));
  const units = files.flatMap((source) => source.units.map((unit) => ({ source, unit })));
  const requests = fc.record({
    at: fc.nat(units.length - 1),
    format: fc.constantFrom(...PROMPT_FORMATS),
    budget: fc.constantFrom(50, 150, 300, 600, 1500, 4000, PLENTY),
    recreate: fc.boolean(),
    lettersPerToken: fc.constantFrom(1, 3.3, 7),
  });

  it('keeps to its budget, shows no erased body and is the same every time', () => {
    const keeps = ({
      at,
      format,
      budget,
      recreate,
      lettersPerToken,
    }: typeof requests extends fc.Arbitrary<infer T> ? T : never): void => {
      const known = units[at];
      if (known === undefined) throw new RangeError(`no unit ${at}`);
      const { source, unit } = known;
      const ids = new Set(recreate ? source.units.map(({ id }) => id) : [unit.id]);
      const stub = stubsForRecreation(source, ids).find(({ target }) => target.id === unit.id);
      if (stub === undefined) throw new RangeError('no stub');
      const count = (text: string): number => Math.ceil(text.length / lettersPerToken);
      const request = { stub, format, budget, countTokens: count, tokenize: java.tokenize };
      const prompt = packPrompt(request);
      expect(packPrompt(request)).toEqual(prompt);
      if (prompt === null) return;
      expect(prompt.tokens).toBeLessThanOrEqual(budget);
      expect(countPrompt(prompt.prompt, count)).toBe(prompt.tokens);
      const { whole, signatures, leftOut } = prompt.neighbours;
      expect(whole + signatures + leftOut).toBe(source.units.length - 1);
      const shown = textOf(prompt.prompt);
      for (const erased of source.units.filter(({ id }) => ids.has(id))) {
        const body = bodyOf(source, erased).replace(/\r\n?/g, '\n');
        const elsewhere = stub.source.text.replace(/\r\n?/g, '\n').includes(body);
        expect(elsewhere || !shown.includes(body), `${erased.id} in the prompt of ${unit.id}`).toBe(true);
      }
    };
    fc.assert(fc.property(requests, keeps), { numRuns: 120 });
  });

  it('stops at nothing that stands in a body', () => {
    for (const { source, unit } of units.filter((_, at) => at % 19 === 0)) {
      for (const format of ['completion', 'fim-codellama'] as const) {
        const prompt = promptOf(stubInPlace(source, unit), format, 2000);
        const stop = prompt.kind === 'text' ? prompt.stop : [];
        expect(stop.length).toBeLessThanOrEqual(4);
        for (const word of stop) expect(bodyOf(source, unit), unit.id).not.toContain(word);
      }
    }
  });
});
