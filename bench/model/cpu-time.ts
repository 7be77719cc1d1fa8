// How much work something was. Processor time of all threads, so that a busy machine does not blur the numbers.

export async function cpuMs(work: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await work();
  return elapsedMs(started);
}

export function elapsedMs(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
