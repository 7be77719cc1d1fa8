// The Trainer contract on the trainers that need nothing but this machine.

import { writeOutput } from '../../src/files/output-file.ts';
import { openAiTrainer } from '../../src/trainers/openai.ts';
import { startFakeFineTuning } from '../support/fake-fine-tuning.ts';
import { KEY, killedAt } from '../trainers/openai/hosted.ts';
import { trainerContract } from './trainer.ts';

trainerContract('a hosted fine-tuning service', {
  afterCallingOff: 'begins-anew',
  start: async () => {
    let breaks = false;
    const service = await startFakeFineTuning({
      key: KEY,
      steps: 40,
      stepsPerLook: 4,
      onJob: (job) => {
        if (breaks) job.fail('server_error', `The machine that read ${KEY} is gone`);
        breaks = false;
      },
    });
    return {
      trainer: () =>
        openAiTrainer({ baseUrl: service.baseUrl, apiKey: KEY, pollMs: 1, retryBaseMs: 1, writeFile: writeOutput }),
      baseModel: 'scriptorium-mini',
      begun: () => service.jobs.length,
      underWay: () => service.jobs.filter((job) => !job.isOver()).length,
      breakNext: () => {
        breaks = true;
      },
      secrets: [KEY],
      killed: (request) => killedAt((event) => event.kind === 'step', service, request, KEY),
      close: service.close,
    };
  },
});
