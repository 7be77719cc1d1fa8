package org.example.lending;

import java.time.LocalDate;

/** What a late book costs. Children pay half, and nobody more than the limit. */
public final class FineSchedule {

    private static final int DAYS_OF_GRACE = 2;

    private final Money aDay;
    private final Money limit;
    private final OpeningDays openingDays;

    public FineSchedule(Money aDay, Money limit, OpeningDays openingDays) {
        this.aDay = aDay;
        this.limit = limit;
        this.openingDays = openingDays;
    }

    public Money fineFor(Loan loan, Member member, LocalDate returned) {
        int late = openingDays.openDaysBetween(loan.due(), returned);
        if (late <= DAYS_OF_GRACE) {
            return Money.ZERO;
        }
        Money full = aDay.times(late).atMost(limit);
        return member.isAdultOn(returned) ? full : new Money(full.cents() / 2);
    }
}
