package org.example.lending;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books of the library, and how many copies there are of each. */
public final class Catalogue {

    private final Map<Isbn, Book> books = new LinkedHashMap<>();
    private final Map<Isbn, Integer> copies = new LinkedHashMap<>();

    public void add(Book book, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("add a copy at least");
        }
        books.putIfAbsent(book.isbn(), book);
        copies.merge(book.isbn(), count, Integer::sum);
    }

    /** Takes a copy that was lost or worn out from the shelves for good. */
    public boolean withdraw(Isbn isbn) {
        Integer left = copies.computeIfPresent(isbn, (key, count) -> count > 1 ? count - 1 : null);
        return left != null || books.remove(isbn) != null;
    }

    public int copiesOf(Isbn isbn) {
        return copies.getOrDefault(isbn, 0);
    }

    public Optional<Book> find(Isbn isbn) {
        return Optional.ofNullable(books.get(isbn));
    }

    /** The newest first. */
    public List<Book> search(String words) {
        return books.values().stream()
            .filter(book -> book.matches(words))
            .sorted(Comparator.comparingInt(Book::year).reversed().thenComparing(Book::title))
            .toList();
    }
}
