// The inputs of a workflow step.

/** As the step's `with` says; every one has a default. */
export interface ActionInputs {
  readonly githubToken: string;
  readonly provider: 'embedded' | 'openai';
  /** Of the provider; with `embedded`, what the team's own model is called, whose shadow the embedded one then is. */
  readonly model: string | null;
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  readonly trainedAt: string | null;
  /** Path of the settings file on the default branch. */
  readonly config: string;
  readonly failOn: 'never' | 'stale';
  /** Points that a change may cost freshness; `null` for no bound. */
  readonly maximumDrop: number | null;
  readonly comment: 'changes' | 'always' | 'never';
  /** `null`: as the settings file says. */
  readonly samples: number | null;
  readonly maxMethods: number | null;
  /** Globs, `!` excludes; empty for every path. */
  readonly paths: readonly string[];
  readonly dataBranch: string;
  /** Without slashes at its ends; `''` for the whole repository. */
  readonly workingDirectory: string;
}
