// One process of the App: it reads the settings, opens what it stands on, answers and works, and ends in order.

import packageJson from '../../package.json' with { type: 'json' };
import { keepCredentials, type PlainCredentials } from './credentials.ts';
import { deliveryHandler } from './deliveries.ts';
import { healthHandler } from './health.ts';
import { openInstallations } from './installations.ts';
import { type Log, openLog } from './log.ts';
import { type AppMetrics, openMetrics } from './metrics.ts';
import { pagesHandler } from './pages.ts';
import { scheduledReviews } from './reviews.ts';
import { openServices } from './services.ts';
import { type AppSettings, type GivenEnvironment, readAppSettings } from './settings.ts';
import { setupHandler } from './setup.ts';
import { type Handler, startWebServer, type WebServer } from './web.ts';
import { openTaskDoer, QUICK_AT_ONCE, TRAININGS_AT_ONCE } from './worker.ts';
import { observed } from './working.ts';

/** `all`: both of the others in one. */
export type Part = 'all' | 'web' | 'worker';

export interface AppProcess {
  /** Where it answers; `null`: nowhere. */
  readonly url: string | null;
  /** Finishes or gives back what is under way, within seconds. */
  stop(): Promise<void>;
}

/** Given to a process. */
export interface ProcessGiven {
  readonly env: GivenEnvironment;
  /** What the App asks GitHub for. */
  readonly appYml: URL | string;
  /** It can do no more, which is logged; whatever supervises processes is to start it again. */
  readonly onBroken: () => void;
}

/** Throws an ExpectedFailure for settings that are wrong and for what is not to be had. */
export async function startApp(part: Part, { env, appYml, onBroken }: ProcessGiven): Promise<AppProcess> {
  const settings = readAppSettings(env);
  const log = openLog(settings);
  const metrics = openMetrics();
  const surroundings = { log, metrics, onBroken };
  if (settings.credentials !== null) return startWhole(part, settings, surroundings);
  return startSetup(part, settings, { ...surroundings, env, appYml });
}

interface Surroundings {
  readonly log: Log;
  readonly metrics: AppMetrics;
  readonly onBroken: () => void;
}

/** Answers the setup's page, and becomes the whole App when that is done. */
async function startSetup(
  part: Part,
  settings: AppSettings,
  { env, log, metrics, appYml, onBroken }: Surroundings & ProcessGiven,
): Promise<AppProcess> {
  let running: Running | null = null;
  const done = async (credentials: PlainCredentials) => {
    keepCredentials(settings.dataDir, credentials, settings.dataKey?.reveal() ?? null);
    const whole = readAppSettings(env);
    running = await open(part, whole, { log: openLog(whole), metrics, onBroken });
  };
  const inSetup = [
    healthHandler({
      isReady: async () => 'the App is not registered yet',
      metrics,
      metricsToken: settings.metricsToken,
    }),
    setupHandler({ settings, manifestFile: appYml, log, done }),
  ];
  const server = await serve(settings, settings.port, log, () => running?.handlers ?? inSetup);
  log.info({ url: server.url }, 'the setup waits in the browser');
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await running?.close();
    },
  };
}

async function startWhole(part: Part, settings: AppSettings, surroundings: Surroundings): Promise<AppProcess> {
  const { log } = surroundings;
  const running = await open(part, settings, surroundings);
  const port = part === 'worker' ? settings.workerPort : settings.port;
  let server: WebServer | null = null;
  try {
    server = port === null ? null : await serve(settings, port, log, () => running.handlers);
  } catch (error) {
    await running.close();
    throw error;
  }
  log.info({ part, url: server?.url ?? null, version: packageJson.version }, 'started');
  return {
    url: server?.url ?? null,
    async stop() {
      log.info('stopping');
      await server?.stop();
      await running.close();
      log.info('stopped');
    },
  };
}

function serve(settings: AppSettings, port: number, log: Log, handlers: () => readonly Handler[]): Promise<WebServer> {
  const isSecure = settings.baseUrl?.startsWith('https:') ?? false;
  return startWebServer({ host: settings.host, port, isSecure, log, handlers });
}

interface Running {
  readonly handlers: readonly Handler[];
  close(): Promise<void>;
}

/** The whole App, as soon as it has its credentials. */
async function open(part: Part, settings: AppSettings, { log, metrics, onBroken }: Surroundings): Promise<Running> {
  const { credentials } = settings;
  if (credentials === null) throw new Error('the setup is not done');
  const services = await openServices(settings, {
    log,
    onBroken(why) {
      log.fatal({ err: why }, 'the database');
      onBroken();
    },
  });
  const installations = openInstallations({
    settings: { ...settings, credentials },
    log,
    metrics,
    userAgent: `palimpsest/${packageJson.version}`,
  });
  metrics.watch(services.queue);
  const health = healthHandler({ isReady: () => services.isReady(), metrics, metricsToken: settings.metricsToken });
  const handlers = [health];
  if (part !== 'worker') {
    handlers.push(await deliveryHandler(installations.probot, { queue: services.queue, metrics, log }));
    handlers.push(
      pagesHandler({ documents: services.documents, onError: (error) => log.error({ err: error }, 'a page') }),
    );
  }
  const doer = part === 'web' ? null : await openTaskDoer({ settings, services, installations, metrics });
  if (doer !== null) {
    const doTask = observed((task, doing) => doer.do(task, doing), { log, metrics });
    await services.worker.start(doTask, {
      atOnce: settings.workers,
      quickAtOnce: QUICK_AT_ONCE,
      trainingsAtOnce: TRAININGS_AT_ONCE,
    });
  }
  const reviews = doer === null ? null : scheduledReviews({ settings, services, doer, log });
  return {
    handlers,
    async close() {
      await reviews?.stop();
      if (doer !== null) await services.worker.stop();
      await doer?.close();
      await services.close();
    },
  };
}
