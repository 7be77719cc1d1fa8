package org.example.lending;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** One copy of a book in the hands of one member. */
public final class Loan {

    private static final int MOST_RENEWALS = 2;

    private final Isbn isbn;
    private final String cardNumber;
    private LocalDate due;
    private int renewals;

    public Loan(Isbn isbn, String cardNumber, LocalDate due) {
        this.isbn = isbn;
        this.cardNumber = cardNumber;
        this.due = due;
    }

    public Isbn isbn() {
        return isbn;
    }

    public String cardNumber() {
        return cardNumber;
    }

    public LocalDate due() {
        return due;
    }

    public boolean isOverdue(LocalDate today) {
        return today.isAfter(due);
    }

    /** Zero while there is time left. */
    public long daysLate(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    /** Moves the due day on; refused for a loan that is late, or was renewed twice. */
    public boolean renew(LocalDate today, LocalDate newDue) {
        if (isOverdue(today) || renewals >= MOST_RENEWALS || !newDue.isAfter(due)) {
            return false;
        }
        due = newDue;
        renewals++;
        return true;
    }
}
