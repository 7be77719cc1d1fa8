// Servers that cannot be reached, or not be believed.

import { spawn } from 'node:child_process';

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../src/models/text-model.ts';
import { type CertificateSettings, makeCertificate } from '../../support/certificate.ts';
import { deadAddress } from '../../support/fake-openai.ts';
import { detailOf, library, modelAt, textOf } from './asked.ts';

const DAY = 24 * 60 * 60 * 1_000;
const fromNow = (days: number) => new Date(Date.now() + days * DAY);
const VALID: CertificateSettings = { notBefore: fromNow(-1), notAfter: fromNow(30) };

describe('a server that is not there', () => {
  it('is tried a few times and then given up', async () => {
    const baseUrl = await deadAddress();
    const { ask } = modelAt(baseUrl);
    const answer = await ask();
    expect(answer).toMatchObject({ kind: 'failed', reason: 'error', fatal: true });
    expect(detailOf(answer)).toBe(
      `nothing answers at ${new URL(baseUrl).host}: start the server, or check the base URL`,
    );
    expect(await ask()).toEqual(answer);
  });

  it('may come back when it has been there', async () => {
    const { server, ask } = await library({}, { retries: 1 });
    textOf(await ask());
    await server.close();
    expect(detailOf(await ask())).toContain('nothing answers at');
  });

  it('has no such name', async () => {
    const { ask } = modelAt('http://ledger.invalid:8000');
    expect(detailOf(await ask())).toMatch(
      /^(there is no host ledger\.invalid: check the base URL|ledger\.invalid:8000 cannot be reached: check the base URL and the network) \(HTTP_PROXY and HTTPS_PROXY are used from Node 22\.21 on, with NODE_USE_ENV_PROXY=1\)$/,
    );
  });
});

describe('a server with TLS', () => {
  it('is not trusted with a certificate of its own', async () => {
    const { ask } = await library({ tls: makeCertificate(VALID) });
    const answer = await ask();
    expect(answer).toMatchObject({ fatal: true });
    expect(detailOf(answer)).toMatch(
      /^127\.0\.0\.1:\d+ is not trusted: its certificate is self-signed: if that is right, name its authority’s file in NODE_EXTRA_CA_CERTS$/,
    );
  });

  it('is trusted with NODE_EXTRA_CA_CERTS, if there is nothing else amiss', async () => {
    const certificates = [
      VALID,
      { notBefore: fromNow(-30), notAfter: fromNow(-1) },
      { notBefore: fromNow(1), notAfter: fromNow(30) },
      { ...VALID, host: 'library.example' },
    ].map(makeCertificate);
    const baseUrls = [];
    for (const tls of certificates) baseUrls.push((await library({ tls })).server.baseUrl);
    const [known, ...others] = await askTrusting(certificates.map(({ cert }) => cert).join(''), baseUrls);
    expect(known).toMatchObject({ kind: 'answered' });
    expect(
      others.map(
        (answer) => answer.kind === 'failed' && [answer.fatal, answer.detail.slice(answer.detail.indexOf(' '))],
      ),
    ).toEqual([
      [true, ' is not trusted: its certificate has expired: renew it, or check this machine’s clock'],
      [true, ' is not trusted: its certificate is not valid yet: check this machine’s clock'],
      [true, ' is not trusted: its certificate is for another host: use the name that it was made for'],
    ]);
  });

  it('is told apart from one without', async () => {
    const { server } = await library();
    const { ask } = modelAt(server.baseUrl.replace('http:', 'https:'));
    expect(detailOf(await ask())).toMatch(
      /does not speak TLS: if it is plain HTTP, begin the base URL with http:\/\/$/,
    );
  });

  it('is recognised when it is asked without', async () => {
    const { server } = await library({ tls: makeCertificate(VALID) });
    const { ask } = modelAt(server.baseUrl.replace('https:', 'http:'));
    expect(detailOf(await ask())).toMatch(/if it is a TLS server, begin the base URL with https:\/\//);
  });
});

/** In a process that trusts these certificates from its start. */
async function askTrusting(certificates: string, baseUrls: readonly string[]): Promise<Completion[]> {
  const folder = await mkdtemp(join(tmpdir(), 'palimpsest-'));
  try {
    const file = join(folder, 'authorities.pem');
    await writeFile(file, certificates);
    const script = fileURLToPath(new URL('../../support/ask-openai.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...baseUrls], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: file },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(await readText(child.stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
}
