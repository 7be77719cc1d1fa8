// The data branch as people find it: its page, its badge, its history.

import { Lexer, marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { DATA_BRANCH_MARKER } from '../../src/core/data-branch.ts';
import { badgeEndpoint, badgeJson } from '../../src/report/badge.ts';
import { badgeFacts } from '../../src/report/badge-facts.ts';
import { grownHistory } from '../../src/report/data-branch/history.ts';
import { dataBranchFiles } from '../../src/report/data-branch.ts';
import { LEDGER_7B, PROJECT_MEMORY } from './books.ts';
import { DATA_BRANCHES, headOf, viewOf } from './data-branch-cases.ts';
import { expectGolden } from './golden.ts';

function readmeOf(view: Parameters<typeof dataBranchFiles>[0]): string {
  return dataBranchFiles(view)[view.section === '' ? 'README.md' : `${view.section}/README.md`] ?? '';
}

describe.each(Object.entries(DATA_BRANCHES))('the page of a data branch: %s', (name, view) => {
  it('reads well', () => expectGolden(`data-branch-${name}.golden.md`, readmeOf(view)));

  it('is known as ours again', () => expect(readmeOf(view).startsWith(`${DATA_BRANCH_MARKER}\n`)).toBe(true));
});

it('the page of a repository with several projects lists them', () => {
  const { project } = DATA_BRANCHES;
  expectGolden(
    'data-branch-projects.golden.md',
    project === undefined ? '' : (dataBranchFiles(project)['README.md'] ?? ''),
  );
});

it('says of three changes in ten what they cost: (14 · 0.9 + 6 · 0.6) / 20 ÷ 0.9', () => {
  expect(readmeOf(viewOf())).toContain(
    '**Freshness 90.0 %: fresh, not below the line of 90 %** (20 methods, all scored).',
  );
});

describe('the badge on the branch', () => {
  it('is that of the ledger that speaks', () => {
    const view = viewOf();
    const facts = badgeFacts(view.model, view.answering, view.policy);
    expect(badgeEndpoint(facts).message).toBe('90 %');
    expect(dataBranchFiles(view)['badge.json']).toBe(badgeJson(facts));
  });

  it('is unknown, and there, before a model is pinned', () => {
    const files = dataBranchFiles(viewOf({ model: null, answering: null }));
    expect(files['badge.svg']).toContain('model freshness: unknown');
  });

  it.each([
    ['https://github.com', true, 'https://raw.githubusercontent.com/acme/books/palimpsest-data/badge.svg'],
    ['https://github.com/', false, 'https://github.com/acme/books/raw/palimpsest-data/badge.svg'],
    ['https://git.acme.example', true, 'https://git.acme.example/acme/books/raw/palimpsest-data/badge.svg'],
  ])('has an address on %s (public: %s)', (server, isPublic, url) => {
    expect(readmeOf(viewOf({ place: { ...viewOf().place, server, isPublic } }))).toContain(`(${url})`);
  });

  it('of a private repository is not sent through shields.io, which could not read it', () => {
    const text = readmeOf(viewOf({ place: { ...viewOf().place, isPublic: false } }));
    expect(text).not.toContain('img.shields.io');
    expect(text).toContain('The repository is not public:');
  });
});

describe('a project in a folder', () => {
  const view = viewOf({ section: 'services/billing', projects: ['services/billing'] });

  it('has its files there, and the list of projects at the root', () => {
    expect(Object.keys(dataBranchFiles({ ...view, saved: headOf(LEDGER_7B, 1) })).sort()).toEqual([
      'README.md',
      'services/billing/README.md',
      'services/billing/badge.json',
      'services/billing/badge.svg',
      'services/billing/history.jsonl',
    ]);
  });

  it('leaves the page at the root to the project that is the whole repository', () => {
    expect(dataBranchFiles({ ...view, projects: ['', 'services/billing'] })).not.toHaveProperty('README.md');
  });
});

describe('names from outside', () => {
  const HOSTILE = [
    '](javascript:alert(1)) @everyone',
    '<img src=x onerror=alert(1)>',
    '`` ` ```\n# Heading',
    '\ud800\u202e',
  ];

  it.each(HOSTILE)('do nothing: %j', (name) => {
    const model = { ...LEDGER_7B, name, shadow: { of: name } };
    const view = viewOf({
      section: name,
      projects: [name, `${name}/2`],
      model,
      answering: { head: { ...headOf(LEDGER_7B, 2), model: { ...model, provider: 'test' } }, as: 'predecessor' },
    });
    const files = dataBranchFiles(view);
    for (const [path, text] of Object.entries(files).filter(([path]) => path.endsWith('README.md'))) {
      expect(text, path).not.toContain('\u202e');
      const html = marked.parse(text, { async: false }).replaceAll(/<code[^>]*>[^<]*<\/code>/g, '');
      expect(html).not.toMatch(/<img (?!src="[^":]*badge\.svg")| onerror=|@everyone|href="javascript/);
      const headings = new Lexer().lex(text).filter((token) => token.type === 'heading' && token.depth === 1);
      expect(headings).toHaveLength(1);
    }
  });
});

describe('the history', () => {
  const [one, two] = [headOf(LEDGER_7B, 1), headOf(LEDGER_7B, 2)];

  it('has a line an update, the newest last', () => {
    const history = grownHistory(grownHistory(null, one), two) ?? '';
    expect(
      history
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { revision: '1'.repeat(40), freshness: 0.966667, margin: null, units: 20, scored: 20 },
      { revision: '2'.repeat(40), model: { fingerprint: LEDGER_7B.fingerprint } },
    ]);
  });

  it('keeps one line of an update that is done twice, and both of two models at one revision', () => {
    expect(grownHistory(grownHistory(null, one), one)).toBe(grownHistory(null, one));
    const both = grownHistory(grownHistory(null, one), headOf(PROJECT_MEMORY, 1)) ?? '';
    expect(both.split('\n')).toHaveLength(3);
  });

  it('stays as it is when no ledger is saved', () => {
    expect(grownHistory('{"revision":"a"}\n', null)).toBe('{"revision":"a"}\n');
    expect(grownHistory(null, null)).toBeNull();
  });

  it('does not grow for ever', () => {
    const long = Array.from({ length: 900 }, (_, index) => `{"revision":"${index}"}\n`).join('');
    const lines = (grownHistory(long, one) ?? '').trimEnd().split('\n');
    expect(lines).toHaveLength(200);
    expect(lines[0]).toBe('{"revision":"701"}');
  });
});
