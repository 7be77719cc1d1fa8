// Whether a text is well-formed XML, as far as SVG without comments, entities of its own and CDATA goes.

const TOKEN = /<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
/** What XML 1.0 has no way to hold. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** What is wrong with it; `null` for nothing. */
export function xmlMistake(text: string): string | null {
  if (FORBIDDEN.test(text)) return 'a character that XML cannot hold';
  if (text.replace(ENTITY, '').includes('&')) return 'an ampersand that begins nothing';
  const open: string[] = [];
  let end = 0;
  for (const token of text.matchAll(TOKEN)) {
    const [whole, closing, name, attributes = '', empty, words] = token;
    end = token.index + whole.length;
    if (words !== undefined) {
      if (open.length === 0 && words.trim() !== '') return `text outside the root: ${words}`;
      continue;
    }
    const names = [...attributes.matchAll(/ ([\w:-]+)=/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice: ${whole}`;
    if (closing === '/') {
      if (open.pop() !== name) return `closes what is not open: ${whole}`;
    } else if (empty !== '/') open.push(name ?? '');
  }
  if (end < text.length) return `no token: ${text.slice(end, end + 60)}`;
  return open.length === 0 ? null : `never closed: ${open.join(' ')}`;
}
