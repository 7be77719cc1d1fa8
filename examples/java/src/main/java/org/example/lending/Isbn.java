package org.example.lending;

/** An ISBN-13, checked and without hyphens. */
public record Isbn(String digits) {

    private static final int LENGTH = 13;

    public Isbn {
        if (digits.length() != LENGTH || !digits.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("an ISBN has " + LENGTH + " digits: " + digits);
        }
        if (weightedSum(digits) % 10 != 0) {
            throw new IllegalArgumentException("the last digit does not fit the others: " + digits);
        }
    }

    /** Reads what stands on the back of a book, hyphens and spaces and all. */
    public static Isbn parse(String text) {
        return new Isbn(text.replaceAll("[\\s-]", ""));
    }

    private static int weightedSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum;
    }

    @Override
    public String toString() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 12) + "-" + digits.substring(12);
    }
}
