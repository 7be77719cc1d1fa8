// The files of an order at the service: those that are there already, and the others sent.

import { readFile } from 'node:fs/promises';
import { pause } from '../../openai/pause.ts';
import type { TrainingEvent } from '../../ports.ts';
import { notDone, tooLarge } from './failures.ts';
import { sizeOf, type TrainingFile } from './order.ts';
import type { Service } from './service.ts';
import type { KeptState } from './state.ts';
import type { HostedFile } from './wire.ts';

export interface Uploading {
  readonly service: Service;
  readonly state: KeptState;
  readonly pollMs: number;
  readonly tell: (event: TrainingEvent) => void;
  readonly signal: AbortSignal;
}

/** A service looks at a file before it may be used; these are the words of some that take their time. */
const NOT_YET = ['pending', 'running'];

/** The identity of the file at the service. Kept as soon as it is known. */
export async function uploaded(file: TrainingFile, uploading: Uploading): Promise<string> {
  const { service, state, tell, signal } = uploading;
  const there = (await known(file, uploading)) ?? (await listed(file, uploading));
  if (there !== null) {
    tell({ kind: 'said', text: `chat/${file.split}.jsonl is at ${service.host} already, as ${there.id}` });
  }
  const ready = await looked(file, there ?? (await sent(file, uploading)), uploading);
  await state.keep({ files: { ...state.current().files, [file.hash]: ready.id } });
  signal.throwIfAborted();
  return ready.id;
}

/** As an earlier run in this folder left it. */
async function known({ hash }: TrainingFile, { service, state, signal }: Uploading): Promise<HostedFile | null> {
  const id = state.current().files[hash];
  if (id === undefined) return null;
  const found = await service.file(id, signal);
  return found.kind === 'answered' && isUsable(found.value) ? found.value : null;
}

/** By its name, which is the hash of its bytes. A service that lists no files is sent it once more. */
async function listed(file: TrainingFile, { service, signal }: Uploading): Promise<HostedFile | null> {
  const found = await service.files({ purpose: 'fine-tune' }, signal);
  if (found.kind !== 'answered') return null;
  const alike = found.value.filter(
    (one) => one.filename === nameAtService(file) && (one.bytes ?? file.bytes) === file.bytes && isUsable(one),
  );
  return alike[0] ?? null;
}

function isUsable({ status }: HostedFile): boolean {
  return status !== 'error' && status !== 'deleted' && status !== 'deleting' && status !== 'failed';
}

function nameAtService({ split, hash }: TrainingFile): string {
  return `palimpsest-${split}-${hash}.jsonl`;
}

/** Before it is sent again it is looked for: an answer may have been lost. */
async function sent(file: TrainingFile, uploading: Uploading): Promise<HostedFile> {
  const { service, tell, signal } = uploading;
  const what = `chat/${file.split}.jsonl`;
  tell({ kind: 'said', text: `uploads ${what} (${sizeOf(file.bytes)}) to ${service.host}` });
  const bytes = await readFile(file.path);
  for (let tries = 0; ; tries += 1) {
    const form = new FormData();
    form.append('purpose', 'fine-tune');
    form.append('file', new File([bytes], nameAtService(file), { type: 'application/jsonl' }));
    const answer = await service.upload(form, file.bytes, signal);
    if (answer.kind === 'answered') return answer.value;
    if (answer.kind === 'refused' && (answer.status === 413 || /too large|size limit|exceeds/i.test(answer.text))) {
      throw tooLarge(what, sizeOf(file.bytes), service, service.said(answer.detail));
    }
    if (answer.kind === 'refused' || tries >= service.retries) {
      throw notDone(`${what} could not be uploaded to ${service.host}`, answer);
    }
    tell({ kind: 'said', text: `the upload was cut off (${answer.detail}): it is begun again` });
    await service.rest(tries, answer.askedMs, signal);
    const arrived = await listed(file, uploading);
    if (arrived !== null) return arrived;
  }
}

/** Waits until the service has looked at it. */
async function looked(file: TrainingFile, given: HostedFile, { service, pollMs, signal }: Uploading) {
  let seen = given;
  while (NOT_YET.includes(seen.status ?? '')) {
    await pause(pollMs, signal);
    const found = await service.file(seen.id, signal);
    if (found.kind !== 'answered') throw notDone(`the upload ${seen.id} cannot be looked at`, found);
    seen = found.value;
  }
  if (isUsable(seen)) return seen;
  const detail = `${service.host} does not take it (${service.said(seen.status_details ?? seen.status ?? '')})`;
  throw notDone(`chat/${file.split}.jsonl cannot be used`, { kind: 'refused', status: 0, text: '', detail });
}
