// A task's leave to keep something: GitHub's word decides, and not a webhook that comes late.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget, tenureFor } from '../../src/app/tenure.ts';
import type { Store } from '../../src/store/store.ts';
import { embeddedStore } from '../support/databases.ts';

let store: Store;
let close = async () => {};
/** Which installation has a repository, as GitHub would say; and how often it was asked. */
const installed = new Map<string, number>();
let asked = 0;
let repositories = 0;

beforeAll(async () => {
  [store, close] = await embeddedStore();
});
afterAll(() => close());

/** A repository of its own for each test, which installation 1 has. */
function place(installation = 1) {
  repositories += 1;
  const ref = { id: repositories, installation, owner: 'acme', name: `books-${repositories}` };
  installed.set(ref.name, installation);
  return ref;
}

const leave = (ref: ReturnType<typeof place>, whileAsking: () => Promise<void> = async () => {}) =>
  tenureFor(ref, {
    tenures: store.tenures,
    documents: store.documents,
    installedAt: async ({ name }) => {
      asked += 1;
      await whileAsking();
      return installed.get(name) ?? null;
    },
  });

const write = async (tenure: Awaited<ReturnType<typeof leave>>) => {
  const { documents } = store.tenures.within(tenure);
  await documents.write([{ key: `repository/${tenure.repository}/state`, text: 'a ledger' }]);
};
const keptOf = (id: number) => store.documents.keys(`repository/${id}/`);

describe('leave to keep something', () => {
  it('is given once GitHub has said that the App is there, and GitHub is asked once', async () => {
    const ref = place();
    const before = asked;
    await write(await leave(ref));
    await write(await leave(ref));
    expect(asked - before).toBe(1);
    expect(await keptOf(ref.id)).toHaveLength(1);
  });

  it('is refused where the App is not, and nothing is kept of the question', async () => {
    const ref = place();
    installed.delete(ref.name);
    await expect(leave(ref)).rejects.toMatchObject({ code: 'forge-not-found' });
    expect(await store.tenures.of(ref.id)).toBeNull();
  });

  it('is refused to a webhook that comes after the removal', async () => {
    const ref = place();
    await write(await leave(ref));
    await store.queue.add({ kind: 'forget-repository', repository: ref }, null);
    installed.delete(ref.name);
    await expect(leave(ref)).rejects.toMatchObject({ code: 'forge-not-found' });
    expect(await keptOf(ref.id)).toEqual([]);
  });

  it('is of a time of its own when the App comes back', async () => {
    const ref = place();
    const former = await leave(ref);
    await store.queue.add({ kind: 'forget-repository', repository: ref }, null);
    const { tenures, documents } = store;
    await forget({ kind: 'forget-repository', repository: ref }, { tenures, documents });
    const later = await leave(ref);
    expect(later.number).not.toBe(former.number);
    await expect(write(former)).rejects.toMatchObject({ code: 'cancelled' });
    await write(later);
  });

  it('goes to another installation when GitHub says so', async () => {
    const ref = place(1);
    const former = await leave(ref);
    installed.set(ref.name, 2);
    const tenure = await leave({ ...ref, installation: 2 });
    expect(tenure.installation).toBe(2);
    await expect(write(former)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is not taken from an installation by hearsay', async () => {
    const ref = place(1);
    const tenure = await leave(ref);
    await expect(leave({ ...ref, installation: 2 })).rejects.toMatchObject({ code: 'forge-not-found' });
    await write(tenure);
    expect(await keptOf(ref.id)).toHaveLength(1);
  });

  it('is called off when the App is removed while GitHub answers', async () => {
    const ref = place();
    const removed = () => store.queue.add({ kind: 'forget-repository', repository: ref }, null).then(() => {});
    await expect(leave(ref, removed)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await keptOf(ref.id)).toEqual([]);
  });

  it('asks nobody to keep what GitHub did not answer for', async () => {
    const ref = place();
    const away = () => Promise.reject(new Error('GitHub is away'));
    await expect(leave(ref, away)).rejects.toThrow('GitHub is away');
    const there = await store.tenures.of(ref.id);
    expect(there?.state).toBe('claimed');
    await write(await leave(ref));
  });
});
