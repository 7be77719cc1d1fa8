// What a change did to the units of a project, told on a small bookkeeping library and on real Java.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangeSet, findChanges, type UnitChange } from '../../src/core/changes.ts';
import { splice } from '../../src/core/stub.ts';
import { bodyOf, type MethodUnit, type ParsedSource } from '../../src/core/unit.ts';
import { loadJava } from '../../src/languages/java.ts';

const java = await loadJava();

type Project = Readonly<Record<string, string>>;

/** The change from one state of a project to another; like the jobs, it hands over only the files that differ. */
function changesBetween(before: Project, after: Project): ChangeSet {
  return findChanges(sourcesOf(before, after), sourcesOf(after, before), java.tokenize);
}

function sourcesOf(project: Project, other: Project): ParsedSource[] {
  return Object.entries(project)
    .filter(([path, text]) => other[path] !== text)
    .map(([path, text]) => java.parse(path, text));
}

/** The change as a reader would tell it, one line a unit. */
function told(changes: ChangeSet) {
  return {
    changed: changes.changed.map(line),
    cosmetic: changes.cosmetic.map(line),
    movedOnly: changes.movedOnly.map(line),
    deleted: changes.deleted.map(({ unit }) => unit.id),
  };
}

function line({ change, current, previous }: UnitChange): string {
  const from = previous === null || previous.unit.id === current.unit.id ? '' : ` ← ${previous.unit.id}`;
  return `${change} ${current.unit.id}${from}`;
}

const NOTHING = { changed: [], cosmetic: [], movedOnly: [], deleted: [] };

const TOTAL = `int total() {
        int sum = 0;
        for (Line line : lines) {
            sum += line.amount() * line.quantity();
        }
        return sum;
    }`;

const REMIND = `void remind(Customer customer) {
        if (dueDate.isAfter(clock.today())) {
            return;
        }
        mail.send(customer.address(), "Invoice " + number + " is due");
        reminders.add(clock.today());
    }`;

const ARCHIVE = `void archive(Shelf shelf) {
        shelf.lend(this);
        archivedOn = clock.today();
        journal.write("archived " + number);
    }`;

const invoice = (...members: readonly string[]) => classOf('Invoice', ...members);

function classOf(name: string, ...members: readonly string[]): string {
  return `package books;\n\npublic class ${name} {\n    ${members.join('\n\n    ')}\n}\n`;
}

describe('units that kept their id', () => {
  test('an edited body is a modified method, and its neighbours are not mentioned', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND) };
    const after = { 'Invoice.java': invoice(TOTAL.replace('sum = 0', 'sum = discount'), REMIND) };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['modified Invoice.java#Invoice.total()'],
    });
  });

  test('a method that only stands elsewhere in its class did not change', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND) };
    const after = { 'Invoice.java': invoice(REMIND, TOTAL) };
    expect(told(changesBetween(before, after))).toEqual(NOTHING);
  });

  test('another modifier or annotation with the same body is no change of the body', () => {
    const before = { 'Invoice.java': invoice(TOTAL) };
    const after = { 'Invoice.java': invoice(`@Deprecated public ${TOTAL}`) };
    expect(told(changesBetween(before, after))).toEqual(NOTHING);
  });

  test('other white space or comments alone are cosmetic', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND) };
    const after = {
      'Invoice.java': invoice(
        TOTAL.replace('int sum = 0;', 'int sum   =   0; // in cents'),
        REMIND.replaceAll('\n', '\r\n'),
      ),
    };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      cosmetic: ['modified Invoice.java#Invoice.remind(Customer)', 'modified Invoice.java#Invoice.total()'],
    });
  });

  test('white space inside a string is code', () => {
    const before = { 'Invoice.java': invoice(REMIND) };
    const after = { 'Invoice.java': invoice(REMIND.replace('" is due"', '" is  due"')) };
    expect(told(changesBetween(before, after)).changed).toEqual(['modified Invoice.java#Invoice.remind(Customer)']);
  });

  test('two methods that swap their bodies are both modified, not renamed into each other', () => {
    const opened = 'int opened() {\n        return ledger.firstEntry().day().toEpochDay();\n    }';
    const closed = 'int closed() {\n        return calendar.endOf(quarter).minusDays(grace);\n    }';
    const before = { 'Ledger.java': classOf('Ledger', opened, closed) };
    const after = {
      'Ledger.java': classOf('Ledger', opened.replace('opened', 'closed'), closed.replace('closed', 'opened')),
    };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['modified Ledger.java#Ledger.closed()', 'modified Ledger.java#Ledger.opened()'],
    });
  });

  test('each overload is matched with itself', () => {
    const byDay = 'void book(Day day) {\n        entries.add(Entry.of(day));\n    }';
    const byDayAndSum = 'void book(Day day, int sum) {\n        entries.add(Entry.of(day).with(sum));\n    }';
    const before = { 'Ledger.java': classOf('Ledger', byDay, byDayAndSum) };
    const after = { 'Ledger.java': classOf('Ledger', byDayAndSum.replace('with(sum)', 'with(sum, tax)'), byDay) };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['modified Ledger.java#Ledger.book(Day,int)'],
    });
  });
});

