// The key of a server as operators give it, made one that a header can carry.

import { ExpectedFailure } from '../errors.ts';

/**
 * Blanks around a key come from files and secret stores. Throws `bad-setting` for what no header can carry: Node would print it.
 * `keyName`: where the operator puts it, for the message.
 */
export function readKey(given: string | null, keyName: string): string | null {
  const key = given?.trim() ?? '';
  if (key === '') return null;
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new ExpectedFailure(
    'bad-setting',
    `the key in ${keyName} holds characters that no key has`,
    'Copy it again, without line breaks.',
  );
}
