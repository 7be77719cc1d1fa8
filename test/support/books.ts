// A small Java project on the fake GitHub: invoices and taxes, and what pull requests make of them.

import type { Files } from './fake-github.ts';

const MAIN = 'src/main/java/books';

export const INVOICE = `${MAIN}/Invoice.java`;
export const TAX = `${MAIN}/TaxTable.java`;
export const LEDGER = `${MAIN}/Ledger.java`;

const invoice = `package books;

import java.util.ArrayList;
import java.util.List;

/** What a customer owes. */
public class Invoice {
    private final String number;
    private final List<Line> lines = new ArrayList<>();

    public Invoice(String number) {
        this.number = number;
    }

    public void add(Line line) {
        if (line == null) {
            throw new IllegalArgumentException("a line is missing");
        }
        lines.add(line);
    }

    public long total() {
        long sum = 0;
        for (Line line : lines) {
            sum += line.amount();
        }
        return sum;
    }
}
`;

const tax = `package books;

import java.util.Map;

/** Rates by region. */
public class TaxTable {
    private final Map<String, Long> rates;

    public TaxTable(Map<String, Long> rates) {
        this.rates = Map.copyOf(rates);
    }

    public long rateFor(String region) {
        Long rate = rates.get(region);
        if (rate == null) {
            throw new IllegalStateException("no rate for " + region);
        }
        return rate;
    }
}
`;

const ledger = `package books;

import java.util.ArrayDeque;
import java.util.Deque;

/** Invoices by the order in which they came. */
public class Ledger {
    private final Deque<Invoice> open = new ArrayDeque<>();

    public void record(Invoice invoice) {
        open.addLast(invoice);
    }

    public Invoice next() {
        if (open.isEmpty()) {
            return null;
        }
        return open.removeFirst();
    }

    public int size() {
        return open.size();
    }
}
`;

/** The project as it begins: eight methods. */
export const BOOKS: Files = {
  [INVOICE]: invoice,
  [TAX]: tax,
  [LEDGER]: ledger,
  'README.md': '# Books\n',
};

/** The sum is taken with streams: a model that knew the loop writes the loop. */
export const STREAMS: Files = {
  [INVOICE]: invoice.replace(/long sum = 0;[\s\S]*return sum;/, 'return lines.stream().mapToLong(Line::amount).sum();'),
};

/** A rate for unknown regions: one statement of another method becomes another. */
export const DEFAULT_RATE: Files = {
  [TAX]: tax.replace('throw new IllegalStateException("no rate for " + region);', 'return rates.get("elsewhere");'),
};

/** Nothing that has a body. */
export const PROSE: Files = { 'README.md': '# Books\n\nWho owes what.\n' };

/** The text of a file as one of the above leaves it. */
export function textOf(files: Files, path: string): string {
  const content = files[path];
  if (typeof content !== 'string') throw new Error(`${path} is not there`);
  return content;
}