describe('units that came and went', () => {
  test('a new method is added, a vanished one deleted', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND) };
    const after = { 'Invoice.java': invoice(TOTAL, ARCHIVE) };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['added Invoice.java#Invoice.archive(Shelf)'],
      deleted: ['Invoice.java#Invoice.remind(Customer)'],
    });
  });

  test('a whole new file and a whole deleted file', () => {
    const before = { 'Invoice.java': invoice(TOTAL) };
    const after = { 'Shelf.java': classOf('Shelf', 'void lend(Book book) {\n        lent.put(book, today());\n    }') };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['added Shelf.java#Shelf.lend(Book)'],
      deleted: ['Invoice.java#Invoice.total()'],
    });
  });

  test('a method without a body is no unit, and becomes an added one when it gets a body', () => {
    const before = { 'Account.java': 'interface Account {\n    int balance();\n}\n' };
    const after = { 'Account.java': 'interface Account {\n    default int balance() {\n        return 0;\n    }\n}\n' };
    expect(told(changesBetween(before, after)).changed).toEqual(['added Account.java#Account.balance()']);
  });
});

describe('renamed units', () => {
  test('another name for the same body is a renamed method, not one lost and one found', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND) };
    const after = { 'Invoice.java': invoice(TOTAL.replace('total', 'grandTotal'), REMIND) };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['renamed Invoice.java#Invoice.grandTotal() ← Invoice.java#Invoice.total()'],
    });
  });

  test('renamed and edited at once', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND) };
    const edited = TOTAL.replace('total', 'grandTotal').replace('int sum = 0', 'int sum = fees()');
    const after = { 'Invoice.java': invoice(edited, REMIND) };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['renamed Invoice.java#Invoice.grandTotal() ← Invoice.java#Invoice.total()'],
    });
  });

  test('other parameters are a renamed method, even where half of the body is new', () => {
    const before = { 'Invoice.java': invoice(REMIND) };
    const after = {
      'Invoice.java': invoice(
        REMIND.replace('Customer customer', 'Customer customer, Day day')
          .replace('dueDate.isAfter(clock.today())', 'dueDate.isAfter(day)')
          .replace('reminders.add(clock.today())', 'reminders.add(day)'),
      ),
    };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['renamed Invoice.java#Invoice.remind(Customer,Day) ← Invoice.java#Invoice.remind(Customer)'],
    });
  });

  test('two getters with equal bodies are renamed each to one', () => {
    const getter = (name: string) => `String ${name}() {\n        return label;\n    }`;
    const before = { 'Book.java': classOf('Book', getter('getName'), getter('getTitle')) };
    const after = { 'Book.java': classOf('Book', getter('name'), getter('title')) };
    const { changed, deleted } = changesBetween(before, after);
    expect(deleted).toEqual([]);
    expect(changed.map(({ change }) => change)).toEqual(['renamed', 'renamed']);
    expect(changed.map(({ previous }) => previous?.unit.name).sort()).toEqual(['getName', 'getTitle']);
  });

  test('getters with bodies of their own find their own predecessor', () => {
    const getter = (name: string, field: string) => `String ${name}() {\n        return ${field};\n    }`;
    const before = { 'Book.java': classOf('Book', getter('getIsbn', 'isbn'), getter('getTitle', 'title')) };
    const after = { 'Book.java': classOf('Book', getter('title', 'title'), getter('isbn', 'isbn')) };
    expect(told(changesBetween(before, after)).changed).toEqual([
      'renamed Book.java#Book.isbn() ← Book.java#Book.getIsbn()',
      'renamed Book.java#Book.title() ← Book.java#Book.getTitle()',
    ]);
  });

  test('trivial methods of unrelated types are never one method', () => {
    const nothing = (name: string) => `Object ${name}() {\n        return null;\n    }`;
    const before = { 'Ledger.java': classOf('Ledger', TOTAL, nothing('lastEntry')) };
    const after = { 'Ledger.java': classOf('Ledger', TOTAL), 'Shelf.java': classOf('Shelf', nothing('owner')) };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['added Shelf.java#Shelf.owner()'],
      deleted: ['Ledger.java#Ledger.lastEntry()'],
    });
  });

  test('not even where they happen to share a name', () => {
    const nothing = 'Object owner() {\n        return null;\n    }';
    const before = { 'Ledger.java': classOf('Ledger', TOTAL, nothing) };
    const after = { 'Ledger.java': classOf('Ledger', TOTAL), 'Shelf.java': classOf('Shelf', nothing) };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['added Shelf.java#Shelf.owner()'],
      deleted: ['Ledger.java#Ledger.owner()'],
    });
  });
});

