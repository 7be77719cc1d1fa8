// The events of a hosted job as those of a training: each once, in their order, steps never falling.

import type { TrainingEvent } from '../../ports.ts';
import type { Service, Unanswered } from './service.ts';
import { epochsOf, type HostedEvent, type HostedJob } from './wire.ts';

/** Services that repeat themselves must not keep us for ever. */
const MOST_PAGES = 200;

export interface EventReader {
  /** Tells what is new since the last call; what keeps it from being read otherwise. */
  read(job: HostedJob, signal: AbortSignal): Promise<Unanswered | null>;
}

export function eventReader(service: Service, epochs: number, tell: (event: TrainingEvent) => void): EventReader {
  const seen = new Set<string>();
  /** The last of a list that was read to its end. */
  let end: string | undefined;
  let told = 0;

  return {
    read: async (job, signal) => {
      const fresh: HostedEvent[] = [];
      let after: string | undefined;
      let rising = false;
      for (let count = 0; count < MOST_PAGES; count += 1) {
        const found = await service.events(job.id, after === undefined ? {} : { after }, signal);
        if (found.kind !== 'answered') return found;
        const { data, more } = found.value;
        const unknown = data.filter(({ id }) => !seen.has(id));
        for (const { id } of unknown) seen.add(id);
        fresh.push(...unknown);
        if (count === 0) rising = isRising(data) === true;
        const last = data.at(-1)?.id;
        if (last === undefined) break;
        const isKnown = unknown.length === 0;
        // OpenAI lists the newest first: what comes after known ones is known. Where the oldest come first, the new ones are at the end.
        if (!more || (isKnown && !rising)) {
          end = last;
          break;
        }
        after = isKnown && count === 0 ? (end ?? last) : last;
      }
      for (const event of inOrder(fresh)) tellOne(event, job);
      return null;
    },
  };

  function tellOne(event: HostedEvent, job: HostedJob): void {
    const metrics = metricsOf(event);
    if (metrics === null) {
      const text = service.said(event.message);
      if (text !== '') tell({ kind: 'said', text });
      return;
    }
    const { step, steps } = metrics;
    if (step <= told) return;
    told = step;
    const planned = epochsOf(job) ?? epochs;
    tell({ kind: 'step', ...metrics, epoch: steps === null ? null : (step / steps) * planned });
  }
}

/** By time, then by step; what is alike in both as it was listed, the other way round where the newest came first. */
function inOrder(events: readonly HostedEvent[]): HostedEvent[] {
  const listed = isRising(events) === true ? [...events] : [...events].reverse();
  return listed.sort((a, b) => a.created_at - b.created_at || (stepOf(a) ?? 0) - (stepOf(b) ?? 0));
}

/** Whether the oldest comes first, without exception; `null` where times and steps do not tell. */
function isRising(events: readonly HostedEvent[]): boolean | null {
  const steps = events.slice(1).map((event, index) => {
    const before = events[index] ?? event;
    return event.created_at - before.created_at || (stepOf(event) ?? 0) - (stepOf(before) ?? 0);
  });
  return steps.every((difference) => difference === 0) ? null : steps.every((difference) => difference >= 0);
}

/** Where there are no data to read, the text has them: `Step 100/300: training loss=0.52, validation loss=0.61`. */
const STEP = /^step (\d+)(?:\/(\d+))?:/i;

function stepOf({ data, message }: HostedEvent): number | null {
  return data?.step ?? numberIn(STEP.exec(message)?.[1]);
}

function metricsOf(event: HostedEvent) {
  const { data, message } = event;
  const step = stepOf(event);
  if (step === null || !Number.isInteger(step) || step < 1) return null;
  const loss = data?.train_loss ?? numberIn(/training loss=([\d.e+-]+)/i.exec(message)?.[1]);
  const validationLoss =
    data?.full_valid_loss ?? data?.valid_loss ?? numberIn(/validation loss=([\d.e+-]+)/i.exec(message)?.[1]);
  if (loss === null && validationLoss === null) return null;
  return { step, steps: data?.total_steps ?? numberIn(STEP.exec(message)?.[2]), loss, validationLoss };
}

function numberIn(text: string | undefined): number | null {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
