// What an input of a step may look like: texts as the runner hands them over, and what becomes of them.

import { z } from 'zod';
import { globSchema } from '../config/sections.ts';

/** Characters of a word or a path, at most. */
export const LONGEST = 256;

export const word = z
  .string()
  .max(LONGEST)
  .regex(/^[^\p{C}]+$/u);

/** A word that may be missing. */
export const optional = z.union([z.literal('').transform(() => null), word]);

export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(words));
}

export function optionalNumber(form: RegExp, number: z.ZodNumber | z.ZodInt) {
  return z.union([z.literal('').transform(() => null), z.string().regex(form).transform(Number).pipe(number)]);
}

/** A path inside the repository, as git writes it: no `.`, no `..`, no slashes at its ends. */
export const path = z
  .string()
  .max(LONGEST)
  .regex(/^[^\p{C}\\]*$/u)
  .refine((text) => !/^\/|^[a-z]:/i.test(text) && !text.split('/').includes('..'))
  .transform((text) =>
    text
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/'),
  );

/** One a line; blank lines and comments count for nothing. */
export const globs = z
  .string()
  .transform((text) =>
    text
      .split(/\r\n|[\r\n]/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
  .pipe(z.array(globSchema).max(100));

export const branch = word
  .regex(/^(?![./-])(?!refs\/)[^\s~^:?*[\\]+$/)
  .refine((name) => !/\.\.|\/\/|\/\.|@\{|\.lock(\/|$)|[./]$/.test(name) && name !== '@');
