// What one command of the shipped bundle costs: time, processor time and memory, and tables of them.

import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export interface Cost {
  /** Medians over the runs. */
  readonly seconds: number;
  /** Of the process itself, the programs that it started aside; more than one core may have worked. */
  readonly processorSeconds: number;
  readonly megabytes: number;
}

/** Prints what the process used when it ends, which only the process itself can tell everywhere. */
export const PROBE = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nused '+u.maxRSS+' '+(u.userCPUTime+u.systemCPUTime)+'\\n')})",
)}`;

/** Runs the shipped bundle, a cold process each time. */
export function cost(args: readonly string[], runs: number): Cost {
  const seconds: number[] = [];
  const processorSeconds: number[] = [];
  const megabytes: number[] = [];
  for (let index = 0; index < runs; index++) {
    const startedAt = process.hrtime.bigint();
    const result = spawnSync(process.execPath, ['--import', PROBE, CLI, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, XDG_CACHE_HOME: join(tmpdir(), 'palimpsest-bench-cache') },
    });
    if (result.status !== 0) throw new Error(`palimpsest ${args.join(' ')}: ${result.stderr}`);
    seconds.push(Number(process.hrtime.bigint() - startedAt) / 1e9);
    const [, kilobytes, microseconds] = /used (\d+) (\d+)/.exec(result.stderr) ?? [];
    megabytes.push(Number(kilobytes) / 1024);
    processorSeconds.push(Number(microseconds) / 1e6);
  }
  return {
    seconds: median(seconds),
    processorSeconds: median(processorSeconds),
    megabytes: Math.round(median(megabytes)),
  };
}

export function shown({ seconds, megabytes }: Cost): [string, string] {
  return [seconds.toFixed(2), String(megabytes)];
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
