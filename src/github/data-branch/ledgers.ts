// Ledgers on the data branch: a commit a save, with the shards that it touched and the files that follow from the head.

import { type LedgerPages, ledgerMeans } from '../../core/ledger-head.ts';
import { printHead } from '../../pages/ledger-pages.ts';
import type { LedgerStore, StoredLedger } from '../../ports.ts';
import type { TreeFile } from '../trees.ts';
import { type BranchProject, parsed } from './project.ts';
import { filesOfShard, shardFrom, shardIn } from './shard-files.ts';
import type { Snapshot } from './snapshot.ts';
import { commitTo } from './writer.ts';

/** The version of a ledger is the blob name of its head. */
export function ledgersOnBranch(project: BranchProject): LedgerStore {
  return {
    fingerprints: async () => project.fingerprints(await project.reader.read()),
    load: (fingerprint) => load(project, fingerprint),
    save: (expected, pages) => save(project, expected, pages),
  };
}

async function load(project: BranchProject, fingerprint: string): Promise<StoredLedger | null> {
  const at = await project.reader.read();
  const path = project.headPath(fingerprint);
  const [version, text] = [at.files.get(path)?.blob, await project.reader.text(at, path)];
  if (version === undefined || text === null) return null;
  const head = project.head(text, fingerprint);
  const files = shardFilesAt(project, at, fingerprint);
  return {
    version,
    head,
    async shards(names) {
      const wanted = names.map((name) => (name in head.shards ? (files.get(name) ?? []) : []));
      const texts = await project.reader.texts(wanted.flat());
      return new Map(
        names.map((name, index) => {
          const ofShard = (wanted[index] ?? []).map(({ blob }) => texts.get(blob) ?? '');
          return [name, parsed(`${project.ledgerPath(fingerprint)}shards/${name}`, '', () => shardFrom(ofShard))];
        }),
      );
    },
  };
}

interface ShardFile extends TreeFile {
  readonly path: string;
}

/** Shard → its files. */
function shardFilesAt(project: BranchProject, { files }: Snapshot, fingerprint: string): Map<string, ShardFile[]> {
  const folder = project.ledgerPath(fingerprint);
  const found = new Map<string, ShardFile[]>();
  for (const [path, file] of files) {
    const name = path.startsWith(folder) ? shardIn(path.slice(folder.length)) : null;
    if (name !== null) found.set(name, [...(found.get(name) ?? []), { path, ...file }]);
  }
  return found;
}

function save(project: BranchProject, expected: string | null, pages: LedgerPages): Promise<boolean> {
  const { head } = pages;
  const { fingerprint } = head.model;
  return commitTo(project.reader, async (at) => {
    const path = project.headPath(fingerprint);
    if ((at.files.get(path)?.blob ?? null) !== expected) return null;
    const files = new Map<string, string | null>(await project.following(at, { saved: head }));
    for (const [file, text] of shardChanges(project, at, expected, pages)) files.set(file, text);
    files.set(path, printHead({ head, files: {} }));
    return { files, title: titleOf(project, `ledger at ${head.standsAt.revision.slice(0, 7)}`) };
  });
}

/** Touched shards as they are now; what the head does not name, or holds in other files now, goes. */
function shardChanges(
  project: BranchProject,
  at: Snapshot,
  expected: string | null,
  { head, shards }: LedgerPages,
): Map<string, string | null> {
  const folder = project.ledgerPath(head.model.fingerprint);
  const there = shardFilesAt(project, at, head.model.fingerprint);
  const { units } = ledgerMeans(head);
  const changes = new Map<string, string | null>();
  for (const [name, files] of there) {
    if (shards.has(name) || !(name in head.shards)) for (const { path } of files) changes.set(path, null);
  }
  for (const name of Object.keys(head.shards)) {
    const shard = shards.get(name);
    if (shard === undefined && (expected === null || !there.has(name))) {
      throw new RangeError(`the head names shard ${name}, which was never saved`);
    }
    if (shard === undefined) continue;
    for (const [file, text] of filesOfShard(name, shard, units)) changes.set(`${folder}${file}`, text);
  }
  return changes;
}

export function titleOf({ section }: BranchProject, what: string): string {
  return `palimpsest: ${what}${section === '' ? '' : ` (${section})`}`;
}
