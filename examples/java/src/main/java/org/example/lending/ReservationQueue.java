package org.example.lending;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who waits for which book, the first to come the first to be served. */
public final class ReservationQueue {

    private final Map<Isbn, Deque<String>> waiting = new HashMap<>();

    /** Returns the place in the queue, from 1. Whoever waits already keeps their place. */
    public int reserve(Isbn isbn, String cardNumber) {
        Deque<String> queue = waiting.computeIfAbsent(isbn, key -> new ArrayDeque<>());
        if (!queue.contains(cardNumber)) {
            queue.addLast(cardNumber);
        }
        int place = 1;
        for (String other : queue) {
            if (other.equals(cardNumber)) {
                break;
            }
            place++;
        }
        return place;
    }

    public boolean cancel(Isbn isbn, String cardNumber) {
        Deque<String> queue = waiting.get(isbn);
        return queue != null && queue.remove(cardNumber);
    }

    public boolean isWanted(Isbn isbn) {
        Deque<String> queue = waiting.get(isbn);
        return queue != null && !queue.isEmpty();
    }

    /** The next reader in the queue, who leaves it. */
    public Optional<String> next(Isbn isbn) {
        Deque<String> queue = waiting.get(isbn);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.pollFirst());
    }
}
