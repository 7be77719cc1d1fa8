package org.example.lending;

import java.time.LocalDate;

/** How long a book may stay out. */
public final class LendingPeriod {

    private final int days;
    private final OpeningDays openingDays;

    public LendingPeriod(int days, OpeningDays openingDays) {
        if (days < 1) {
            throw new IllegalArgumentException("a book stays out for a day at least");
        }
        this.days = days;
        this.openingDays = openingDays;
    }

    public LocalDate dueFrom(LocalDate day) {
        return openingDays.nextOpenDay(day.plusDays(days));
    }
}
