package org.example.lending;

import java.util.Locale;

/** An amount in cents. */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor));
    }

    public Money atMost(Money limit) {
        return compareTo(limit) > 0 ? limit : this;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        String sign = cents < 0 ? "-" : "";
        long absolute = Math.abs(cents);
        return String.format(Locale.ROOT, "%s%d.%02d", sign, absolute / 100, absolute % 100);
    }
}
