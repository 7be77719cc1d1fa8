// An ExpectedFailure stays one between the process and its threads, where an error would otherwise be a bare message.

import { transferHandlers } from 'comlink';
import { ExpectedFailure, type FailureCode } from '../errors.ts';

interface Told {
  readonly code: FailureCode;
  readonly message: string;
  readonly remedy: string;
}

/** For both ends, before anything is said between them. */
export function keepFailures(): void {
  const plain = transferHandlers.get('throw');
  if (plain === undefined) throw new Error('comlink does not hand on what is thrown');
  transferHandlers.set('throw', {
    canHandle: plain.canHandle,
    serialize(thrown) {
      const { value } = thrown as { readonly value: unknown };
      if (!(value instanceof ExpectedFailure)) return plain.serialize(thrown);
      const { code, message, remedy } = value;
      return [{ told: { code, message, remedy } satisfies Told }, []];
    },
    deserialize(handed: { readonly told?: Told }) {
      if (handed.told === undefined) return plain.deserialize(handed);
      const { code, message, remedy } = handed.told;
      throw new ExpectedFailure(code, message, remedy);
    },
  });
}