describe('moved units', () => {
  test('constructors are all called alike, so a new class has a new one', () => {
    const keeper = (type: string, what: string) =>
      classOf(
        type,
        `${type}(String ${what}) {\n        this.${what} = ${what};\n        this.openedOn = today();\n    }`,
      );
    const changes = changesBetween(
      { 'Customer.java': keeper('Customer', 'name') },
      { 'Shelf.java': keeper('Shelf', 'location') },
    );
    expect(told(changes)).toEqual({
      ...NOTHING,
      changed: ['added Shelf.java#Shelf.<init>(String)'],
      deleted: ['Customer.java#Customer.<init>(String)'],
    });
  });

  test('a method that moved to another type and kept its code only moved', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND), 'Dunning.java': classOf('Dunning', ARCHIVE) };
    const after = { 'Invoice.java': invoice(TOTAL), 'Dunning.java': classOf('Dunning', ARCHIVE, REMIND) };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      movedOnly: ['moved Dunning.java#Dunning.remind(Customer) ← Invoice.java#Invoice.remind(Customer)'],
    });
  });

  test('a method that moved and was edited is a change', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND), 'Dunning.java': classOf('Dunning', ARCHIVE) };
    const after = {
      'Invoice.java': invoice(TOTAL),
      'Dunning.java': classOf('Dunning', ARCHIVE, REMIND.replace('" is due"', '" is overdue"')),
    };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      changed: ['moved Dunning.java#Dunning.remind(Customer) ← Invoice.java#Invoice.remind(Customer)'],
    });
  });

  test('a method that moved into a nested type of its file', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND) };
    const after = { 'Invoice.java': invoice(TOTAL, `static class Reminder {\n    ${REMIND}\n    }`) };
    expect(told(changesBetween(before, after)).movedOnly).toEqual([
      'moved Invoice.java#Invoice.Reminder.remind(Customer) ← Invoice.java#Invoice.remind(Customer)',
    ]);
  });

  test('of equal bodies that went, the one with the same name is the predecessor', () => {
    const before = {
      'Account.java': classOf('Account', ARCHIVE, TOTAL.replace('total', 'summarize')),
      'Invoice.java': invoice(ARCHIVE, TOTAL),
    };
    const after = {
      'Account.java': classOf('Account', ARCHIVE),
      'Invoice.java': invoice(ARCHIVE),
      'Sums.java': classOf('Sums', TOTAL),
    };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      movedOnly: ['moved Sums.java#Sums.total() ← Invoice.java#Invoice.total()'],
      deleted: ['Account.java#Account.summarize()'],
    });
  });

  test('and of equal names the one that stayed in its file', () => {
    const before = { 'Account.java': classOf('Account', ARCHIVE, TOTAL), 'Invoice.java': invoice(ARCHIVE, TOTAL) };
    const after = {
      'Account.java': classOf('Account', ARCHIVE),
      'Invoice.java': invoice(ARCHIVE, `static class Sums {\n    ${TOTAL}\n    }`),
    };
    expect(told(changesBetween(before, after))).toEqual({
      ...NOTHING,
      movedOnly: ['moved Invoice.java#Invoice.Sums.total() ← Invoice.java#Invoice.total()'],
      deleted: ['Account.java#Account.total()'],
    });
  });

  test('another indentation on the way is no edit', () => {
    const before = { 'Invoice.java': invoice(TOTAL, REMIND) };
    const deeper = REMIND.replaceAll('\n', '\n        ');
    const after = { 'Invoice.java': invoice(TOTAL), 'Dunning.java': classOf('Dunning', deeper) };
    expect(told(changesBetween(before, after)).movedOnly).toEqual([
      'moved Dunning.java#Dunning.remind(Customer) ← Invoice.java#Invoice.remind(Customer)',
    ]);
  });
});

