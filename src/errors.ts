// Failures that a user can cause or mend: one line that says what happened, one that says what to do.

export type FailureCode =
  | 'not-a-repository'
  | 'git-missing'
  | 'git-failed'
  | 'unknown-revision'
  | 'shallow-clone'
  | 'no-common-ancestor'
  | 'no-default-branch'
  | 'no-source-files'
  | 'not-a-directory'
  | 'not-readable'
  | 'not-writable'
  | 'disk-full'
  | 'bad-model-file'
  | 'model-of-another-project'
  | 'unknown-method'
  | 'no-ledger'
  | 'ledger-of-another-model'
  | 'ledger-busy'
  | 'model-unavailable'
  | 'trainer-missing'
  | 'training-failed'
  | 'bad-dataset'
  | 'bad-ledger-file'
  | 'bad-setting'
  | 'bad-settings-file'
  | 'bad-models-file'
  | 'bad-report'
  | 'bad-promotion-record'
  | 'no-champion'
  | 'jdk-missing'
  | 'output-in-use'
  | 'forge-refused'
  | 'forge-unavailable'
  | 'forge-not-found'
  | 'bad-event'
  | 'bad-archive'
  | 'database-in-use'
  | 'database-unavailable'
  | 'database-of-later-version'
  | 'wrong-data-key'
  | 'cancelled';

/** An expected failure. `message` says what happened; `remedy` what to do about it. Neither holds a secret. */
export class ExpectedFailure extends Error {
  readonly code: FailureCode;
  readonly remedy: string;

  constructor(code: FailureCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExpectedFailure';
    this.code = code;
    this.remedy = remedy;
  }
}

/** The system's error code (`ENOENT`, `ENOSPC`, …) of an unknown thrown value. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
