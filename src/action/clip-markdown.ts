// Markdown cut to a number of bytes, so that what is left still reads as Markdown.

const CUT = '\n\n*The rest does not fit here.*\n\n';
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** At most so many bytes of UTF-8; whole lines, with open code blocks and `<details>` closed. `''` where nothing fits. */
export function clipMarkdown(markdown: string, bytes: number): string {
  if (Buffer.byteLength(markdown) <= bytes) return markdown;
  const kept: string[] = [];
  let size = Buffer.byteLength(CUT);
  let fence: string | null = null;
  let details = 0;
  for (const line of markdown.split('\n')) {
    const next: string | null = fenceAfter(line, fence);
    const open = details + (fence === null ? openedBy(line) : 0);
    size += Buffer.byteLength(line) + 1;
    if (size + Buffer.byteLength(closing(next, open)) > bytes) break;
    kept.push(line);
    fence = next;
    details = open;
  }
  return kept.length === 0 ? '' : `${kept.join('\n')}${closing(fence, details)}${CUT}`;
}

/** The marker of the code block that is open after a line; `null` outside of one. */
function fenceAfter(line: string, open: string | null): string | null {
  const marker = FENCE.exec(line)?.[1];
  if (marker === undefined) return open;
  if (open === null) return marker;
  const closes = marker.startsWith(open) && line.trim() === marker;
  return closes ? null : open;
}

/** How many `<details>` a line opens, less those that it closes. */
function openedBy(line: string): number {
  return (line.match(/<details\b/g)?.length ?? 0) - (line.match(/<\/details>/g)?.length ?? 0);
}

function closing(fence: string | null, details: number): string {
  return `${fence === null ? '' : `\n${fence}`}${'\n\n</details>'.repeat(Math.max(0, details))}`;
}
