// A small Java project for the command line's tests: invoices, as they were and as a pull request leaves them.

import type { ScratchRepository } from './scratch-repository.ts';

export const INVOICE_PATH = 'src/main/java/billing/Invoice.java';

const before = `package billing;

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

    public String number() {
        return number;
    }
}
`;

const after = before.replace(
  `        long sum = 0;
        for (Line line : lines) {
            sum += line.amount();
        }
        return sum;
`,
  `        return lines.stream().mapToLong(Line::amount).sum();
`,
);

const line = `package billing;

public record Line(String article, long amount) {
    public Line {
        if (amount < 0) {
            throw new IllegalArgumentException("negative amount: " + amount);
        }
    }
}
`;

const lineTest = `package billing;

class LineTest {
    void refusesNegativeAmounts() {
        new Line("paper", -1);
    }
}
`;

/** Commits the project on \`main\`, then a branch \`streams\` that rewrites \`Invoice.total()\`, checked out. */
export function invoiceProject(repository: ScratchRepository): ScratchRepository {
  repository.commit(
    {
      [INVOICE_PATH]: before,
      'src/main/java/billing/Line.java': line,
      'src/test/java/billing/LineTest.java': lineTest,
    },
    'Bill customers',
  );
  repository.git('checkout', '--quiet', '-b', 'streams');
  repository.commit({ [INVOICE_PATH]: after }, 'Sum with streams');
  return repository;
}

/** The text of the invoice on the branch, for further changes. */
export const INVOICE_AFTER = after;