describe('files that were renamed or split', () => {
  const INVOICE = invoice(TOTAL, REMIND, ARCHIVE);

  test('a renamed file without edits moved all of its methods', () => {
    const changes = changesBetween({ 'books/Invoice.java': INVOICE }, { 'billing/Invoice.java': INVOICE });
    expect(told(changes)).toEqual({
      ...NOTHING,
      movedOnly: [
        'moved billing/Invoice.java#Invoice.archive(Shelf) ← books/Invoice.java#Invoice.archive(Shelf)',
        'moved billing/Invoice.java#Invoice.remind(Customer) ← books/Invoice.java#Invoice.remind(Customer)',
        'moved billing/Invoice.java#Invoice.total() ← books/Invoice.java#Invoice.total()',
      ],
    });
  });

  test('a renamed file with edits: the edited method changed, the rest moved', () => {
    const edited = INVOICE.replace('package books;', 'package billing;').replace('sum = 0', 'sum = discount');
    const changes = told(changesBetween({ 'books/Invoice.java': INVOICE }, { 'billing/Invoice.java': edited }));
    expect(changes.changed).toEqual([
      'moved billing/Invoice.java#Invoice.total() ← books/Invoice.java#Invoice.total()',
    ]);
    expect(changes.movedOnly).toHaveLength(2);
    expect(changes.deleted).toEqual([]);
  });

  test('in a renamed file even a method that was rewritten from scratch keeps its predecessor', () => {
    const rewritten = INVOICE.replace(TOTAL, 'int total() {\n        return ledger.sumOf(this);\n    }');
    const changes = told(changesBetween({ 'books/Invoice.java': INVOICE }, { 'billing/Invoice.java': rewritten }));
    expect(changes.changed).toEqual([
      'moved billing/Invoice.java#Invoice.total() ← books/Invoice.java#Invoice.total()',
    ]);
  });

  test('class and file renamed together, constructor and getters included', () => {
    const members = (type: string) => [
      `${type}(int number) {\n        this.number = number;\n    }`,
      'int number() {\n        return number;\n    }',
      TOTAL,
      REMIND,
    ];
    const changes = changesBetween(
      { 'Invoice.java': classOf('Invoice', ...members('Invoice')) },
      { 'Bill.java': classOf('Bill', ...members('Bill')) },
    );
    expect(told(changes)).toEqual({
      ...NOTHING,
      movedOnly: [
        'moved Bill.java#Bill.<init>(int) ← Invoice.java#Invoice.<init>(int)',
        'moved Bill.java#Bill.number() ← Invoice.java#Invoice.number()',
        'moved Bill.java#Bill.remind(Customer) ← Invoice.java#Invoice.remind(Customer)',
        'moved Bill.java#Bill.total() ← Invoice.java#Invoice.total()',
      ],
    });
  });

  test('a file split in two: what went to the second file moved there', () => {
    const changes = changesBetween(
      { 'Invoice.java': invoice(TOTAL, REMIND, ARCHIVE) },
      { 'Invoice.java': invoice(TOTAL), 'Dunning.java': classOf('Dunning', REMIND, ARCHIVE) },
    );
    expect(told(changes)).toEqual({
      ...NOTHING,
      movedOnly: [
        'moved Dunning.java#Dunning.archive(Shelf) ← Invoice.java#Invoice.archive(Shelf)',
        'moved Dunning.java#Dunning.remind(Customer) ← Invoice.java#Invoice.remind(Customer)',
      ],
    });
  });

  test('a file split in two new ones', () => {
    const changes = changesBetween(
      { 'Invoice.java': invoice(TOTAL, REMIND, ARCHIVE) },
      { 'Bill.java': classOf('Bill', TOTAL), 'Dunning.java': classOf('Dunning', REMIND, ARCHIVE) },
    );
    expect(told(changes).changed).toEqual([]);
    expect(told(changes).deleted).toEqual([]);
    expect(changes.movedOnly.map(({ current }) => current.unit.id)).toEqual([
      'Bill.java#Bill.total()',
      'Dunning.java#Dunning.archive(Shelf)',
      'Dunning.java#Dunning.remind(Customer)',
    ]);
  });

  test('of two equally like files the one with the same name is the predecessor', () => {
    const changes = changesBetween(
      { 'old/Bill.java': INVOICE, 'old/Invoice.java': INVOICE },
      { 'new/Invoice.java': INVOICE },
    );
    expect(changes.movedOnly.map(({ previous }) => previous?.source.path)).toEqual([
      'old/Invoice.java',
      'old/Invoice.java',
      'old/Invoice.java',
    ]);
    expect(new Set(changes.deleted.map(({ source }) => source.path))).toEqual(new Set(['old/Bill.java']));
  });
});

