// Who asks: what the Authorization header of a request says.

import type { IncomingMessage } from 'node:http';
import type { Token, World } from './world.ts';

/** The token that a request came with, by whichever scheme; `bad`: unknown or expired; `null`: none. */
export function tokenOf(world: World, { headers }: IncomingMessage): Token | 'bad' | null {
  const bearer = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '')?.[1];
  const value = bearer ?? basicToken(headers.authorization);
  if (value === null) return null;
  const token = world.tokens.get(value);
  const expired = token !== undefined && token.expiresAt !== null && token.expiresAt <= world.now();
  return token === undefined || expired ? 'bad' : token;
}

/** The token of `Authorization: Basic`, whose user name says nothing; `null` when there is none. */
function basicToken(header: string | undefined): string | null {
  const encoded = /^basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  return Buffer.from(encoded, 'base64').toString().split(/:(.*)/s)[1] ?? null;
}
