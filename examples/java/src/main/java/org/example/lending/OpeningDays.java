package org.example.lending;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** When the library is open, so that no book is due before a closed door. */
public final class OpeningDays {

    private final Set<DayOfWeek> closedWeekdays;
    private final Set<LocalDate> holidays;

    public OpeningDays(Set<DayOfWeek> closedWeekdays, Set<LocalDate> holidays) {
        if (closedWeekdays.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a library is open on some day");
        }
        this.closedWeekdays = closedWeekdays.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(closedWeekdays);
        this.holidays = Set.copyOf(holidays);
    }

    public boolean isOpen(LocalDate day) {
        return !closedWeekdays.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The day itself when it is open. */
    public LocalDate nextOpenDay(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** How many open days lie between two days, the first left out and the last counted. */
    public int openDaysBetween(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isOpen(day)) {
                days++;
            }
        }
        return days;
    }
}
