// Which addresses the App asks: public ones, by name, by number, behind a redirect, whatever a name says the next time.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type AddressRules, refusedRange } from '../../src/openai/addresses.ts';
import { publicReach } from '../../src/openai/public-reach.ts';
import { detailOf, KEY, library, modelAt, textOf } from '../models/openai/asked.ts';
import { makeCertificate } from '../support/certificate.ts';
import { deadAddress } from '../support/fake-openai.ts';

/** Names that lead where they are told to. */
function named(addresses: Readonly<Record<string, string | readonly string[]>>): AddressRules {
  return {
    refusedRange,
    resolve: async (hostname) => {
      const found = addresses[hostname];
      if (found === undefined) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
      return [found].flat().map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
}

const ANYWHERE: AddressRules = { ...named({ 'models.test': '127.0.0.1' }), refusedRange: () => null };

describe('an address is refused', () => {
  it.each([
    ['loopback', ['127.0.0.1', '127.255.0.9', '::1']],
    ['private', ['10.0.0.5', '172.16.0.1', '172.31.255.255', '192.168.1.1']],
    ['link-local', ['169.254.0.1', 'fe80::1', 'fe80::1%eth0']],
    ['link-local', ['169.254.169.254']],
    ['unique-local', ['fc00::1', 'fd00:ec2::254']],
    ['carrier-grade NAT', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
    ['multicast', ['224.0.0.1', '239.255.255.250', 'ff02::1']],
    ['mapped IPv4', ['::ffff:127.0.0.1', '::ffff:10.0.0.5', '::ffff:8.8.8.8', '::127.0.0.1']],
    ['unspecified', ['0.0.0.0', '::']],
    ['broadcast', ['255.255.255.255']],
    ['special', ['fec0::1', '168.63.129.16', '', 'localhost', '999.1.1.1']],
  ])('as %s: %j', (range, addresses) => {
    expect(addresses.map(refusedRange)).toEqual(addresses.map(() => range));
  });

  it.each(['192.0.0.192', '198.18.0.1', '240.0.0.1', '64:ff9b::a00:5', '2002:a00:5::', '2001::1', '2001:db8::1'])(
    'as reserved, or as a way to another one: %s',
    (address) => expect(refusedRange(address)).not.toBeNull(),
  );

  it.each(['8.8.8.8', '140.82.121.4', '172.32.0.1', '100.128.0.1', '2606:4700::6810:84e5'])(
    'and a public one is not: %s',
    (address) => expect(refusedRange(address)).toBeNull(),
  );
});

describe('a server', () => {
  it.each([
    ['by its address', 'http://127.0.0.1:PORT/v1', {}],
    ['by another way to write it', 'http://2130706433:PORT/v1', {}],
    ['by its IPv6 address', 'http://[::ffff:127.0.0.1]:PORT/v1', {}],
    ['by a name', 'http://models.test:PORT/v1', { 'models.test': '127.0.0.1' }],
    ['by a name of several addresses', 'http://models.test:PORT/v1', { 'models.test': ['8.8.8.8', '127.0.0.1'] }],
    ['with TLS', 'https://models.test:PORT/v1', { 'models.test': '::1' }],
  ])('that is not public is not asked, %s', async (_, url, names) => {
    const { server } = await library({ key: KEY });
    const baseUrl = url.replace('PORT', new URL(server.origin).port);
    const { ask } = modelAt(baseUrl, { apiKey: KEY, reach: publicReach(named(names)) });
    const answer = await ask();
    expect(answer).toMatchObject({ kind: 'failed', fatal: true });
    expect(detailOf(answer)).toMatch(
      / is at a (loopback|mapped IPv4) address, and this installation asks public ones alone/,
    );
    expect(server.requests).toEqual([]);
  });

  it('is asked where the rules allow it, with what fetch would send', async () => {
    const { server, ask } = await library({ key: KEY }, { apiKey: KEY });
    const direct = modelAt(server.baseUrl.replace('127.0.0.1', 'models.test'), {
      apiKey: KEY,
      reach: publicReach(ANYWHERE),
    });
    expect(textOf(await direct.ask())).toBe(textOf(await ask()));
    const [one, other] = server.requests;
    expect(one?.body).toEqual(other?.body);
    expect(one?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(one?.headers['content-type']).toBe('application/json');
  });

  it('says what is amiss as it does for fetch', async () => {
    const reach = publicReach(ANYWHERE);
    expect(detailOf(await modelAt(await deadAddress(), { reach }).ask())).toContain('nothing answers at');
    expect(detailOf(await modelAt('http://elsewhere.test:8000', { reach }).ask())).toContain('there is no host');
    const { server, ask } = await library({}, { reach, timeoutMs: 200, retries: 0 });
    server.misbehaveAlways({ kind: 'hang' });
    expect(detailOf(await ask())).toContain('no answer in time');
  });
});

it('a certificate is looked at as it is for fetch', async () => {
  const day = 86_400_000;
  const tls = makeCertificate({ notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) });
  const { server } = await library({ tls });
  const { ask } = modelAt(server.baseUrl.replace('127.0.0.1', 'models.test'), { reach: publicReach(ANYWHERE) });
  expect(detailOf(await ask())).toContain('is not trusted: its certificate is self-signed');
  expect(server.requests).toEqual([]);
});

describe('a redirect', () => {
  it('to another origin is not followed, and takes no key there', async () => {
    const { server: other } = await library();
    const { server, ask } = await library({ key: KEY }, { apiKey: KEY, reach: publicReach(ANYWHERE) });
    server.misbehaveAlways({ kind: 'redirect', status: 307, to: `${other.baseUrl}/chat/completions` });
    expect(detailOf(await ask())).toContain('redirects to');
    expect(other.requests).toEqual([]);
  });

  it('on the same origin is not followed to an address that is refused by then', async () => {
    const { server } = await library({ key: KEY });
    server.misbehaveAlways({ kind: 'redirect', status: 307, to: '/v1/completions' });
    let looked = 0;
    const rules: AddressRules = {
      // every connection is looked at anew
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      refusedRange: () => (looked++ === 0 ? null : 'private'),
    };
    const reach = publicReach(rules);
    const withoutKeepAlive: typeof reach = (url, init) =>
      reach(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), connection: 'close' } });
    const baseUrl = server.baseUrl.replace('127.0.0.1', 'models.test');
    const answer = await modelAt(baseUrl, { apiKey: KEY, reach: withoutKeepAlive }).ask();
    expect(detailOf(answer)).toContain('is at a private address');
    expect(server.requests).toHaveLength(1);
  });
});

