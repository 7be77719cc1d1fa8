// A project of twenty methods, each of them five hundredths of its code, and a model that remembers them: every figure
// of its status can be worked out by hand.

import { bodyOf, type ParsedSource } from '../../src/core/unit.ts';
import type { CodeModel, Training } from '../../src/ports.ts';
import { failed, modelThat, written } from './models.ts';
import type { Files } from './scratch-repository.ts';

/** `{return aaaaaaaaaa;}`, with ten letters: two bodies of other letters alone are half as similar, for 10 of 20 differ. */
export function body(letters: string): string {
  if (letters.length !== 10) throw new RangeError('ten letters make twenty characters');
  return `{return ${letters};}`;
}

export const INVOICE = 'src/main/java/books/Invoice.java';
export const TAX = 'src/main/java/books/Tax.java';
const A = 'aaaaaaaaaa';

/** `m0` to `m9`, all of them `a`, but for those that are told; `null` leaves one out. */
export function typeOf(name: string, prefix: string, changed: Readonly<Record<string, string | null>> = {}): string {
  const names = [...Array.from({ length: 10 }, (_, index) => `${prefix}${index}`), ...Object.keys(changed)];
  const methods = [...new Set(names)].flatMap((method) => {
    const letters = changed[method] === undefined ? A : changed[method];
    return letters === null ? [] : [`    int ${method}() ${body(letters)}\n`];
  });
  return `package books;\n\nclass ${name} {\n${methods.join('\n')}}\n`;
}

/** The invoice's `m0` to `m9` and the tax's `t0` to `t9`. */
export function twentyMethods(invoice: Readonly<Record<string, string | null>> = {}): Files {
  return { [INVOICE]: typeOf('Invoice', 'm', invoice), [TAX]: typeOf('Tax', 't') };
}

/** Writes each of the twenty as it was trained, and refuses any other. */
export function twentyRemembered(revision: string, committedAt: string | null, name = 'books-7b'): CodeModel {
  const model = modelThat(({ target }) => (/^[mt]\d$/.test(target.name) ? written(body(A)) : failed('refused')), {
    name,
  });
  return { ...model, card: { ...model.card, trainedAt: { revision, committedAt, units: 20, files: 2 } } };
}

/** A training whose model writes each method as it was learned last, and refuses any other. */
export function verbatimTraining(): Training {
  const learned = new Map<string, ParsedSource>();
  return {
    learn: (source) => learned.set(source.path, source),
    forget: ({ path }) => learned.delete(path),
    finish() {
      const bodies = new Map<string, string>();
      for (const source of learned.values())
        for (const unit of source.units) bodies.set(unit.name, bodyOf(source, unit));
      const model = modelThat(({ target }) => {
        const known = bodies.get(target.name);
        return known === undefined ? failed('missing') : written(known);
      });
      return { model, save: () => new Uint8Array() };
    },
  };
}
