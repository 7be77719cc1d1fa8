// Whether the process lives, whether it can do its work, and its figures.

import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Secret } from '../secrets.ts';
import type { AppMetrics } from './metrics.ts';
import { type Handler, pathOf, sendText } from './web.ts';

/** Why it is not ready, in a word that is no secret; `null` when it is. */
export type Readiness = () => Promise<string | null>;

/** `/healthz`, `/readyz` and `/metrics`. */
export function healthHandler(given: {
  readonly isReady: Readiness;
  readonly metrics: AppMetrics;
  readonly metricsToken: Secret | null;
}): Handler {
  const { isReady, metrics, metricsToken } = given;
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    switch (pathOf(request)) {
      case '/healthz':
        sendText(response, 200, 'ok');
        return true;
      case '/readyz': {
        const reason = await isReady();
        sendText(response, reason === null ? 200 : 503, reason ?? 'ready');
        return true;
      }
      case '/metrics': {
        if (!mayRead(request, metricsToken)) return false; // as if there were none
        const text = await metrics.text();
        response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
        return true;
      }
      default:
        return false;
    }
  };
}

/** With the operator's token; where there is none, from this machine alone, and not through a proxy on it. */
function mayRead({ headers, socket }: IncomingMessage, token: Secret | null): boolean {
  if (token === null) return isLoopback(socket.remoteAddress) && !FORWARDED.some((name) => name in headers);
  const given = /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const [ours, theirs] = [Buffer.from(token.reveal()), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
