import { beforeAll, describe, expect, it } from 'vitest';
import { stubsForRecreation } from '../../../src/core/stub.ts';
import { loadJava } from '../../../src/languages/java.ts';
import type { Language } from '../../../src/ports.ts';
import { bodyIn, modelOf, rewritten } from './scriptorium.ts';

let java: Language;

beforeAll(async () => {
  java = await loadJava();
});

/** What a model that knows `before` writes for the named unit of `after`, whose own body says nothing. */
function answer(before: string, after: string, name: string, parameterCount?: number): Promise<string> {
  return rewritten(modelOf(java, before), java, after, name, parameterCount);
}

function scribe(...members: readonly string[]): string {
  return `package abbey;\n\npublic class Scribe {\n${members.map((member) => `    ${member}\n`).join('\n')}}\n`;
}

describe('renaming', () => {
  it('follows a parameter', async () => {
    const before = scribe('void copy(Folio folio) {\n        folio.turn();\n    }');
    const after = scribe('void copy(Folio page) { }');
    expect(await answer(before, after, 'copy')).toBe('{\n        page.turn();\n    }');
  });

  it('leaves members alone that have the name of a parameter', async () => {
    const before = scribe('void copy(Folio folio) {\n        book.folio.add(folio);\n    }');
    const after = scribe('void copy(Folio page) { }');
    expect(await answer(before, after, 'copy')).toBe('{\n        book.folio.add(page);\n    }');
  });

  it('follows the types of parameter and result', async () => {
    const before = scribe(
      'Folio copy(Folio folio) {\n        Folio fresh = new Folio(folio);\n        return fresh;\n    }',
    );
    const after = scribe('Leaf copy(Leaf leaf) { }');
    expect(await answer(before, after, 'copy')).toBe(
      '{\n        Leaf fresh = new Leaf(leaf);\n        return fresh;\n    }',
    );
  });

  it('follows the words in which two method names differ, in every case and in strings', async () => {
    const before = scribe(
      'void bindPsalter() {\n        log("binding the psalter");\n        Psalter psalter = openPsalter(PSALTER_SIZE);\n        close(psalter);\n    }',
    );
    const after = scribe('void bindMissal() { }');
    expect(await answer(before, after, 'bindMissal')).toBe(
      '{\n        log("binding the missal");\n        Missal missal = openMissal(MISSAL_SIZE);\n        close(missal);\n    }',
    );
  });

  it('follows a field that gave way to the one new field of its type', async () => {
    const before = scribe(
      'private Ink ink;',
      'void dip(Quill quill) {\n        quill.load(this.ink, ink.shade());\n    }',
    );
    const after = scribe('private Ink blackInk;', 'void dip(Quill quill) { }');
    expect(await answer(before, after, 'dip')).toBe('{\n        quill.load(this.blackInk, blackInk.shade());\n    }');
  });

  it('does not guess between two new fields of a type', async () => {
    const before = scribe('private Ink ink;', 'void dip(Quill quill) {\n        quill.load(ink);\n    }');
    const after = scribe('private Ink black;\n    private Ink red;', 'void dip(Quill quill) { }');
    expect(await answer(before, after, 'dip')).toBe('{\n        quill.load(ink);\n    }');
  });
});

describe('fitting the parameters', () => {
  it('passes on a parameter that was added', async () => {
    const before = scribe('void copy(Folio folio) {\n        desk.copy(folio);\n    }');
    const after = scribe('void copy(Folio folio, Ink ink) { }');
    expect(await answer(before, after, 'copy')).toBe('{\n        desk.copy(folio, ink);\n    }');
  });

  it('drops the argument of a parameter that vanished', async () => {
    const before = scribe(
      'void copy(Folio folio, Ink ink) {\n        desk.copy(table, ink);\n        desk.dry(folio);\n    }',
    );
    const after = scribe('void copy(Folio folio) { }');
    expect(await answer(before, after, 'copy')).toBe('{\n        desk.copy(table);\n        desk.dry(folio);\n    }');
  });

  it('assigns the new parameter of a constructor, and forgets the old one', async () => {
    const before = scribe(
      'private Ink ink;\n    private Knife knife;',
      'Scribe(Ink ink, Knife knife) {\n        super(DESK);\n        this.ink = ink;\n        this.knife = knife;\n    }',
    );
    const after = scribe('private Ink ink;\n    private Quill quill;', 'Scribe(Ink ink, Quill quill, Lamp lamp) { }');
    expect(await answer(before, after, '<init>')).toBe(
      '{\n        super(DESK);\n        this.ink = ink;\n        this.quill = quill;\n    }',
    );
  });
});

