// The uploads of the fake service: forms read, limits kept, lines looked at.

import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface StoredFile {
  readonly id: string;
  readonly object: 'file';
  readonly bytes: number;
  readonly created_at: number;
  readonly filename: string;
  readonly purpose: string;
  readonly status: 'processed';
  /** What was sent; not told. */
  readonly content: string;
}

/** As a service that has looked at the request says no to it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string | null;

  constructor(status: number, message: string, code: string | null = null) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const PURPOSES = ['assistants', 'batch', 'fine-tune', 'vision', 'user_data', 'evals'];

export async function readUpload(request: IncomingMessage, maxBytes: number) {
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw new Refused(400, 'a form is expected here');
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const [file, purpose] = [form.get('file'), form.get('purpose')];
  if (!(file instanceof File)) throw new Refused(400, "'file' is a required property");
  if (typeof purpose !== 'string' || !PURPOSES.includes(purpose)) {
    throw new Refused(400, `'${String(purpose)}' is not one of [${PURPOSES.join(', ')}] - 'purpose'`);
  }
  if (file.size > maxBytes) {
    throw new Refused(413, `The file is too large: ${file.size} bytes, and ${maxBytes} at most`);
  }
  if (purpose === 'fine-tune' && !file.name.endsWith('.jsonl')) {
    throw new Refused(400, 'Invalid file format. Expected .jsonl');
  }
  return { filename: file.name, purpose, bytes: file.size, content: await file.text() };
}

export interface LineFault {
  readonly code: 'invalid_file_format' | 'invalid_n_examples';
  readonly message: string;
}

const FEWEST_EXAMPLES = 10;

/** What is wrong with a training file, as the service finds out only when a job wants it. */
export function faultOf(content: string, which: 'training' | 'validation'): LineFault | null {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  for (const [index, line] of lines.entries()) {
    const wrong = wrongWith(line);
    if (wrong !== null)
      return { code: 'invalid_file_format', message: `Invalid file format. Line ${index + 1}: ${wrong}` };
  }
  if (which === 'validation' || lines.length >= FEWEST_EXAMPLES) return null;
  const message = `Training file has ${lines.length} example(s), but must have at least ${FEWEST_EXAMPLES} examples`;
  return { code: 'invalid_n_examples', message };
}

function wrongWith(line: string): string | null {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return 'not valid JSON';
  }
  const messages = typeof read === 'object' && read !== null && 'messages' in read ? read.messages : undefined;
  if (!Array.isArray(messages) || messages.length === 0) return "missing 'messages'";
  const roles = messages.map((message) => String(message?.role));
  if (messages.some((message) => typeof message?.content !== 'string')) return "a message without 'content'";
  if (roles.some((role) => !['system', 'user', 'assistant'].includes(role))) return 'an unknown role';
  return roles.at(-1) === 'assistant' ? null : 'the last message must be from the assistant';
}
