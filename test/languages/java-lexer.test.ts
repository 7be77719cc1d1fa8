import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameTokens, significant } from '../../src/core/tokens.ts';
import { loadGrammar, type SyntaxNode } from '../../src/languages/java/grammar.ts';
import { tokenize } from '../../src/languages/java/lexer.ts';
import { allLibraryFiles, fixtures } from './java-sources.ts';

/** Kind and text of every token that is no blank: `number 1`. */
function spoken(text: string): string[] {
  return tokenize(text)
    .filter((token) => token.kind !== 'space')
    .map((token) => `${token.kind} ${token.text}`);
}

describe('tokens', () => {
  it.each([
    ['0x1.8p-3f 1e10 .5d 1_000L 0b1_0 1.', ['0x1.8p-3f', '1e10', '.5d', '1_000L', '0b1_0', '1.']],
    ['"a\\"{" \'\\\'\' \'"\' "" "\\\\"', ['"a\\"{"', "'\\''", "'\"'", '""', '"\\\\"']],
    ['"""\n "a" ""\\""" \\\\""" x', ['"""\n "a" ""\\""" \\\\"""', 'x']],
    ['a>>>=b >= c->d::e...f @g', ['a', '>', '>', '>=', 'b', '>=', 'c', '->', 'd', '::', 'e', '...', 'f', '@', 'g']],
    ['i++ + ++j - --k <<= 1', ['i', '++', '+', '++', 'j', '-', '--', 'k', '<<=', '1']],
    ['größe $x_1 \\u0061b 变量 €uro', ['größe', '$x_1', '\\u0061b', '变量', '€uro']],
    ['a.b(c)[1]', ['a', '.', 'b', '(', 'c', ')', '[', '1', ']']],
  ])('of %j', (text, texts) => {
    expect(significant(tokenize(text)).map((token) => token.text)).toEqual(texts);
  });

  it('have kinds', () => {
    expect(spoken('if (record) yield \'c\'; // end\n/* { */ true _ """\nx"""')).toEqual([
      'keyword if',
      'operator (',
      'identifier record',
      'operator )',
      'identifier yield',
      "string 'c'",
      'operator ;',
      'comment // end',
      'comment /* { */',
      'keyword true',
      'identifier _',
      'string """\nx"""',
    ]);
  });

  it('end strings with their line, and comments with the text, when nothing else ends them', () => {
    expect(spoken('"open\nx /* open {')).toEqual(['string "open', 'identifier x', 'comment /* open {']);
  });

  it('are the same in another layout, and not with another name', () => {
    expect(sameTokens(tokenize, '{ dip(nib); }', '{\n\tdip( nib ) ; // ink\n}')).toBe(true);
    expect(sameTokens(tokenize, '{ dip(nib); }', '{ dip(pen); }')).toBe(false);
  });

  it('joined give back any text', () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      '"""',
      '\\',
      '\\u0022',
      '\\u',
      '/*',
      '*/',
      '//',
      '\n',
      '\r',
      '{',
      '1e',
      '0x',
      '.',
      '𝔭',
      '\ud835',
      '>',
      '\ufeff',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        texts,
        (text) =>
          tokenize(text)
            .map((token) => token.text)
            .join('') === text,
      ),
      { numRuns: 2_000 },
    );
  });

  it('are those of the grammar, over a library', async () => {
    const grammar = await loadGrammar();
    for (const { path, text } of [...allLibraryFiles(), ...fixtures()]) {
      const leaves = grammar.parse(text, (root) => (root.hasError ? null : leafTexts(root, text)));
      if (leaves === null) continue;
      const ours = significant(tokenize(text)).map((token) => token.text);
      expect({ path, tokens: ours }).toEqual({ path, tokens: leaves });
    }
  });
});

/** The grammar's tokens, cut as ours are. */
function leafTexts(root: SyntaxNode, text: string): string[] {
  const texts: string[] = [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'line_comment' || node.type === 'block_comment') continue;
    const { children } = node;
    if (children.length > 0 && node.type !== 'string_literal') pending.push(...children.toReversed());
    else texts.push(...cut(text.slice(node.startIndex, node.endIndex)));
  }
  return texts.filter((leaf) => leaf !== '');
}

function cut(leaf: string): string[] {
  if (/^>>+=?$/.test(leaf)) return leaf.match(/>=|>/g) ?? [];
  if (leaf === '@interface') return ['@', 'interface'];
  return leaf === 'non-sealed' ? ['non', '-', 'sealed'] : [leaf];
}