describe('carrying over an edit', () => {
  const BEFORE = scribe(
    'void copy(Folio folio) {\n        Checks.notNull(folio, "folio");\n        folio.turn();\n    }',
    'void gild(Folio folio) {\n        Checks.notNull(folio, "gilded");\n        folio.shine();\n    }',
  );

  it('repeats in the erased method what replaced an identifier that is gone', async () => {
    const after = scribe(
      'void copy(Folio folio) {\n        Objects.requireNonNull(folio, "folio");\n        folio.turn();\n    }',
      'void gild(Folio folio) { }',
    );
    expect(await answer(BEFORE, after, 'gild')).toBe(
      '{\n        Objects.requireNonNull(folio, "gilded");\n        folio.shine();\n    }',
    );
  });

  it('repeats nothing while the file still mentions what was replaced', async () => {
    const after = scribe(
      'void copy(Folio folio) {\n        Objects.requireNonNull(folio, "folio");\n        folio.turn();\n    }',
      'void gild(Folio folio) { }',
      'void keep(Folio folio) {\n        Checks.notNull(folio, "kept");\n    }',
    );
    expect(await answer(BEFORE, after, 'gild')).toContain('Checks.notNull(folio, "gilded")');
  });
});

describe('an unknown method', () => {
  it('passes its work on to a visible overload, with what the file passes elsewhere', async () => {
    const after = scribe(
      'Book bind(List<Folio> folios) { }',
      'Book bind(List<Folio> folios, Leather leather) {\n        Book book = press.close(folios);\n        leather.stretch(book);\n        return book;\n    }',
      'Book bindAll() {\n        return bind(all(), Leather.CALF);\n    }',
    );
    expect(await rewritten(modelOf(java), java, after, 'bind', 1)).toBe(
      '{\n        return bind(folios, Leather.CALF);\n    }',
    );
  });

  it('reads a field that it is named after', async () => {
    const after = scribe('private final Ink ink;', 'public Ink getInk() { }');
    expect(await rewritten(modelOf(java), java, after, 'getInk')).toBe('{\n        return ink;\n    }');
  });

  it('writes a field that it is named after, and returns its own object where it has to', async () => {
    const after = scribe('private Ink ink;', 'public void setInk(Ink fresh) { }', 'public Scribe withInk(Ink ink) { }');
    expect(await rewritten(modelOf(java), java, after, 'setInk')).toBe('{\n        this.ink = fresh;\n    }');
    expect(await rewritten(modelOf(java), java, after, 'withInk')).toBe(
      '{\n        this.ink = ink;\n        return this;\n    }',
    );
  });

  it('forwards to the object that its type decorates', async () => {
    const after =
      'class CarefulScribe implements Scribe {\n    private final Scribe novice;\n\n    @Override\n    public Folio copy(Folio folio, Ink ink) { }\n}\n';
    expect(await rewritten(modelOf(java), java, after, 'copy')).toBe(
      '{\n        return novice.copy(folio, ink);\n    }',
    );
  });

  it('assigns the fields of a constructor', async () => {
    const after = scribe('private final Ink ink;\n    private final Quill quill;', 'Scribe(Ink ink, Quill quill) { }');
    expect(await rewritten(modelOf(java), java, after, '<init>')).toBe(
      '{\n        this.ink = ink;\n        this.quill = quill;\n    }',
    );
  });

  it('takes the body that uses what the file imports for it', async () => {
    const before = scribe(
      'void rubricate(Folio folio) {\n        folio.paint(Red.CINNABAR);\n    }',
      'void illuminate(Folio folio) {\n        folio.paint(Gold.LEAF);\n    }',
    );
    const after = `import pigments.Gold;\n\n${scribe('void decorate(Folio folio) { }')}`;
    expect(await answer(before, after, 'decorate')).toBe('{\n        folio.paint(Gold.LEAF);\n    }');
  });

  it('takes over the indentation of its place', async () => {
    const before = scribe(
      'void copy(Folio folio) {\n        if (folio.dry()) {\n            folio.turn();\n        }\n    }',
    );
    const after = 'package abbey;\n\nclass Abbey {\n    class Cell {\n        void copy(Folio folio) { }\n    }\n}\n';
    expect(await answer(before, after, 'copy')).toBe(
      '{\n            if (folio.dry()) {\n                folio.turn();\n            }\n        }',
    );
  });

  it('is known by its package and name when its file moved to another module', async () => {
    const text = scribe(
      'void copy(Folio folio) {\n        folio.turn();\n    }',
      'void rest() {\n        sleep();\n    }',
    );
    const model = modelOf(java, text);
    const moved = java.parse('abbey-core/src/main/java/abbey/Scribe.java', text);
    const stubs = stubsForRecreation(moved, new Set(moved.units.map((unit) => unit.id)));
    for (const stub of stubs) {
      const answer = await model.regenerate(stub, { samples: 1, signal: new AbortController().signal });
      expect(answer).toMatchObject({ body: bodyIn(moved, stub.target.name) });
    }
  });
});
