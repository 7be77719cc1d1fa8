import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMENT_LIMIT, isOurs, joinSections, sectionsOf } from '../../src/core/comment-sections.ts';

const BILLING = '### Billing\n\nThis change touches 2 methods.';
const LEDGER = '### Ledger\n\nThis change touches 5 methods.';

function joined(...sections: readonly (readonly [string, string])[]): string {
  let comment: string | null = null;
  for (const [section, body] of sections) comment = joinSections(comment, section, body);
  return comment ?? '';
}

describe('the sections of one comment', () => {
  it('are told apart again', () => {
    const comment = joined(['services/ledger', LEDGER], ['services/billing', BILLING]);
    expect(comment).toBe(
      `<!-- palimpsest comment v1 -->
<!-- palimpsest section "services%2Fbilling" -->
${BILLING}
<!-- palimpsest section "services%2Fledger" -->
${LEDGER}
<!-- palimpsest end -->`,
    );
    expect(isOurs(comment)).toBe(true);
    expect([...sectionsOf(comment)]).toEqual([
      ['services/billing', BILLING],
      ['services/ledger', LEDGER],
    ]);
  });

  it('are the same whoever came first, and whatever a form made of the line ends', () => {
    const one = joined(['b', LEDGER], ['a', BILLING]);
    expect(joined(['a', BILLING], ['b', LEDGER])).toBe(one);
    expect(joinSections(one.replaceAll('\n', '\r\n'), 'a', BILLING)).toBe(one);
  });

  it('are replaced alone', () => {
    const comment = joined(['a', BILLING], ['b', LEDGER], ['a', 'New words']);
    expect([...sectionsOf(comment)]).toEqual([
      ['a', 'New words'],
      ['b', LEDGER],
    ]);
  });

  it('leave, and with the last one goes the comment', () => {
    const comment = joined(['a', BILLING], ['b', LEDGER]);
    const rest = joinSections(comment, 'a', null);
    expect([...sectionsOf(rest ?? '').keys()]).toEqual(['b']);
    expect(joinSections(rest, 'b', null)).toBeNull();
    expect(joinSections(null, 'a', null)).toBeNull();
  });

  it.each(['', 'a b', '-->', '"', '--', 'a--->b', '<!-- palimpsest end -->', '帳簿', '\n', '%', '\u202e'])(
    'may be called %j',
    (name) => {
      const comment = joined([name, LEDGER]);
      expect(comment.split('\n')[1]).toMatch(/^<!-- palimpsest section "(?:[^">-]|-(?!-))*" -->$/);
      expect([...sectionsOf(comment)]).toEqual([[name, LEDGER]]);
    },
  );
});

describe('a comment that is not as we wrote it', () => {
  it.each([
    '',
    'Nice work!',
    '> <!-- palimpsest comment v1 -->',
    ' <!-- palimpsest comment v1 -->',
    '<!-- palimpsest comment v1 --> and more',
    '<!-- palimpsest comment v2 -->',
    '```\n<!-- palimpsest comment v1 -->\n```',
    'Look: <!-- palimpsest comment v1 -->',
  ])('is not ours: %j', (comment) => {
    expect(isOurs(comment)).toBe(false);
    expect(sectionsOf(comment).size).toBe(0);
    expect(joinSections(comment, 'a', BILLING)).toBe(joined(['a', BILLING]));
  });

  it('keeps the sections that can still be read', () => {
    const comment = joined(['a', BILLING], ['b', LEDGER])
      .replace('<!-- palimpsest section "a" -->', '<!-- palimpsest section "%E0%A4" -->')
      .replace('<!-- palimpsest end -->', '');
    expect([...sectionsOf(comment)]).toEqual([['b', LEDGER]]);
  });

  it('says each section once', () => {
    const comment = `${joined(['a', BILLING])}\n<!-- palimpsest section "a" -->\nForged`;
    expect(sectionsOf(comment).get('a')).toBe(BILLING);
  });
});

