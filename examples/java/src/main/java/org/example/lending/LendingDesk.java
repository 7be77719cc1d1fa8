package org.example.lending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where books go out and come back. */
public final class LendingDesk {

    private static final int MOST_LOANS = 5;

    private final Catalogue catalogue;
    private final ReservationQueue reservations;
    private final LendingPeriod period;
    private final FineSchedule fines;
    private final List<Loan> loans = new ArrayList<>();

    public LendingDesk(Catalogue catalogue, ReservationQueue reservations, LendingPeriod period, FineSchedule fines) {
        this.catalogue = catalogue;
        this.reservations = reservations;
        this.period = period;
        this.fines = fines;
    }

    /** Empty when no copy is there, or the member may not borrow now. */
    public Optional<Loan> lend(Isbn isbn, Member member, LocalDate today) {
        if (!mayBorrow(member, today) || available(isbn) < 1) {
            return Optional.empty();
        }
        Loan loan = new Loan(isbn, member.cardNumber(), period.dueFrom(today));
        loans.add(loan);
        reservations.cancel(isbn, member.cardNumber());
        return Optional.of(loan);
    }

    public boolean mayBorrow(Member member, LocalDate today) {
        List<Loan> theirs = loansOf(member);
        return member.isValidOn(today)
            && theirs.size() < MOST_LOANS
            && theirs.stream().noneMatch(loan -> loan.isOverdue(today));
    }

    /** A book that somebody else waits for is not renewed. */
    public boolean renew(Loan loan, LocalDate today) {
        if (reservations.isWanted(loan.isbn())) {
            return false;
        }
        return loan.renew(today, period.dueFrom(today));
    }

    /** Returns the fine, and takes the book back. */
    public Money takeBack(Loan loan, Member member, LocalDate today) {
        if (!loans.remove(loan)) {
            throw new IllegalArgumentException("this book is not out: " + loan.isbn());
        }
        return fines.fineFor(loan, member, today);
    }

    public List<Loan> loansOf(Member member) {
        return loans.stream().filter(loan -> loan.cardNumber().equals(member.cardNumber())).toList();
    }

    public long available(Isbn isbn) {
        long out = loans.stream().filter(loan -> loan.isbn().equals(isbn)).count();
        return catalogue.copiesOf(isbn) - out;
    }
}
