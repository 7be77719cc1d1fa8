// The data branch as it stands at one commit: which files it holds, and their texts by blob name.

import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { DATA_BRANCH_MARKER, DATA_FILES, projectsOn } from '../../core/data-branch.ts';
import { isState } from '../../pages/state-page.ts';
import type { GitHubRepository } from '../client.ts';
import { readBlobs } from './blobs.ts';
import { foreignBranch } from './refusals.ts';

export interface Snapshot {
  /** `null` when there is no such branch. */
  readonly commit: string | null;
  readonly tree: string | null;
  /** Path → blob name, of every file. */
  readonly files: ReadonlyMap<string, string>;
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

/** Texts that are kept in memory, in UTF-16 code units. */
const KEPT_TEXT = 64 * 1024 * 1024;

/** Reads a branch. What has a name by its content is asked for once. */
export class BranchReader {
  readonly github: GitHubRepository;
  readonly branch: string;
  /** See DataBranchOptions. */
  readonly firstPauseMs: number;
  readonly #texts = new LRUCache<string, string>({ maxSize: KEPT_TEXT, sizeCalculation: (text) => text.length + 1 });
  #latest: Snapshot | null = null;

  constructor(github: GitHubRepository, branch: string, firstPauseMs: number) {
    this.github = github;
    this.branch = branch;
    this.firstPauseMs = firstPauseMs;
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
  moved(to: Snapshot, texts: Iterable<readonly [name: string, text: string]>): void {
    this.#latest = to;
    for (const [name, text] of texts) this.#texts.set(name, text);
  }

  /** By blob name. Throws `ledger-busy` where one is gone, as after somebody deleted the branch. */
  async texts(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const held = new Map(names.map((name) => [name, this.#texts.get(name)] as const));
    const missing = [...held].flatMap(([name, text]) => (text === undefined ? [name] : []));
    const read = await readBlobs(this.github, missing);
    for (const [name, text] of read) this.#texts.set(name, text);
    return new Map([...held].map(([name, text]) => [name, text ?? read.get(name) ?? '']));
  }

  /** The text of a file; `null` when the snapshot does not hold it. */
  async text(at: Snapshot, path: string): Promise<string | null> {
    const name = at.files.get(path);
    return name === undefined ? null : ((await this.texts([name])).get(name) ?? null);
  }

  /** Commit and tree in one request. */
  async #tip(): Promise<Tip | null> {
    const { api, owner, repo } = this.github;
    const answer = await api.graphql(TIP, { owner, repo, ref: `refs/heads/${this.branch}` });
    return tipAnswer.parse(answer).repository?.ref?.target ?? null;
  }

  async #at({ oid, tree }: Tip): Promise<Snapshot> {
    const files = new Map<string, string>();
    await this.#list(tree.oid, '', files);
    const at = { commit: oid, tree: tree.oid, files };
    if (!(await this.#isOurs(at))) throw foreignBranch(this.branch);
    return at;
  }

  async #isOurs(at: Snapshot): Promise<boolean> {
    if (at.files.size === 0 || projectsOn(new Set(at.files.keys())).length > 0) return true;
    const readme = await this.text(at, DATA_FILES.readme);
    return readme?.includes(DATA_BRANCH_MARKER) === true || isState((await this.text(at, DATA_FILES.state)) ?? '');
  }

  /** In one request; a tree that is too large for that is walked. */
  async #list(tree: string, folder: string, files: Map<string, string>): Promise<void> {
    const { api, owner, repo } = this.github;
    const where = { owner, repo, tree_sha: tree };
    const whole = (await api.rest.git.getTree({ ...where, recursive: '1' })).data;
    const listed = whole.truncated ? (await api.rest.git.getTree(where)).data : whole;
    for (const { path, type, sha } of listed.tree) {
      if (type === 'blob') files.set(`${folder}${path}`, sha);
      else if (type === 'tree' && whole.truncated) await this.#list(sha, `${folder}${path}/`, files);
    }
  }
}
