// What is held for a repository is held for as long as the App is there: what every store of tenures holds to.

import { describe, expect, test } from 'vitest';
import type { TaskQueue } from '../../src/ports/task-queue.ts';
import type { Tenure } from '../../src/ports/tenures.ts';
import type { Store } from '../../src/store/store.ts';

let repositories = 40_000;

/** `open` gives the store; each test keeps to repositories and installations of its own. */
export function tenuresContract(
  open: () => Pick<Store, 'tenures' | 'documents' | 'blobs'> & { queue: TaskQueue },
): void {
  const place = () => {
    repositories += 1;
    return { installation: repositories + 1_000_000, id: repositories, owner: 'acme', name: 'books' };
  };
  const keyOf = (id: number, name = 'state') => `repository/${id}/${name}`;

  async function held(ref: ReturnType<typeof place>): Promise<Tenure> {
    const { tenure } = await open().tenures.claim(ref);
    expect(await open().tenures.confirm(tenure)).toBe(true);
    return tenure;
  }

  async function keptOf(id: number): Promise<string[]> {
    const blobs = await open().blobs.get([`blob-of-${id}`]);
    return [...(await open().documents.keys(`repository/${id}/`)), ...blobs.keys()];
  }

  const within = (tenure: Tenure) => {
    const { documents, blobs } = open().tenures.within(tenure);
    const { repository } = tenure;
    return {
      write: (text = 'a ledger') => documents.write([{ key: keyOf(repository), text }]),
      put: () =>
        blobs.put(
          `repository/${repository}`,
          new Map([[`blob-of-${repository}`, new TextEncoder().encode('class {}')]]),
        ),
    };
  };

  describe('a tenure', () => {
    test('holds from its confirmation on, and is the same for whoever comes later', async () => {
      const ref = place();
      const { tenure, state } = await open().tenures.claim(ref);
      expect(state).toBe('claimed');
      await expect(within(tenure).write()).rejects.toMatchObject({ code: 'cancelled' });
      expect(await open().tenures.confirm(tenure)).toBe(true);
      expect(await within(tenure).write()).toBe(true);
      await within(tenure).put();
      expect(await open().tenures.claim(ref)).toEqual({ tenure, state: 'held' });
      expect(await open().tenures.of(ref.id)).toEqual({ tenure, state: 'held' });
      expect(await keptOf(ref.id)).toEqual([keyOf(ref.id), `blob-of-${ref.id}`]);
    });

    test('ends with the removal, before anything is forgotten: what is under way keeps nothing more', async () => {
      const ref = place();
      const tenure = await held(ref);
      await within(tenure).write();
      await open().queue.add({ kind: 'forget-repository', repository: ref }, null);
      await expect(within(tenure).write()).rejects.toMatchObject({ code: 'cancelled' });
      await expect(within(tenure).put()).rejects.toMatchObject({ code: 'cancelled' });
      expect(await open().tenures.ended(ref.installation)).toEqual([ref.id]);
      await open().tenures.forget(ref.id, ref.installation);
      await expect(within(tenure).write()).rejects.toMatchObject({ code: 'cancelled' });
      expect(await keptOf(ref.id)).toEqual([]);
      expect(await open().tenures.of(ref.id)).toBeNull();
    });

    test('of writers at work when everything goes, none leaves anything', async () => {
      const ref = place();
      const tenure = await held(ref);
      let refused = 0;
      const writer = async () => {
        for (let round = 0; ; round++) {
          await Promise.all([within(tenure).write(`round ${round}`), within(tenure).put()]);
        }
      };
      const writers = Array.from({ length: 4 }, () =>
        writer().catch((error) => {
          expect(error).toMatchObject({ code: 'cancelled' });
          refused += 1;
        }),
      );
      while ((await keptOf(ref.id)).length < 2) await Promise.resolve();
      await open().queue.add({ kind: 'forget-installation', installation: ref.installation }, null);
      await open().tenures.forget(ref.id, ref.installation);
      await Promise.all(writers);
      expect(refused).toBe(4);
      expect(await keptOf(ref.id)).toEqual([]);
    });

    test('that begins again is another one, and what was begun before it stays refused', async () => {
      const ref = place();
      const former = await held(ref);
      await within(former).write('of before');
      await open().queue.add({ kind: 'forget-repository', repository: ref }, null);
      const again = await held(ref);
      expect(again.number).not.toBe(former.number);
      await expect(within(former).write()).rejects.toMatchObject({ code: 'cancelled' });
      // the removal is done late: by then the App is there again
      await open().tenures.forget(ref.id, ref.installation);
      expect(await within(again).write('of now')).toBe(true);
      expect(await keptOf(ref.id)).toEqual([keyOf(ref.id)]);
    });

    test('of a claim that nobody confirmed gives way to a removal', async () => {
      const ref = place();
      const { tenure } = await open().tenures.claim(ref);
      await open().queue.add({ kind: 'forget-repository', repository: ref }, null);
      expect(await open().tenures.confirm(tenure)).toBe(false);
      await open().tenures.forget(ref.id, ref.installation);
      expect(await open().tenures.confirm(tenure)).toBe(false);
      expect(await open().tenures.of(ref.id)).toBeNull();
    });

    test('goes over to another installation with what is kept, and the removal from the former takes nothing', async () => {
      const ref = place();
      const former = await held(ref);
      await within(former).write();
      const transferred = { ...ref, installation: ref.installation + 5_000_000 };
      const now = await held(transferred);
      await expect(within(former).write()).rejects.toMatchObject({ code: 'cancelled' });
      await open().queue.add({ kind: 'forget-repository', repository: ref }, null);
      await open().queue.add({ kind: 'forget-installation', installation: ref.installation }, null);
      await open().tenures.forget(ref.id, ref.installation);
      expect(await open().tenures.ended(ref.installation)).toEqual([]);
      expect(await within(now).write('of now')).toBe(true);
      expect(await keptOf(ref.id)).toEqual([keyOf(ref.id)]);
    });

    test('of one repository ends without its neighbours', async () => {
      const [ref, neighbour] = [place(), place()];
      const tenures = [await held(ref), await held({ ...neighbour, installation: ref.installation })];
      for (const tenure of tenures) await within(tenure).write();
      await open().queue.add({ kind: 'forget-repository', repository: ref }, null);
      await open().tenures.forget(ref.id, ref.installation);
      expect(await keptOf(ref.id)).toEqual([]);
      expect(await keptOf(neighbour.id)).toEqual([keyOf(neighbour.id)]);
      await open().queue.add({ kind: 'forget-installation', installation: ref.installation }, null);
      expect(await open().tenures.ended(ref.installation)).toEqual([neighbour.id]);
    });
  });
}