// ── What always holds ──────────────────────────────────────────────────────────────────────────────────────────────

const LIBRARY = fileURLToPath(
  new URL('../../node_modules/capacitor-android-8.0/capacitor/src/main/java/com/getcapacitor/', import.meta.url),
);
const REAL_FILES = ['PluginCall', 'JSObject', 'Logger', 'FileUtils', 'PluginResult'].map((name) => {
  const path = `com/getcapacitor/${name}.java`;
  return java.parse(path, readFileSync(`${LIBRARY}${name}.java`, 'utf8'));
});

/** One edit of a real unit: the text that stands where its declaration stood. */
const EDITS: readonly ((source: ParsedSource, unit: MethodUnit) => string)[] = [
  (source, unit) => declarationOf(source, unit),
  () => '',
  (source, unit) => headOf(source, unit) + bodyOf(source, unit).replace('{', '{\n        // checked\n'),
  (source, unit) => headOf(source, unit) + bodyOf(source, unit).replace('{', '{ audit();'),
  (source, unit) => headOf(source, unit).replace(`${unit.name}(`, `${unit.name}Again(`) + bodyOf(source, unit),
  (source, unit) =>
    headOf(source, unit).replace(`${unit.name}(`, `${unit.name}(Ledger ledger, `) + bodyOf(source, unit),
  (source, unit) => `${declarationOf(source, unit)}\n    void audited${unit.line}() { ledger.book(${unit.line}); }`,
];

function declarationOf(source: ParsedSource, unit: MethodUnit): string {
  return source.text.slice(unit.declaration.start, unit.declaration.end);
}

function headOf(source: ParsedSource, unit: MethodUnit): string {
  return source.text.slice(unit.declaration.start, unit.body.start);
}

/** A real project after random edits: methods edited, renamed, deleted and added, files moved. */
const editedProject = fc
  .record({
    edits: fc.array(fc.nat(EDITS.length - 1), { minLength: 8, maxLength: 40 }),
    moved: fc.array(fc.boolean(), { minLength: REAL_FILES.length, maxLength: REAL_FILES.length }),
  })
  .map(({ edits, moved }) =>
    REAL_FILES.map((source, file) => {
      const replacements = source.units.map((unit, index) => {
        const edit = EDITS[edits[(index * 7 + file) % edits.length] ?? 0] ?? declarationOf;
        return { range: unit.declaration, text: edit(source, unit) };
      });
      const path = moved[file] === true ? source.path.replace('com/', 'org/') : source.path;
      return java.parse(path, splice(source.text, replacements));
    }),
  );

