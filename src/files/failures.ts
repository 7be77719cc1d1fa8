// What the file system refuses, said so that the user can mend it.

import { ExpectedFailure, systemErrorCode } from '../errors.ts';

/** An ExpectedFailure for an error met while writing `path`; an error that is no system error is given back as it is. */
export function writeFailure(path: string, error: unknown): unknown {
  if (error instanceof ExpectedFailure) return error;
  switch (systemErrorCode(error)) {
    case undefined:
      return error;
    case 'ENOSPC':
    case 'EDQUOT':
      return new ExpectedFailure(
        'disk-full',
        `the disk is full: ${path} was not written`,
        'Free some space and run the command again; nothing was overwritten.',
        { cause: error },
      );
    case 'ENOENT':
      return new ExpectedFailure(
        'not-writable',
        `${path} cannot be written: its folder does not exist`,
        'Make the folder, or name another output.',
        { cause: error },
      );
    default:
      return new ExpectedFailure(
        'not-writable',
        `${path} cannot be written (${systemErrorCode(error)})`,
        'Check its permissions, or name another output.',
        { cause: error },
      );
  }
}
