// The data branch as it stands at one commit: which files it holds, and their texts.

import { z } from 'zod';
import { DATA_FILES, isOurPage, projectsOn } from '../../core/data-branch.ts';
import { ExpectedFailure } from '../../errors.ts';
import { isState } from '../../pages/state-page.ts';
import type { GitHubRepository } from '../client.ts';
import { Contents } from '../contents.ts';
import { attempt } from '../failures.ts';
import { type TreeFile, type TreeFiles, Trees } from '../trees.ts';
import { foreignBranch } from './refusals.ts';

export interface Snapshot {
  /** `null` when there is no such branch. */
  readonly commit: string | null;
  readonly tree: string | null;
  readonly files: TreeFiles;
}

export const NO_BRANCH: Snapshot = { commit: null, tree: null, files: new Map() };

const TIP = `query ($owner: String!, $repo: String!, $ref: String!) {
  repository(owner: $owner, name: $repo) { ref(qualifiedName: $ref) { target { oid ... on Commit { tree { oid } } } } }
}`;

const tipSchema = z.object({ oid: z.string(), tree: z.object({ oid: z.string() }) });
type Tip = z.infer<typeof tipSchema>;
const tipAnswer = z.object({
  repository: z.object({ ref: z.object({ target: tipSchema }).nullable() }).nullable(),
});

/** Reads a branch. What has a name by its content is asked for once. Throws ExpectedFailures. */
export class BranchReader {
  readonly github: GitHubRepository;
  readonly branch: string;
  /** See DataBranchOptions. */
  readonly firstPauseMs: number;
  readonly #trees: Trees;
  readonly #contents: Contents;
  #latest: Snapshot | null = null;

  constructor(github: GitHubRepository, branch: string, firstPauseMs: number) {
    this.github = github;
    this.branch = branch;
    this.firstPauseMs = firstPauseMs;
    this.#trees = new Trees(github);
    this.#contents = new Contents(github, { queries: true });
  }

  /** As this reader last saw it; somebody may have been there since. `null` before the first look. */
  get latest(): Snapshot | null {
    return this.#latest;
  }

  /** As it stands now. Throws an ExpectedFailure for a branch that is somebody else's. */
  async read(): Promise<Snapshot> {
    const tip = await this.#tip();
    if (tip === null) this.#latest = NO_BRANCH;
    else if (this.#latest?.commit !== tip.oid) this.#latest = await this.#at(tip);
    return this.#latest ?? NO_BRANCH;
  }

  /** What this process has put there itself need not be read. */
  moved(to: Snapshot, written: Iterable<readonly [blob: string, bytes: Uint8Array]>): void {
    this.#latest = to;
    for (const [blob, bytes] of written) this.#contents.keep(blob, bytes);
  }

  /** By blob name. Throws `ledger-busy` where one is gone, as after somebody deleted the branch. */
  async texts(files: readonly TreeFile[]): Promise<ReadonlyMap<string, string>> {
    const bytes = new Map(files.map(({ blob }) => [blob, this.#contents.kept(blob)] as const));
    const missing = new Map(files.filter(({ blob }) => bytes.get(blob) === undefined).map((file) => [file.blob, file]));
    try {
      for (const part of this.#contents.parts(missing.values())) {
        for (const [blob, read] of await this.#contents.read(part)) bytes.set(blob, read);
      }
    } catch (error) {
      throw error instanceof ExpectedFailure && error.code === 'forge-not-found' ? pageGone(error) : error;
    }
    return new Map([...bytes].map(([blob, read = new Uint8Array()]) => [blob, Buffer.from(read).toString('utf8')]));
  }

  /** The text of a file; `null` when the snapshot does not hold it. */
  async text(at: Snapshot, path: string): Promise<string | null> {
    const file = at.files.get(path);
    return file === undefined ? null : ((await this.texts([file])).get(file.blob) ?? null);
  }

  /** Commit and tree in one request. */
  async #tip(): Promise<Tip | null> {
    const { api, owner, repo } = this.github;
    const answer = await attempt(`reading the branch ${this.branch}`, () =>
      api.graphql(TIP, { owner, repo, ref: `refs/heads/${this.branch}` }),
    );
    return tipAnswer.parse(answer).repository?.ref?.target ?? null;
  }

  async #at({ oid, tree }: Tip): Promise<Snapshot> {
    const at = { commit: oid, tree: tree.oid, files: await this.#trees.files(tree.oid) };
    if (!(await this.#isOurs(at))) throw foreignBranch(this.branch);
    return at;
  }

  async #isOurs(at: Snapshot): Promise<boolean> {
    if (at.files.size === 0 || projectsOn(new Set(at.files.keys())).length > 0) return true;
    if (isOurPage((await this.text(at, DATA_FILES.readme)) ?? '')) return true;
    return isState((await this.text(at, DATA_FILES.state)) ?? '');
  }
}

function pageGone(cause: ExpectedFailure): ExpectedFailure {
  return new ExpectedFailure(
    'ledger-busy',
    'a page of the ledger is gone from the data branch',
    'Run it again: somebody deleted the branch, or put another in its place.',
    { cause },
  );
}
