// How fast a server is asked, and how fast it is left alone.

import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { makeThrottle } from '../../../src/models/openai/throttle.ts';
import { type Fault, faults } from '../../support/fake-openai.ts';
import { CHAT, library, textOf } from './asked.ts';

/** Long enough for requests to meet. */
const SLOW: Fault = { kind: 'late', ms: 10 };

const atOnce = (count: number, ask: () => Promise<unknown>) => Promise.all(Array.from({ length: count }, ask));

describe('many calls', () => {
  it('are never more at once than was set', async () => {
    const { server, ask } = await library({}, { concurrency: 3 });
    server.misbehaveAlways(SLOW);
    await atOnce(12, ask);
    expect(server.requests).toHaveLength(12);
    expect(Math.max(...server.requests.map((request) => request.atOnce))).toBe(3);
  });

  it('fall to what the server bears, and all are answered', async () => {
    const { server, ask } = await library({ atOnce: 2 }, { concurrency: 8, retries: 8 });
    server.misbehaveAlways(SLOW);
    const answers = await atOnce(40, () => ask());
    expect(answers.map((answer) => (answer as { kind: string }).kind)).toEqual(Array(40).fill('answered'));
    expect(server.requests.length).toBeGreaterThan(40);
    const later = server.requests.slice(-20).map((request) => request.atOnce);
    expect(Math.max(...later)).toBeLessThanOrEqual(4);
  });

  it('come back when the storm is over', async () => {
    const { server, ask } = await library({}, { concurrency: 4 });
    server.misbehave(...Array.from({ length: 6 }, () => faults.tooMany()));
    server.misbehaveAlways({ kind: 'late', ms: 20 });
    await atOnce(100, ask);
    expect(Math.max(...server.requests.slice(-50).map((request) => request.atOnce))).toBe(4);
  });

  it('all wait while the server wants quiet', async () => {
    const throttle = makeThrottle(4);
    const calling = new AbortController();
    await throttle.run(async (turn) => turn.overloaded(50_000), calling.signal);
    let started = 0;
    const waiting = throttle.run(async () => {
      started += 1;
    }, calling.signal);
    await new Promise((soon) => setTimeout(soon, 20));
    expect(started).toBe(0);
    calling.abort(new Error('called off'));
    await expect(waiting).rejects.toThrow('called off');
  });

  it('go on when it was quiet for long enough', async () => {
    const throttle = makeThrottle(4);
    const { signal } = new AbortController();
    await throttle.run(async (turn) => turn.overloaded(20), signal);
    const before = performance.now();
    await throttle.run(async () => {}, signal);
    expect(performance.now() - before).toBeGreaterThan(10);
  });
});

describe('calling off', () => {
  it('ends a request at once, and lets the server know', async () => {
    const { server, ask } = await library();
    server.misbehave({ kind: 'hang' });
    const calling = new AbortController();
    const answer = ask(CHAT, { signal: calling.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    calling.abort(new Error('called off'));
    await expect(answer).rejects.toThrow('called off');
    await expect.poll(() => server.requests[0]?.abandoned()).toBe(true);
    expect(getEventListeners(calling.signal, 'abort')).toEqual([]);
  });

  it('ends the waiting for a server that wants quiet, and the waiting for a turn', async () => {
    const { server, ask } = await library({}, { concurrency: 1 });
    server.misbehave(faults.tooMany(50_000));
    const calling = new AbortController();
    const answers = [1, 2, 3].map(() => ask(CHAT, { signal: calling.signal }));
    await expect.poll(() => server.requests.length).toBe(1);
    calling.abort(new Error('called off'));
    for (const settled of await Promise.allSettled(answers)) {
      expect(settled).toMatchObject({ status: 'rejected', reason: new Error('called off') });
    }
    expect(server.requests).toHaveLength(1);
    expect(getEventListeners(calling.signal, 'abort')).toEqual([]);
  });

  it('leaves the other calls alone', async () => {
    const { server, ask } = await library();
    server.misbehave({ kind: 'hang' });
    const calling = new AbortController();
    const off = ask(CHAT, { signal: calling.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    const other = ask();
    calling.abort(new Error('called off'));
    await expect(off).rejects.toThrow('called off');
    expect(textOf(await other)).not.toBe('');
  });
});
