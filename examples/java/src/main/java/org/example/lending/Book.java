package org.example.lending;

import java.util.Locale;
import java.util.Objects;

/** A title that the library has, in one copy or several. */
public record Book(Isbn isbn, String title, String author, int year) {

    public Book {
        Objects.requireNonNull(isbn, "isbn");
        if (title.isBlank()) {
            throw new IllegalArgumentException("a book has a title");
        }
    }

    /** Whether a reader who types these words may mean this book. */
    public boolean matches(String words) {
        String haystack = (title + " " + author).toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!haystack.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Family name first, as on the shelves. */
    public String shelfMark() {
        int lastSpace = author.lastIndexOf(' ');
        String family = lastSpace < 0 ? author : author.substring(lastSpace + 1);
        return family.toUpperCase(Locale.ROOT) + " " + year;
    }
}