describe('a name that says something else the next time', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function listening(address: string, port: number, asked: string[]): Promise<number> {
    const server = createServer((_, response) => {
      asked.push(address);
      response.setHeader('connection', 'close').end('{}');
    });
    servers.push(server);
    await new Promise<void>((up) => server.listen(port, address, up));
    return (server.address() as AddressInfo).port;
  }

  it('is asked at the very address that was looked at', async () => {
    const asked: string[] = [];
    const port = await listening('127.0.0.2', 0, asked);
    await listening('127.0.0.1', port, asked);
    const says = ['127.0.0.2', '127.0.0.1', '127.0.0.1'];
    const reach = publicReach({
      resolve: async () => [{ address: says.shift() ?? '127.0.0.1', family: 4 }],
      refusedRange: (address) => (address === '127.0.0.2' ? null : 'loopback'),
    });
    expect((await reach(`http://rebinding.test:${port}/`, {})).status).toBe(200);
    expect(asked).toEqual(['127.0.0.2']);
    expect(says).toHaveLength(2);
    await expect(reach(`http://rebinding.test:${port}/`, {})).rejects.toMatchObject({ range: 'loopback' });
    expect(asked).toEqual(['127.0.0.2']);
  });
});

describe('a proxy of the environment', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('is not used: it would look up the name once more', async () => {
    const { server: proxy } = await library();
    Object.assign(process.env, { HTTP_PROXY: proxy.origin, HTTPS_PROXY: proxy.origin, NODE_USE_ENV_PROXY: '1' });
    const { server } = await library();
    const reach = publicReach(named({ 'models.test': '127.0.0.1' }));
    const answer = await modelAt(server.baseUrl.replace('127.0.0.1', 'models.test'), { reach }).ask();
    expect(detailOf(answer)).toContain('is at a loopback address');
    expect([...proxy.requests, ...server.requests]).toEqual([]);
  });
});
