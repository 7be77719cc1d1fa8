// Methods of the bookkeeping library: before a change, after it, and as a model wrote them.

import type { MethodCase } from './books.ts';

/** A body as it stands in its file: its statements eight spaces in, its closing brace four. */
export function body(...statements: readonly string[]): string {
  return ['{', ...statements.map((statement) => `        ${statement}`), '    }'].join('\n');
}

const SUMMED_IN_A_LOOP = body(
  'Money sum = Money.ZERO;',
  'for (Line line : lines) {',
  '    sum = sum.plus(line.amount());',
  '}',
  'return sum;',
);

/** Rewritten from a loop to a stream; the model knew the loop and writes it. */
export const TOTAL: MethodCase = {
  name: 'Invoice.total(List<Line>)',
  before: SUMMED_IN_A_LOOP,
  after: body('return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);'),
  written: SUMMED_IN_A_LOOP,
  line: 88,
};

const CUSTOMER_UNCHECKED = body('this.customer = customer;', 'this.lines = new ArrayList<>();');

export const CONSTRUCTOR: MethodCase = {
  name: 'Invoice.<init>(Customer)',
  before: CUSTOMER_UNCHECKED,
  after: body(
    'this.customer = Objects.requireNonNull(customer, "customer");',
    'this.lines = new ArrayList<>();',
    'this.openedOn = customer.calendar().today();',
  ),
  written: CUSTOMER_UNCHECKED,
  line: 31,
};

const RATE_BY_REGION = body(
  'Rate rate = rates.get(region);',
  'if (rate == null) {',
  '    throw new UnknownRegionException(region);',
  '}',
  'return rate.rounded(2);',
);

/** One token changed: the scale of the rounding. */
export const RATE: MethodCase = {
  name: 'TaxTable.rateFor(Region)',
  before: RATE_BY_REGION,
  after: RATE_BY_REGION.replace('rounded(2)', 'rounded(4)'),
  written: RATE_BY_REGION,
  line: 52,
};

/** The model knew neither the code before nor the code after. */
export const RECORD: MethodCase = {
  name: 'Audit.record(Event)',
  before: body(
    'entries.add(new Entry(clock.instant(), event));',
    'listeners.forEach(listener -> listener.recorded(event));',
  ),
  after: body('Entry entry = new Entry(clock.instant(), event);', 'entries.add(entry);', 'outbox.publish(entry);'),
  written: body('log.add(event);', 'outbox.flush();'),
  knewPrevious: false,
  line: 17,
};

export const CLOSE: MethodCase = {
  name: 'Ledger.close(Period)',
  before: null,
  after: body(
    'requireOpen(period);',
    'Balance balance = balanceOf(period);',
    'periods.put(period, State.CLOSED);',
    'audit.record(new PeriodClosed(period, balance));',
    'return balance;',
  ),
  written: body('periods.put(period, State.OPEN);', 'return balanceOf(period);'),
  line: 140,
};

export const OPEN: MethodCase = {
  name: 'Ledger.open(Period)',
  before: body('periods.put(period, State.OPEN);'),
  after: body('requireUnknown(period);', 'periods.put(period, State.OPEN);'),
  line: 120,
};

export const BALANCE: MethodCase = {
  name: 'Ledger.balanceOf(Period)',
  before: body('return postings.in(period).sum();'),
  after: body('return postings.in(period).filter(Posting::isBooked).sum();'),
  line: 128,
};

export const DESCRIBE: MethodCase = {
  name: 'Ledger.describe(Period)',
  before: body('return period.toString();'),
  after: body('String state = periods.get(period).label();', 'return period.label() + " (" + state + ")";'),
  written: body('String label = periods.get(period).label();', 'return period.label() + " (" + label + ")";'),
  line: 155,
};

/** What a change of a usual day looks like: something of everything. */
export const MIXED: readonly MethodCase[] = [TOTAL, CONSTRUCTOR, RATE, RECORD, CLOSE, OPEN, BALANCE, DESCRIBE];
