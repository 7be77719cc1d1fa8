// A task's leave to keep something of a repository, and what becomes of all that is kept when the App is gone from there.

import type { RepositoryRef, Task } from '../core/task.ts';
import { ExpectedFailure } from '../errors.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Tenure, Tenures } from '../ports/tenures.ts';
import { forgetName } from './known-repositories.ts';

interface Surroundings {
  readonly tenures: Tenures;
  readonly documents: DocumentStore;
  /** Which installation of the App has the repository now, by GitHub's word; `null` for none. */
  readonly installedAt: (ref: RepositoryRef) => Promise<number | null>;
}

/**
 * The tenure under which a task keeps what it finds out. GitHub is asked when there is none, and no more: a webhook may come
 * late, after the one that told of the removal. Throws `forge-not-found` where the App is not installed, and `cancelled` where
 * that changes meanwhile.
 */
export async function tenureFor(ref: RepositoryRef, surroundings: Surroundings): Promise<Tenure> {
  const { tenures, documents, installedAt } = surroundings;
  const there = await tenures.of(ref.id);
  const isOfAnother = there?.state === 'held' && there.tenure.installation !== ref.installation;
  if (there?.state === 'held' && !isOfAnother) return there.tenure;
  // what another installation has is not taken from it by hearsay
  if (isOfAnother && (await installedAt(ref)) !== ref.installation) throw notInstalled(ref);
  // first the claim, then the question: a removal that comes in between ends the claim
  const { tenure, state } = await tenures.claim(ref);
  if (state === 'held') return tenure;
  if ((await installedAt(ref)) !== ref.installation) {
    await tenures.end(tenure);
    await forgetRepository(ref.id, ref.installation, { tenures, documents });
    throw notInstalled(ref);
  }
  if (await tenures.confirm(tenure)) return tenure;
  throw new ExpectedFailure(
    'cancelled',
    'the App was removed while a task began',
    'It begins anew where it is needed.',
  );
}

/** Everything that is kept of what was left behind; nothing where the App is there again. */
export async function forget(
  task: Extract<Task, { kind: 'forget-installation' | 'forget-repository' }>,
  surroundings: Pick<Surroundings, 'tenures' | 'documents'>,
): Promise<void> {
  if (task.kind === 'forget-repository') {
    return forgetRepository(task.repository.id, task.repository.installation, surroundings);
  }
  for (const id of await surroundings.tenures.ended(task.installation)) {
    await forgetRepository(id, task.installation, surroundings);
  }
}

async function forgetRepository(
  id: number,
  installation: number,
  { tenures, documents }: Pick<Surroundings, 'tenures' | 'documents'>,
): Promise<void> {
  const there = await tenures.of(id);
  if (there === null || there.state === 'held') return;
  await forgetName(documents, id);
  await tenures.forget(id, installation);
}

function notInstalled({ owner, name, installation }: RepositoryRef): ExpectedFailure {
  return new ExpectedFailure(
    'forge-not-found',
    `the App is no longer installed on ${owner}/${name} (installation ${installation})`,
    'Nothing is to be done; what is kept of it is forgotten.',
  );
}
