// What a check run shows, within GitHub's limits.

import type { Annotation, Conclusion } from '../ports/forge.ts';

/** Of a check run's output, as it is sent. */
export interface Output {
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/** GitHub's limit of a summary; taken as bytes of UTF-8, which holds for characters as well. */
export const SUMMARY_LIMIT = 65_535;
/** More in one file view help nobody, and each fifty cost a request. */
export const MOST_ANNOTATIONS = 200;
const TITLE_LIMIT = 255;
const MESSAGE_LIMIT = 16_384;

/** The conclusion with what GitHub takes of it. What was left out is said at the head of the summary. */
export function checkOutput({ title, summary, annotations }: Conclusion): Output {
  const shown = annotations.slice(0, MOST_ANNOTATIONS).map((one) => ({
    ...one,
    title: clip(one.title, TITLE_LIMIT),
    message: clip(one.message, MESSAGE_LIMIT),
  }));
  const notes: string[] = [];
  if (shown.length < annotations.length) {
    notes.push(`_The first ${shown.length} of ${annotations.length} annotations are shown at their lines._`);
  }
  return { title: clip(title, TITLE_LIMIT), summary: fitted(notes, summary), annotations: shown };
}

/** Whether a run shows that already, annotations aside. */
export function sameOutput(
  shown: { readonly title: string | null; readonly summary: string | null },
  wanted: Output,
): boolean {
  return plain(shown.title) === plain(wanted.title) && plain(shown.summary) === plain(wanted.summary);
}

/** Whether an annotation as GitHub lists it is that one. */
export function samePlace(
  listed: {
    readonly path: string;
    readonly start_line: number;
    readonly title: string | null;
    readonly message: string | null;
  },
  wanted: Annotation,
): boolean {
  return (
    listed.path === wanted.path &&
    listed.start_line === wanted.line &&
    plain(listed.title) === plain(wanted.title) &&
    plain(listed.message) === plain(wanted.message)
  );
}

/** GitHub may keep a text with other line ends, and without the spaces around it. */
function plain(text: string | null): string {
  return (text ?? '').replaceAll('\r\n', '\n').trim();
}

/** Cut after a whole line: what stands open there, such as a code block, stays open to the end. */
function fitted(notes: readonly string[], summary: string): string {
  const whole = [...notes, summary].join('\n\n');
  if (bytes(whole) <= SUMMARY_LIMIT) return whole;
  const head = `${[...notes, '_Cut to what GitHub takes: the job summary has the whole of it._'].join('\n\n')}\n\n`;
  let room = SUMMARY_LIMIT - bytes(head);
  const kept: string[] = [];
  for (const line of summary.split('\n')) {
    room -= bytes(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return head + kept.join('\n');
}

/** At most that many UTF-16 code units, whole characters, the last an ellipsis where something was cut. */
function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
