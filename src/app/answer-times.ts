// What models took for their answers, told in one message a second at most: an embedded model gives thousands.

const TOLD_EVERY_MS = 1_000;

export interface AnswerTimes {
  answered(provider: string, ms: number): void;
  /** Tells the rest. */
  close(): void;
}

export function collectAnswerTimes(
  tell: (times: Readonly<Record<string, readonly number[]>>) => void,
  everyMs = TOLD_EVERY_MS,
): AnswerTimes {
  let times: Record<string, number[]> = {};
  const tellAll = () => {
    if (Object.keys(times).length > 0) tell(times);
    times = {};
  };
  const timer = setInterval(tellAll, everyMs);
  timer.unref();
  return {
    answered(provider, ms) {
      const known = times[provider];
      if (known === undefined) times[provider] = [ms];
      else known.push(ms);
    },
    close() {
      clearInterval(timer);
      tellAll();
    },
  };
}
