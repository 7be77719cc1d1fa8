// What the pages of the data branch are made of.

import type { FreshnessPolicy } from '../../core/freshness-policy.ts';
import type { Answering, LedgerHead } from '../../core/ledger-head.ts';
import type { ModelCard } from '../../core/model-card.ts';

/** Where the branch lies. */
export interface DataBranchPlace {
  /** Such as `https://github.com`. */
  readonly server: string;
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
  /** Whether it can be read without signing in; an internal repository cannot. */
  readonly isPublic: boolean;
}

export interface DataBranchView {
  readonly place: DataBranchPlace;
  /** The project's working directory; `''` for the whole repository. */
  readonly section: string;
  /** Of all projects on the branch, this one included. */
  readonly projects: readonly string[];
  /** The model in use; `null` before one is pinned. */
  readonly model: ModelCard | null;
  /** The ledger that speaks for it; `null` when none does. */
  readonly answering: Answering | null;
  readonly policy: FreshnessPolicy & { readonly warnWithin: number };
  /** `history.jsonl` so far; `null` when there is none. */
  readonly history: string | null;
  /** The ledger that is being saved; `null` when it is something else. */
  readonly saved: LedgerHead | null;
}
