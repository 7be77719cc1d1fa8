// The JSON web token by which an App speaks for itself, checked as GitHub checks it.

import { verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { AppState } from './app-state.ts';
import { Refusal } from './reply.ts';
import type { World } from './world.ts';

const LONGEST_S = 600;

const header = z.object({ alg: z.string() });
const claims = z.object({ iat: z.number(), exp: z.number(), iss: z.union([z.string(), z.number()]) });

/** The three parts of the token that a request came with; `null` when it came with another one, or none. */
export function jwtOf({ headers }: IncomingMessage): string | null {
  const given = /^bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  return given.split('.').length === 3 ? given : null;
}

/** The App that signed it. Throws a Refusal in GitHub's words. */
export function appOf(world: World, jwt: string | null): AppState {
  if (jwt === null) throw new Refusal(401, 'A JSON web token could not be decoded');
  const [head = '', body = '', signature = ''] = jwt.split('.');
  const given = claims.safeParse(decoded(body));
  if (header.safeParse(decoded(head)).data?.alg !== 'RS256' || !given.success) {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  const { iat, exp, iss } = given.data;
  const app = world.apps.get(Number(iss));
  if (app === undefined) throw new Refusal(404, 'Integration not found');
  if (!verify('sha256', Buffer.from(`${head}.${body}`), app.publicKey, Buffer.from(signature, 'base64url'))) {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  const nowS = world.now() / 1_000;
  if (!Number.isInteger(iat) || iat > nowS + 1) {
    throw new Refusal(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (exp <= nowS) {
    throw new Refusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > nowS + LONGEST_S + 1) {
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  return app;
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}
