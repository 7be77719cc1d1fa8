// `npx tsx bench/pages.ts`: how fast the App answers for badge and page over HTTP, from memory and after a change.

import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { saveBadge, savePage } from '../src/app/kept-pages.ts';
import { rememberRepository } from '../src/app/known-repositories.ts';
import { pagesHandler } from '../src/app/pages.ts';
import { largePage } from '../test/report/html/pages.ts';
import { MemoryDocuments } from '../test/support/memory-documents.ts';

const REQUESTS = 5_000;
const WARM_UP = 500;
const METHODS = 66_000;

const documents = new MemoryDocuments();
const place = { repository: 1, section: null };
await rememberRepository(documents, { id: 1, installation: 1, owner: 'acme', name: 'books', isPublic: true });
await saveBadge(documents, place, { verdict: 'fresh', freshness: 0.97, line: 0.9, warnWithin: 3, of: null });
const page = largePage(METHODS);
const startedMs = performance.now();
await savePage(documents, place, page, { mask: (text) => text });
const renderedMs = performance.now() - startedMs;

const handle = pagesHandler({ documents, onError: console.error });
const server = createServer((request, response) => void handle(request, response));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const agent = new Agent({ keepAlive: true });

console.log(`Node ${process.version}; ${REQUESTS} requests, one after the other\n`);
console.log('| answer | bytes | median | 99 of 100 | longest |\n| --- | --: | --: | --: | --: |');
await measure('badge.svg', '/acme/books/badge.svg', REQUESTS);
await measure('badge.json', '/acme/books/badge.json', REQUESTS);
await measure('404', '/acme/vault/badge.svg', REQUESTS);
await measure(`page of ${METHODS} methods`, '/acme/books', REQUESTS / 10);
console.log(`\nA worker rendered and packed that page in ${Math.round(renderedMs)} ms.`);
agent.destroy();
server.close();

async function measure(name: string, path: string, requests: number): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let asked = 0; asked < WARM_UP; asked++) await bytesOf(path);
  for (let asked = 0; asked < requests; asked++) {
    const start = performance.now();
    bytes = await bytesOf(path);
    times.push(performance.now() - start);
  }
  const sorted = times.sort((a, b) => a - b);
  const shown = [0.5, 0.99, 1].map((share) => {
    const at = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
    return `${(sorted[at] ?? 0).toFixed(1)} ms`;
  });
  console.log(`| ${name} | ${bytes} | ${shown.join(' | ')} |`);
}

function bytesOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' };
    get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
