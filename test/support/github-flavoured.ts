// Markdown as GitHub shows it, as far as a library goes: GFM by marked, then GitHub's list of elements and what it makes
// active in plain text (mentions, issues, commits, emoji). Not imitated: math, drawn Mermaid, footnotes, alerts, colours
// of code, and the few places where cmark-gfm reads otherwise than marked.

import { marked } from 'marked';

/** The elements that GitHub's sanitiser lets through. */
const ELEMENTS = new Set(
  (
    'a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ' +
    'input ins kbd li mark ol p picture pre q rp rt ruby s samp small source span strike strong sub summary sup table tbody ' +
    'td tfoot th thead time tr tt ul var wbr'
  ).split(' '),
);
const ATTRIBUTES = new Set(['align', 'alt', 'class', 'href', 'open', 'src', 'start', 'type', 'checked', 'disabled']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr']);

const COMMENT = /<!--[\s\S]*?(?:-->|$)/y;
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/y;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** What GitHub makes active in text that is neither code nor link. */
const ACTIVE =
  /(?<![\w/.])@[a-z\d](?:[a-z\d]|-(?=[a-z\d]))*(?:\/[\w.-]+)?|(?<!\w)(?:[\w.-]+\/[\w.-]+)?#\d+\b|\bGH-\d+\b|(?<!\w):[a-z\d_+-]+:(?!\w)|\b[0-9a-f]{7,40}\b(?=.*[a-f])/gi;

interface Tag {
  readonly kind: 'tag';
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}
type Token = Tag | { readonly kind: 'text'; readonly html: string };

export interface Anatomy {
  readonly elements: readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[];
  /** Targets of links, as a reader would follow them. */
  readonly links: readonly string[];
  /** Text outside of code, entities resolved. */
  readonly prose: string;
  /** The text of each code element. */
  readonly codes: readonly string[];
  /** Mentions, issues, commits and emoji that GitHub would make of the prose. */
  readonly active: readonly string[];
  /** Elements closed or left open where they should not be. */
  readonly unbalanced: readonly string[];
}

/** HTML of a comment, sanitised; what the sanitiser takes out is gone, as on GitHub. */
export function githubHtml(markdown: string): string {
  return tokensOf(marked.parse(markdown, { gfm: true, breaks: true, async: false }))
    .map((token) => {
      if (token.kind === 'text') return token.html;
      if (!ELEMENTS.has(token.name)) return '';
      const attributes = [...token.attributes].filter(
        ([name, value]) => ATTRIBUTES.has(name) && !/^\s*(?:javascript|data|vbscript):/i.test(value),
      );
      return `<${token.closing ? '/' : ''}${token.name}${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`;
    })
    .join('');
}

/** What a browser would find, before anything is taken out: hostile text should get nowhere near the sanitiser. */
export function anatomyOf(markdown: string): Anatomy {
  const elements: { name: string; attributes: ReadonlyMap<string, string> }[] = [];
  const links: string[] = [];
  const codes: string[] = [];
  const unbalanced: string[] = [];
  const open: string[] = [];
  let prose = '';
  for (const token of tokensOf(marked.parse(markdown, { gfm: true, breaks: true, async: false }))) {
    if (token.kind === 'text') {
      const text = resolved(token.html);
      if (open.includes('code')) codes.push((codes.pop() ?? '') + text);
      else prose += text;
      continue;
    }
    if (token.closing) {
      if (open.pop() !== token.name) unbalanced.push(token.name);
      continue;
    }
    elements.push(token);
    if (token.name === 'a') links.push(token.attributes.get('href') ?? '');
    if (token.name === 'code') codes.push('');
    if (token.name === 'p' || token.name === 'td' || token.name === 'li') prose += '\n';
    if (!VOID.has(token.name)) open.push(token.name);
  }
  return { elements, links, prose, codes, active: prose.match(ACTIVE) ?? [], unbalanced: [...unbalanced, ...open] };
}

function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(html);
  };
  while (at < html.length) {
    const comment = match(COMMENT);
    const tag = comment === null ? match(TAG) : null;
    if (comment !== null) at += comment[0].length;
    else if (tag !== null) {
      const [whole, closing, name = '', attributes = ''] = tag;
      tokens.push({
        kind: 'tag',
        name: name.toLowerCase(),
        closing: closing === '/',
        attributes: attributesOf(attributes),
      });
      at += whole.length;
    } else {
      const next = html.indexOf('<', at + 1);
      const end = next < 0 ? html.length : next;
      tokens.push({ kind: 'text', html: html.slice(at, end) });
      at = end;
    }
  }
  return tokens;
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      resolved(value.replace(/^(["'])(.*)\1$/s, '$2')),
    ]),
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function resolved(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    return NAMED[name] ?? whole;
  });
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What our comments are made of, and nothing else is. */
export const COMMENT_ELEMENTS: readonly string[] =
  'a br code details h3 li p pre strong sub summary table tbody td th thead tr ul'.split(' ');
