// The log of the App: one JSON object a line, or one line for people; no secret stands in either.

import { type Logger, pino } from 'pino';
import { z } from 'zod';
import { ExpectedFailure } from '../errors.ts';
import type { AppSettings } from './settings.ts';

export type Log = Logger;

/** What GitHub gives out while the App runs: tokens of installations, and the tokens that ask for them. */
const TOKENS = /\bgh[a-z]_[A-Za-z0-9_]{16,}|\bgithub_pat_\w{16,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g;

/** `write` gets whole lines. */
export function openLog(
  { log, secrets }: Pick<AppSettings, 'log' | 'secrets'>,
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Log {
  const destination = {
    write(line: string) {
      const masked = secrets.mask(line).replace(TOKENS, '[secret]');
      write(log.LOG_FORMAT === 'json' ? masked : pretty(masked));
    },
  };
  const options = {
    level: log.LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: described },
  };
  return pino(options, destination);
}

/** What a user can mend is told without where it was found. */
function described(error: unknown): unknown {
  if (error instanceof ExpectedFailure) return { code: error.code, message: error.message, remedy: error.remedy };
  return error instanceof Error ? pino.stdSerializers.err(error) : error;
}

const entry = z.looseObject({ time: z.string(), level: z.string(), msg: z.string().default('') });

function pretty(line: string): string {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return line;
  }
  const parsed = entry.safeParse(given);
  if (!parsed.success) return line;
  const { time, level, msg, pid: _, err, ...facts } = parsed.data;
  const told = Object.entries(facts).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const problem = err === undefined ? '' : `\n    ${textOf(err).replaceAll('\n', '\n    ')}`;
  return `${time.slice(11, 19)} ${level.toUpperCase().padEnd(5)} ${msg}${told.join('')}${problem}\n`;
}

const problem = z.object({ stack: z.string().optional(), message: z.string(), remedy: z.string().optional() });

function textOf(error: unknown): string {
  const parsed = problem.safeParse(error);
  if (!parsed.success) return JSON.stringify(error);
  const { stack, message, remedy } = parsed.data;
  return stack ?? [message, remedy].filter(Boolean).join('\n');
}