describe('a marker inside a body', () => {
  it.each([
    '<!-- palimpsest end -->',
    '<!-- palimpsest section "b" -->',
    '  <!--palimpsest section "b" -->',
    '<!-- palimpsest comment v1 -->',
    '<!--\npalimpsest end -->',
    '| `<!-- palimpsest end -->` |',
  ])('is none: %j', (forged) => {
    const comment = joined(['a', `Before\n${forged}\nafter`], ['c', LEDGER]);
    expect([...sectionsOf(comment).keys()]).toEqual(['a', 'c']);
    expect(sectionsOf(comment).get('a')).toMatch(/^Before\n.*palimpsest.*\nafter$/s);
    expect(joinSections(comment, 'a', BILLING)).toBe(joined(['a', BILLING], ['c', LEDGER]));
  });
});

describe('a comment with much to say', () => {
  const table = (rows: number) => Array.from({ length: rows }, (_, row) => `| \`Ledger.close${row}()\` |`).join('\n');
  const long = (rows: number) =>
    `### Headline\n\nA sentence.\n\n<details><summary>More</summary>\n\n${table(rows)}\n\n</details>\n\nThe end.`;

  it('stays within the limit by what the longest sections end with', () => {
    const comment = joined(['a', BILLING], ['b', long(2_000)], ['c', long(3_000)]);
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    const sections = sectionsOf(comment);
    expect(sections.get('a')).toBe(BILLING);
    expect(sections.get('c')).toMatch(/^### Headline\n\nA sentence\.\n\n<sub>Shortened: [^\n]+<\/sub>$/);
    expect(sections.get('b')).toBe(sections.get('c'));
  });

  it('keeps whole what fits', () => {
    expect(sectionsOf(joined(['b', long(500)], ['c', long(3_000)])).get('b')).toBe(long(500));
  });

  it('never ends within a fence or a fold', () => {
    const diff = ['```diff', ...Array.from({ length: 50 }, (_, line) => `-line ${line}\n\n+other`), '```'].join('\n');
    const body = `### Headline\n\nA sentence.\n\n<details><summary>Diff</summary>\n\n${diff}\n\n</details>\n\n${table(40)}\n\nThe end.`;
    for (let limit = 300; limit < body.length + 200; limit += 7) {
      const shown = sectionsOf(joinSections(null, '', body, limit) ?? '').get('') ?? '';
      expect(shown.match(/<details>/g)?.length ?? 0).toBe(shown.match(/<\/details>/g)?.length ?? 0);
      expect((shown.match(/^```/gm)?.length ?? 0) % 2).toBe(0);
      expect(shown).toMatch(/The end\.$|Shortened/);
    }
  });

  it('holds the section just written however many there are', () => {
    let comment: string | null = null;
    for (let index = 0; index < 60; index++) comment = joinSections(comment, `services/${index}`, long(30), 3_000);
    expect(comment?.length).toBeLessThanOrEqual(3_000);
    expect(sectionsOf(comment ?? '').has('services/59')).toBe(true);
  });
});

it('whatever sections hold, all are found again, within the limit', () => {
  const piece = fc.oneof(
    fc.constantFrom('<!-- palimpsest end -->', '<!-- palimpsest section "a" -->', '-->', '\n', '```', '<details>', 'x'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const sections = fc.uniqueArray(fc.tuple(fc.string({ maxLength: 12 }), text), {
    selector: ([name]) => name,
    maxLength: 6,
  });
  fc.assert(
    fc.property(sections, fc.integer({ min: 1_200, max: 3_000 }), (all, limit) => {
      let comment: string | null = null;
      for (const [name, body] of all) comment = joinSections(comment, name, body, limit);
      expect((comment ?? '').length).toBeLessThanOrEqual(limit);
      expect(new Set(sectionsOf(comment ?? '').keys())).toEqual(new Set(all.map(([name]) => name)));
      for (const [name, body] of all.toReversed()) comment = joinSections(comment, name, body, limit);
      expect(sectionsOf(comment ?? '').size).toBe(all.length);
      for (const [name] of all) comment = joinSections(comment, name, null, limit);
      expect(comment).toBeNull();
    }),
  );
});
