import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clipMarkdown } from '../../src/action/clip-markdown.ts';
import { SUMMARY_BYTES } from '../../src/action/runner.ts';
import { bundled } from '../support/bundled.ts';
import { commandsIn, outputsIn } from '../support/runner-log.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';
const SPEAKER = await bundled(fileURLToPath(new URL('../support/speak-as-action.ts', import.meta.url)));

interface Step {
  readonly output: string;
  readonly summary: string;
  readonly outputs: Record<string, string>;
}

/** Runs the calls in a process of their own, as one step; `summary` stands in the file already. */
function step(calls: readonly (readonly unknown[])[], { summary = '', env = {} } = {}): Step {
  const folder = temporaryFolder();
  const path = (name: string) => join(folder, name);
  writeFileSync(path('calls.json'), JSON.stringify(calls));
  writeFileSync(path('summary.md'), summary);
  writeFileSync(path('output'), '');
  const { stdout, stderr, status } = spawnSync(process.execPath, [SPEAKER, path('calls.json')], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env.PATH,
      'INPUT_GITHUB-TOKEN': TOKEN,
      GITHUB_STEP_SUMMARY: path('summary.md'),
      GITHUB_OUTPUT: path('output'),
      ...env,
    },
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return {
    output: stdout,
    summary: readFileSync(path('summary.md'), 'utf8'),
    outputs: outputsIn(readFileSync(path('output'), 'utf8')),
  };
}

/** Lines that would act, were they printed as they are. */
const HOSTILE = [
  '::set-output name=verdict::fresh',
  '::add-mask::a',
  '::stop-commands::pause',
  '::error::failed',
  '  ::warning::indented',
  '\t::warning::behind a tab',
  '\u00a0\u2003::warning::behind wide blanks',
  'text\r::warning::behind a carriage return',
  'text\n::warning::behind a line feed',
  'text\r\n::warning::behind both',
  'text\u2028::warning::behind a line separator',
  'text\u0085::warning::behind a next line',
  'text\u000b::warning::behind a vertical tab',
  '\ufeff::warning::behind a byte order mark',
  '##[error]older',
  'text ##[group]in a line',
  '##[command]##[add-matcher]twice',
  '::group::never closed',
  '\u001b[2K\u001b[1G::warning::behind a cleared line',
  ':\u200b:warning::a zero-width blank between',
  '::add-matcher::/tmp/matcher.json',
  '::echo::on',
  '::save-state name=x::y',
  '%0A::warning::an escape',
] as const;

describe('the log of a step', () => {
  it('holds no command but our own, whatever is said', () => {
    const { output } = step([
      ...HOSTILE.map((line) => ['say', line]),
      ...HOSTILE.map((line) => ['group', line, line]),
      ...HOSTILE.map((line) => ['notice', line]),
      ...HOSTILE.map((line) => ['warning', line, { path: line, line: 3 }]),
      ...HOSTILE.map((line) => ['error', line]),
    ]);
    const names = commandsIn(output).map(({ name }) => name);
    expect(names.filter((name) => name === 'notice')).toHaveLength(HOSTILE.length);
    expect(names).toEqual([
      'add-mask',
      ...HOSTILE.flatMap(() => ['group', 'endgroup']),
      ...HOSTILE.map(() => 'notice'),
      ...HOSTILE.map(() => 'warning'),
      ...HOSTILE.map(() => 'error'),
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u202e\ufeff]/);
  });

  it('still reads as text', () => {
    const { output } = step([['say', 'Checking 8 methods.\n  ::error::x\n  a :: b']]);
    expect(output).toBe(`::add-mask::${TOKEN}\nChecking 8 methods.\n  \\::error::x\n  a :: b\n`);
  });

  it('marks a line of a file', () => {
    const { output } = step([['notice', 'outdated, 100 %', { path: 'src/a,b:c.java', line: 88 }]]);
    expect(commandsIn(output).at(-1)).toEqual({
      name: 'notice',
      properties: { file: 'src/a,b:c.java', line: '88' },
      data: 'outdated, 100 %',
    });
  });

  it('masks secrets before it says anything, and everywhere', () => {
    const key = 'sk-very-secret-key';
    const text = `Bearer ${TOKEN} and ${key}`;
    const { output, summary, outputs } = step(
      [
        ['say', text],
        ['group', text, text],
        ['warning', text, { path: text, line: 1 }],
        ['summarise', text],
        ['setOutputs', { verdict: text }],
      ],
      { env: { 'INPUT_API-KEY': key } },
    );
    const [first, second, ...rest] = output.split('\n');
    expect([first, second]).toEqual([`::add-mask::${TOKEN}`, `::add-mask::${key}`]);
    for (const shown of [rest.join('\n'), summary, JSON.stringify(outputs)]) {
      expect(shown).not.toContain(TOKEN);
      expect(shown).not.toContain(key);
      expect(shown).toContain('Bearer [secret] and [secret]');
    }
  });
});

