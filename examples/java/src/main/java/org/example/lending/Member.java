package org.example.lending;

import java.time.LocalDate;
import java.time.Period;

/** Somebody who may borrow books. */
public final class Member {

    private static final int ADULT_YEARS = 16;

    private final String cardNumber;
    private final String name;
    private final LocalDate birthday;
    private LocalDate validUntil;

    public Member(String cardNumber, String name, LocalDate birthday, LocalDate validUntil) {
        this.cardNumber = cardNumber;
        this.name = name;
        this.birthday = birthday;
        this.validUntil = validUntil;
    }

    public String cardNumber() {
        return cardNumber;
    }

    public String name() {
        return name;
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isAfter(validUntil);
    }

    public boolean isAdultOn(LocalDate day) {
        return Period.between(birthday, day).getYears() >= ADULT_YEARS;
    }

    /** A year from the day on which the card ends, or from today when it has ended already. */
    public void renew(LocalDate today) {
        LocalDate from = validUntil.isBefore(today) ? today : validUntil;
        validUntil = from.plusYears(1);
    }
}
