// The GitHub App: starts the part that it is told to, and ends when the system says so.

import { type Part, startApp } from './app/process.ts';
import { ExpectedFailure } from './errors.ts';

/** Whatever is not over by then is begun again by another process. */
const STOP_MS = 20_000;

process.exitCode = await run(process.argv[2] ?? 'all');

async function run(asked: string): Promise<number> {
  try {
    const app = await startApp(partOf(asked), {
      env: environment(),
      appYml: new URL('../app.yml', import.meta.url),
      onBroken: () => process.exit(1), // nothing could be put back in order
    });
    await new Promise<void>((stop) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    });
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await app.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    console.error(`${error.message}\n${error.remedy}`);
    return 2;
  }
}

function partOf(asked: string): Part {
  if (asked === 'all' || asked === 'web' || asked === 'worker') return asked;
  throw new ExpectedFailure(
    'bad-setting',
    `there is no part “${asked}”`,
    'Start all, web or worker; all when none is named.',
  );
}

/** With what stands in the file .env of this folder, where there is one; the environment wins. */
function environment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile();
  } catch {
    // there is none
  }
  return process.env;
}
