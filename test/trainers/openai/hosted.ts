// Trainings at a fake service, for the tests of the hosted trainer.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ExpectedFailure } from '../../../src/errors.ts';
import { writeOutput } from '../../../src/files/output-file.ts';
import type { SpecializedModel, TrainingEvent, TrainingRequest } from '../../../src/ports.ts';
import { type OpenAiTrainerSettings, openAiTrainer } from '../../../src/trainers/openai.ts';
import { datasetFolder } from '../../support/chat-dataset.ts';
import {
  type FakeFineTuning,
  type FakeFineTuningSettings,
  startFakeFineTuning,
} from '../../support/fake-fine-tuning.ts';
import { temporaryFolder } from '../../support/scratch-repository.ts';

export const KEY = 'sk-4f1d8c2a9b7e6053';

export interface Run {
  readonly result: SpecializedModel | null;
  readonly failure: ExpectedFailure | null;
  readonly events: readonly TrainingEvent[];
  /** What was said, a line each. */
  readonly said: string;
}

export type Asked = Partial<TrainingRequest> & { readonly settings?: Partial<OpenAiTrainerSettings> };

/** One service, one folder and one training set: every run of it is the same command run again. */
export async function hosted(settings: FakeFineTuningSettings = {}) {
  const service = await startFakeFineTuning(settings);
  const [dataset, folder] = [datasetFolder(), temporaryFolder()];
  return { service, dataset, folder, run: (asked: Asked = {}) => runAt(service, { dataset, folder, ...asked }) };
}

export async function runAt(service: Pick<FakeFineTuning, 'baseUrl'>, { settings, ...asked }: Asked): Promise<Run> {
  const events: TrainingEvent[] = [];
  const trainer = openAiTrainer({
    baseUrl: service.baseUrl,
    apiKey: null,
    pollMs: 1,
    retryBaseMs: 1,
    retries: 3,
    writeFile: writeOutput,
    ...settings,
  });
  const end = await trainer
    .train({
      ...request(),
      ...asked,
      onEvent: (event) => {
        events.push(event);
        asked.onEvent?.(event);
      },
    })
    .catch((error: unknown) => error);
  if (end instanceof Error && !(end instanceof ExpectedFailure)) throw end;
  const said = events.flatMap((event) => (event.kind === 'said' ? [event.text] : [])).join('\n');
  if (end instanceof ExpectedFailure) return { result: null, failure: end, events, said };
  return { result: end as SpecializedModel, failure: null, events, said };
}

export function request(): TrainingRequest {
  return {
    dataset: datasetFolder(),
    name: 'Library of 2026',
    baseModel: 'scriptorium-mini',
    epochs: 2,
    folder: temporaryFolder(),
    seed: 7,
    onEvent: () => {},
    signal: new AbortController().signal,
  };
}

/** Kills a process with SIGKILL when it tells the first event of this kind. */
export async function killedAt(
  isTheMoment: (event: TrainingEvent) => boolean,
  service: Pick<FakeFineTuning, 'baseUrl'>,
  request: Omit<TrainingRequest, 'onEvent' | 'signal'>,
  apiKey: string | null = null,
): Promise<void> {
  const argument = JSON.stringify({ baseUrl: service.baseUrl, apiKey, request });
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/train-hosted.ts', argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  let killed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (killed || !isTheMoment(JSON.parse(line))) continue;
    killed = true;
    child.kill('SIGKILL');
  }
  await gone;
  if (!killed) throw new Error('the process ended before it could be killed');
}
