// What people ask for in comments, and what only looks like it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandsIn, isForUs } from '../../src/core/command.ts';

describe('a command', () => {
  it.each([
    ['/palimpsest check', { kind: 'check' }],
    ['  /Palimpsest  CHECK  ', { kind: 'check' }],
    ['/palimpsest check please', { kind: 'check' }],
    ['/palimpsest explain Invoice.total', { kind: 'explain', method: 'Invoice.total' }],
    [
      '/palimpsest explain `Invoice.total(List<Line>, int)`',
      { kind: 'explain', method: 'Invoice.total(List<Line>, int)' },
    ],
    ['/palimpsest ignore src/**/generated/*.java', { kind: 'ignore', path: 'src/**/generated/*.java' }],
    ['/palimpsest ignore ./src/my tax', { kind: 'ignore', path: 'src/my tax' }],
    ['/palimpsest ignore **/*Tax*.java', { kind: 'ignore', path: '**/*Tax*.java' }],
    ['/palimpsest ignore /src/tax/', { kind: 'ignore', path: 'src/tax/' }],
    ['/palimpsest unignore `src/tax`', { kind: 'unignore', path: 'src/tax' }],
    ['/palimpsest retrain', { kind: 'retrain' }],
    ['/palimpsest badge-link', { kind: 'badge-link', revoke: false }],
    ['/palimpsest badge-link Revoke', { kind: 'badge-link', revoke: true }],
    ['/palimpsest help', { kind: 'help', about: null }],
    ['/palimpsest', { kind: 'help', about: null }],
  ])('%s', (comment, command) => {
    expect(commandsIn(comment)).toEqual([command]);
    expect(isForUs(comment)).toBe(true);
  });

  it.each([
    ['/palimpsest chekc', 'chekc'],
    ['/palimpsest explain', 'explain'],
    ['/palimpsest explain ``', 'explain ``'],
    ['/palimpsest explain a`b', 'explain a`b'],
    ['/palimpsest ignore', 'ignore'],
    ['/palimpsest ignore !src/tax', 'ignore !src/tax'],
    ['/palimpsest ignore ../other', 'ignore ../other'],
    ['/palimpsest ignore /', 'ignore /'],
    ['/palimpsest ignore +(a|+(a))', 'ignore +(a|+(a))'],
    ['/palimpsest ignore *a*a*a*a*a', 'ignore *a*a*a*a*a'],
    ['/palimpsest ignore src/\u202etax', 'ignore src/\u202etax'],
    ['/palimpsest badge-link 7', 'badge-link 7'],
  ])('that is none asks for help: %s', (comment, about) => {
    expect(commandsIn(comment)).toEqual([{ kind: 'help', about }]);
  });

  it('that is too long asks for help, shortened', () => {
    const [help] = commandsIn(`/palimpsest ignore ${'a'.repeat(10_000)}`);
    expect(help?.kind).toBe('help');
    expect(JSON.stringify(help).length).toBeLessThan(400);
  });
});

describe('a comment', () => {
  it('may hold several, one on a line, among prose and after blank lines', () => {
    const comment = '\r\n\r\n/palimpsest ignore src/tax\r\nIt is generated.\r\n/palimpsest check\r\n';
    expect(commandsIn(comment)).toEqual([{ kind: 'ignore', path: 'src/tax' }, { kind: 'check' }]);
  });

  it('says each once, and ten at most', () => {
    expect(commandsIn('/palimpsest check\n/palimpsest check\n/palimpsest CHECK')).toEqual([{ kind: 'check' }]);
    const many = Array.from({ length: 30 }, (_, at) => `/palimpsest explain m${at}`).join('\n');
    expect(commandsIn(many)).toHaveLength(10);
  });

  it.each([
    ['talks of it', 'You may write\n/palimpsest check'],
    ['quotes it', '> /palimpsest check'],
    ['shows it in a block', '```\n/palimpsest check\n```'],
    ['shows it indented', '    /palimpsest check'],
    ['shows it in code', '`/palimpsest check`'],
    ['hides it', '<!-- \n/palimpsest check -->'],
    ['means another', '/palimpsestcheck'],
    ['calls someone', '@palimpsest check'],
    ['is empty', ''],
  ])('has none when it %s', (_, comment) => {
    expect(commandsIn(comment)).toEqual([]);
  });

  it.each([
    ['a block', '```sh\n/palimpsest retrain\n```'],
    ['a longer fence', '````\n```\n/palimpsest retrain\n````'],
    ['the other fence', '~~~\n```\n/palimpsest retrain\n~~~'],
    ['a fence that only seems to close', '```\n``` sh\n/palimpsest retrain\n```'],
    ['a block without an end', '```\n/palimpsest retrain'],
    ['a quote', '> /palimpsest retrain'],
    ['an HTML comment', '<!--\n/palimpsest retrain\n-->'],
    ['indented code', '\n\n    /palimpsest retrain'],
  ])('is followed below, but not in %s', (_, below) => {
    expect(commandsIn(`/palimpsest check\n${below}\n`)).toEqual([{ kind: 'check' }]);
  });

  it('goes on behind a block and an HTML comment', () => {
    const comment = '/palimpsest check\n```\nx\n```\n<!-- a -->\n<!--\n-->\n/palimpsest retrain';
    expect(commandsIn(comment)).toEqual([{ kind: 'check' }, { kind: 'retrain' }]);
  });

  it('never makes it throw, or hold more than it holds', () => {
    const piece = fc.oneof(
      fc.constantFrom('/palimpsest ', 'explain ', 'ignore ', '\n', '```', '<!--', '-->', '> ', '!', '`', '    '),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const comment = pieces.join('');
        const commands = commandsIn(comment);
        expect(commands.length).toBeLessThanOrEqual(10);
        if (commands.length > 0) expect(isForUs(comment)).toBe(true);
        for (const command of commands) {
          if (command.kind === 'ignore') expect(command.path).not.toMatch(/^[!/]|\p{C}/u);
        }
      }),
    );
  });

  it('is read in no time, however long it is', () => {
    for (const text of ['<!--'.repeat(20_000), '`'.repeat(60_000), `/palimpsest a${' '.repeat(60_000)}x`]) {
      expect(commandsIn(`/palimpsest check\n${text}`)[0]).toEqual({ kind: 'check' });
    }
  });
});
