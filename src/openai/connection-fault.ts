// A connection that failed, explained: Node's error codes as what happened and what to do.

import { outsideLine } from '../core/outside-text.ts';
import { AddressRefused } from './addresses.ts';
import { ReplyTooLarge } from './connection.ts';
import { type Fault, fault, type Party } from './fault.ts';

const OWN_AUTHORITY = 'if that is right, name its authority’s file in NODE_EXTRA_CA_CERTS';

/** Codes of Node and OpenSSL for certificates that are not believed. */
const CERTIFICATES: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', `its certificate is self-signed: ${OWN_AUTHORITY}`],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    `its certificate comes from an authority that this machine does not know: ${OWN_AUTHORITY}`,
  ],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`,
  ],
  [
    'UNABLE_TO_GET_ISSUER_CERT',
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`,
  ],
  [
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`,
  ],
  ['CERT_HAS_EXPIRED', 'its certificate has expired: renew it, or check this machine’s clock'],
  ['CERT_NOT_YET_VALID', 'its certificate is not valid yet: check this machine’s clock'],
  ['CERT_REVOKED', 'its certificate was revoked: ask who runs the server'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another host: use the name that it was made for'],
]);

/** What a TLS client says to a peer that speaks something else, mostly plain HTTP. */
const NO_TLS = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_HTTP_REQUEST', 'EPROTO'];

/** Node's `fetch` uses no proxy by itself, so that these may be all that a user behind one sees. */
const PROXY = 'HTTP_PROXY and HTTPS_PROXY are used from Node 22.21 on, with NODE_USE_ENV_PROXY=1';

export function connectionFault(error: unknown, { baseUrl, apiKey }: Party): Fault {
  const server = new URL(baseUrl).host;
  const secure = baseUrl.startsWith('https:');
  const causes = causesOf(error);
  const codes = causes.flatMap((cause) => ('code' in cause && typeof cause.code === 'string' ? [cause.code] : []));
  const has = (...wanted: readonly string[]) => codes.some((code) => wanted.includes(code));
  const certificate = codes.map((code) => CERTIFICATES.get(code)).find((words) => words !== undefined);

  if (causes.some((cause) => cause instanceof ReplyTooLarge)) return fault(`${server} sent a reply that does not end`);
  const refused = causes.find((cause) => cause instanceof AddressRefused);
  if (refused !== undefined) {
    return fault(
      `${server} is at a ${refused.range} address, and this installation asks public ones alone: whoever runs it can allow others`,
      { forAll: 'always' },
    );
  }
  if (certificate !== undefined) return fault(`${server} is not trusted: ${certificate}`, { forAll: 'always' });
  if (secure && has(...NO_TLS)) {
    return fault(`${server} does not speak TLS: if it is plain HTTP, begin the base URL with http://`, {
      forAll: 'always',
    });
  }
  if (has('ECONNREFUSED')) {
    return fault(`nothing answers at ${server}: start the server, or check the base URL`, {
      again: 'often',
      forAll: 'always',
    });
  }
  if (has('ENOTFOUND')) {
    return fault(`there is no host ${new URL(baseUrl).hostname}: check the base URL (${PROXY})`, {
      again: 'often',
      forAll: 'always',
    });
  }
  if (has('UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN') || timedOut(causes)) {
    return fault(`${server} cannot be reached: check the base URL and the network (${PROXY})`, {
      again: 'often',
      forAll: 'until-answered',
    });
  }
  if (codes.some((code) => code.startsWith('HPE_'))) {
    const perhaps = secure ? '' : ': if it is a TLS server, begin the base URL with https://';
    return fault(`${server} does not speak HTTP${perhaps}`, { forAll: 'until-answered' });
  }
  if (has('UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT')) {
    return fault(`no answer from ${server} in time`, { reason: 'timed-out', again: 'once' });
  }
  if (!secure && causes.some(withoutAWord)) {
    return fault(`${server} hung up without a word: if it is a TLS server, begin the base URL with https://`, {
      again: 'often',
      forAll: 'until-answered',
    });
  }
  const [last] = causes.slice(-1);
  const words = outsideLine(codes[0] ?? last?.message ?? '', apiKey, 60);
  return fault(`the connection to ${server} broke before the answer was whole (${words})`, { again: 'often' });
}

/** Node's error of a socket says how much it read. */
function withoutAWord(cause: Error): boolean {
  const { socket } = cause as { readonly socket?: unknown };
  return typeof socket === 'object' && socket !== null && 'bytesRead' in socket && socket.bytesRead === 0;
}

/** The error, what caused it, and what caused that; of several attempts at one host (IPv6, IPv4) all. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const below = [error.cause, ...(error instanceof AggregateError ? error.errors : [])];
  return [error, ...below.flatMap(causesOf)];
}

/** The client swallows the cause of what it takes for a timeout. */
function timedOut(causes: readonly Error[]): boolean {
  return causes.length === 1 && /timed out/i.test(causes[0]?.message ?? '');
}
