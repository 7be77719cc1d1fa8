// What one project has on the branch, read whole: its ledgers' heads, its state, its history; and the files that follow from them.

import { DATA_FILES, isOurPage, onBranch, projectsOn } from '../../core/data-branch.ts';
import type { LedgerHead } from '../../core/ledger-head.ts';
import { compareText } from '../../core/text-order.ts';
import { ExpectedFailure } from '../../errors.ts';
import { fingerprintOf, ledgerFolder, parseHead } from '../../pages/ledger-pages.ts';
import { parseState } from '../../pages/state-page.ts';
import type { KeptState } from '../../ports/forge.ts';
import type { BranchReader, Snapshot } from './snapshot.ts';

/** What a project will have on the branch with the commit that is being made. */
export interface ProjectContents {
  /** The ledger that the commit saves; `null` when it saves the state. */
  readonly saved: LedgerHead | null;
  /** Of every ledger of the project, that one included; by fingerprint. */
  readonly heads: readonly LedgerHead[];
  readonly state: KeptState | null;
  /** The text of `history.jsonl` so far; `null` when there is none. */
  readonly history: string | null;
  /** The projects on the branch, this one included, by their working directories; `''` is the whole repository. */
  readonly projects: readonly string[];
}

/** Gives the files that follow, by their paths from the root of the branch. What it does not give stays as it is. */
export type FilesOf = (contents: ProjectContents) => Readonly<Record<string, string>>;

export class BranchProject {
  readonly reader: BranchReader;
  readonly section: string;
  readonly #filesOf: FilesOf;

  constructor(reader: BranchReader, section: string, filesOf: FilesOf) {
    this.reader = reader;
    this.section = section;
    this.#filesOf = filesOf;
  }

  get statePath(): string {
    return onBranch(this.section, DATA_FILES.state);
  }

  /** With the slash. */
  ledgerPath(fingerprint: string): string {
    return onBranch(this.section, `ledger/${ledgerFolder(fingerprint)}/`);
  }

  headPath(fingerprint: string): string {
    return `${this.ledgerPath(fingerprint)}head.json`;
  }

  /** Sorted. */
  fingerprints({ files }: Snapshot): string[] {
    const start = onBranch(this.section, 'ledger/');
    return [...files.keys()]
      .flatMap((path) => {
        const folder = path.startsWith(start) && path.endsWith('/head.json') ? path.slice(start.length, -10) : '';
        return fingerprintOf(folder) ?? [];
      })
      .sort();
  }

  head(text: string, fingerprint: string): LedgerHead {
    const path = this.headPath(fingerprint);
    const { head } = parsed(path, text, parseHead);
    if (head.model.fingerprint === fingerprint) return head;
    throw new ExpectedFailure(
      'bad-ledger-file',
      `the ledger in ${path} of the branch ${this.reader.branch} is of another model`,
      'Delete its folder on that branch: the next run begins it anew.',
    );
  }

  async state(at: Snapshot): Promise<KeptState | null> {
    const text = await this.reader.text(at, this.statePath);
    return text === null ? null : parseState(text, `${this.statePath} of the branch ${this.reader.branch}`);
  }

  /** The files that follow from what is saved, to be committed with it. A README that somebody else wrote stays. */
  async following(
    at: Snapshot,
    { saved = null, state }: { readonly saved?: LedgerHead | null; readonly state?: KeptState } = {},
  ): Promise<Map<string, string>> {
    const others = this.fingerprints(at).filter((fingerprint) => fingerprint !== saved?.model.fingerprint);
    const history = onBranch(this.section, DATA_FILES.history);
    const readmes = [DATA_FILES.readme, onBranch(this.section, DATA_FILES.readme)];
    const wanted = [...others.map((fingerprint) => this.headPath(fingerprint)), this.statePath, history, ...readmes];
    await this.reader.texts([...new Set(wanted.flatMap((path) => at.files.get(path) ?? []))]);
    const heads = await Promise.all(
      others.map(async (fingerprint) =>
        this.head((await this.reader.text(at, this.headPath(fingerprint))) ?? '', fingerprint),
      ),
    );
    const files = this.#filesOf({
      saved,
      heads: [...heads, ...(saved === null ? [] : [saved])].sort((a, b) =>
        compareText(a.model.fingerprint, b.model.fingerprint),
      ),
      state: state ?? (await this.state(at)),
      history: await this.reader.text(at, history),
      projects: [...new Set([...projectsOn(new Set(at.files.keys())), this.section])].sort(),
    });
    const theirs = new Set<string>();
    for (const path of readmes) {
      const text = await this.reader.text(at, path);
      if (text !== null && !isOurPage(text)) theirs.add(path);
    }
    return new Map(Object.entries(files).filter(([path]) => !theirs.has(path)));
  }
}

/** What another program wrote there, or a later version, is told apart from a bug. */
export function parsed<T>(path: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    throw new ExpectedFailure(
      'bad-ledger-file',
      `${path} on the data branch is damaged, or of a later version of palimpsest`,
      'Update palimpsest; or delete the ledger’s folder on that branch: the next run begins it anew.',
      { cause: error },
    );
  }
}