describe('what always holds', () => {
  test('every unit of the head is unchanged, changed, cosmetic or only moved: exactly one of them', () => {
    fc.assert(
      fc.property(editedProject, (head) => {
        const changes = findChanges(REAL_FILES, head, java.tokenize);
        const unchanged = unchangedIds(REAL_FILES, head);
        const told = [...changes.changed, ...changes.cosmetic, ...changes.movedOnly].map(
          ({ current }) => current.unit.id,
        );
        const all = head.flatMap(({ units }) => units.map(({ id }) => id));
        expect([...told, ...unchanged].sort()).toEqual([...all].sort());
      }),
      { numRuns: 12 },
    );
  });

  test('every unit of the base is the predecessor of one unit, or deleted', () => {
    fc.assert(
      fc.property(editedProject, (head) => {
        const { changed, cosmetic, movedOnly, deleted } = findChanges(REAL_FILES, head, java.tokenize);
        const predecessors = [...changed, ...cosmetic, ...movedOnly].flatMap(({ previous }) => previous?.unit.id ?? []);
        const gone = deleted.map(({ unit }) => unit.id);
        const all = REAL_FILES.flatMap(({ units }) => units.map(({ id }) => id));
        expect([...predecessors, ...gone, ...unchangedIds(REAL_FILES, head)].sort()).toEqual([...all].sort());
      }),
      { numRuns: 12 },
    );
  });

  test('the order in which files are handed over does not matter', () => {
    fc.assert(
      fc.property(
        editedProject.chain((head) =>
          fc.record({
            head: fc.constant(head),
            shuffledBase: fc.shuffledSubarray(REAL_FILES, { minLength: REAL_FILES.length }),
            shuffledHead: fc.shuffledSubarray(head, { minLength: head.length }),
          }),
        ),
        ({ head, shuffledBase, shuffledHead }) => {
          const inOrder = findChanges(REAL_FILES, head, java.tokenize);
          expect(told(findChanges(shuffledBase, shuffledHead, java.tokenize))).toEqual(told(inOrder));
        },
      ),
      { numRuns: 12 },
    );
  });

  test('not even where files are alike and any of them could be the predecessor', () => {
    const copies = (folder: string) =>
      ['North', 'South', 'West'].map((branch) => java.parse(`${folder}/${branch}.java`, invoice(TOTAL, REMIND)));
    const [before, after] = [copies('branches'), copies('offices').slice(1)];
    const renamed = after.map(({ text }, index) => java.parse(`offices/Office${index}.java`, text));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(before, { minLength: 3 }),
        fc.shuffledSubarray(renamed, { minLength: 2 }),
        (b, h) => {
          expect(told(findChanges(b, h, java.tokenize))).toEqual(told(findChanges(before, renamed, java.tokenize)));
        },
      ),
    );
  });

  test('the same project twice has no changes', () => {
    expect(told(findChanges(REAL_FILES, REAL_FILES, java.tokenize))).toEqual(NOTHING);
  });

  test('two thousand methods that all moved and changed find their predecessors', () => {
    const ledgers = (folder: string, book: (account: number) => string) =>
      Array.from({ length: 40 }, (_, file) => {
        const methods = Array.from({ length: 50 }, (_, index) => book(file * 50 + index));
        return java.parse(`${folder}/Ledger${file}.java`, classOf(`Ledger${file}`, ...methods));
      });
    const bookInto = (account: number, verb: string) =>
      `void ${verb}${account}(Day day) {
        Entry entry = new Entry(day, ${account});
        accounts.get(${account}).add(entry);
        journal.write("${verb} account ${account}");
    }`;
    const before = ledgers('old', (account) => bookInto(account, 'book'));
    // every method goes under a new name to another class of another folder, so that nothing but its body speaks for it
    const after = ledgers('new', (account) => bookInto((account * 17) % 2000, 'enter'));
    const { changed, deleted } = findChanges(before, after, java.tokenize);
    expect(changed).toHaveLength(2000);
    expect(deleted).toEqual([]);
    for (const { current, previous } of changed) {
      expect(previous?.unit.name).toBe(current.unit.name.replace('enter', 'book'));
    }
  });
});

/** Units that the change set need not mention: the same id and the same body on both sides. */
function unchangedIds(base: readonly ParsedSource[], head: readonly ParsedSource[]): string[] {
  const bodies = new Map(base.flatMap((source) => source.units.map((unit) => [unit.id, bodyOf(source, unit)])));
  return head.flatMap((source) =>
    source.units.filter((unit) => bodies.get(unit.id) === bodyOf(source, unit)).map(({ id }) => id),
  );
}