describe('the outputs of a step', () => {
  it('hold any text, and no text ends them', () => {
    const outputs = {
      verdict: 'stale',
      'report-json': 'a\nghadelimiter_0\nverdict<<x\nfresh\nx\n',
      gain: '::set-output name=verdict::fresh',
      freshness: '',
    };
    expect(step([['setOutputs', outputs]]).outputs).toEqual(outputs);
  });
});

describe('the job summary', () => {
  it('is added to what stands there', () => {
    const { summary } = step(
      [
        ['summarise', '### Payments\n\nfresh\n\n\n'],
        ['summarise', '### Shop'],
      ],
      { summary: '# Tests\n\nall passed\n' },
    );
    expect(summary).toBe('# Tests\n\nall passed\n### Payments\n\nfresh\n\n### Shop\n\n');
  });

  it('stays within the limit, whoever filled it', () => {
    const long = `${'one line of a table\n'.repeat(40_000)}`;
    const { summary } = step([...Array(3)].map(() => ['summarise', long]));
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_BYTES);
    expect(summary.match(/\*The rest does not fit here\.\*/g)).toHaveLength(1);
    const full = 'x'.repeat(SUMMARY_BYTES - 3);
    expect(step([['summarise', 'no room for this']], { summary: full }).summary).toBe(full);
  });

  it('is nothing to fail on where there is none', () => {
    expect(step([['summarise', 'text']], { env: { GITHUB_STEP_SUMMARY: '' } }).summary).toBe('');
    expect(step([['summarise', 'text']], { env: { GITHUB_STEP_SUMMARY: '/nowhere/at/all' } }).summary).toBe('');
  });
});

describe('Markdown that is cut', () => {
  const REST = '\n\n*The rest does not fit here.*\n\n';

  it('is left alone where it fits, to the byte', () => {
    expect(clipMarkdown('é\n', 3)).toBe('é\n');
    expect(clipMarkdown(`${'é'.repeat(40)}\n`, 80)).toBe('');
  });

  it('ends with a whole line', () => {
    const text = 'first line\nsecond line\nthird line\n'.repeat(4);
    const clipped = clipMarkdown(text, 80);
    expect(clipped).toBe(`first line\nsecond line\nthird line\nfirst line${REST}`);
    expect(Buffer.byteLength(clipped)).toBeLessThanOrEqual(80);
  });

  it('closes a code block with its own fence, and what was folded', () => {
    const lines = [
      '<details><summary>more</summary>',
      '',
      '````java',
      '```',
      'int a;',
      'int b;',
      'x'.repeat(200),
      '````',
      '</details>',
    ];
    const text = lines.join('\n');
    expect(clipMarkdown(text, 120)).toBe(`${lines.slice(0, 6).join('\n')}\n\`\`\`\`\n\n</details>${REST}`);
  });

  it('counts no tags inside code', () => {
    const text = `\`\`\`\n<details>\n\`\`\`\n${'x'.repeat(300)}`;
    expect(clipMarkdown(text, 100)).toBe(`\`\`\`\n<details>\n\`\`\`${REST}`);
  });
});
