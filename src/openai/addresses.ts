// Which addresses may be asked where strangers have a say in what is asked: public ones, and no others. Loopback, the machine's
// own network and a cloud's metadata service answer everybody who reaches them.

import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A name as its addresses. Rejects with Node's error for a name that is none. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** The addresses of a server are not public. Which ones they are stays here: whoever named the server need not learn it. */
export class AddressRefused extends Error {
  /** `loopback`, `private`, `link-local`, … */
  readonly range: string;

  constructor(range: string) {
    super(`the server is at a ${range} address`);
    this.range = range;
  }
}

/** Platform services of clouds that stand at addresses which look public (Azure's). */
const SERVICES: ReadonlySet<string> = new Set(['168.63.129.16']);

/** What all public addresses of version 6 begin with (IANA's registry of global unicast addresses). */
const PUBLIC_V6 = ipaddr.parseCIDR('2000::/3');

const WORDS: ReadonlyMap<string, string> = new Map([
  ['linkLocal', 'link-local'],
  ['uniqueLocal', 'unique-local'],
  ['carrierGradeNat', 'carrier-grade NAT'],
  ['ipv4Mapped', 'mapped IPv4'],
  ...['loopback', 'private', 'multicast', 'broadcast', 'unspecified'].map((range) => [range, range] as const),
]);

/** Why an address is not public, in a word; `null` for one that is. What is no address is not public. */
export function refusedRange(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'special';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  const isPublic =
    range === 'unicast' && !SERVICES.has(parsed.toString()) && (parsed.kind() === 'ipv4' || parsed.match(PUBLIC_V6));
  return isPublic ? null : (WORDS.get(range) ?? 'special');
}

export interface AddressRules {
  readonly resolve: Resolve;
  /** See {@link refusedRange}. */
  readonly refusedRange: (address: string) => string | null;
}

export const PUBLIC_ONLY: AddressRules = {
  resolve: (hostname) => systemLookup(hostname, { all: true }),
  refusedRange,
};

/** Throws an {@link AddressRefused} for an address that the rules refuse. */
export function refuseBy(rules: AddressRules, address: string): void {
  const range = rules.refusedRange(address);
  if (range !== null) throw new AddressRefused(range);
}

/**
 * For Node's sockets, which connect to what this gives and resolve nothing themselves: a name that says something else the next
 * time gains nothing. One address that is refused is enough to refuse the name.
 */
export function lookupBy(rules: AddressRules): LookupFunction {
  return (hostname, options, callback) => {
    rules.resolve(hostname).then(
      (found) => {
        const wanted = found.filter(({ family }) => !isFamily(options.family) || family === options.family);
        const [first] = wanted;
        try {
          for (const { address } of found) refuseBy(rules, address);
          if (first === undefined) throw Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' });
        } catch (error) {
          callback(error as NodeJS.ErrnoException, '', 0);
          return;
        }
        if (options.all === true) callback(null, [...wanted]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

function isFamily(family: unknown): boolean {
  return family === 4 || family === 6;
}
