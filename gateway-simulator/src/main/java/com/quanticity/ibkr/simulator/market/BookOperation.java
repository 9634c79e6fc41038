package com.quanticity.ibkr.simulator.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One change of the rows of one side as a client is told of it.
 *
 * <p>Source: tws-wire behaviour.md, section 5.
 *
 * @param position row from 0, the best
 * @param row what stands there then; for a delete the row that stood there
 */
public record BookOperation(Kind kind, int position, BookRow row) {

    /** What happens; the number is the one on the wire. */
    public enum Kind {
        INSERT(0),
        UPDATE(1),
        DELETE(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /** The price on the wire: 0 for a delete. */
    public BigDecimal shownPrice() {
        return kind == Kind.DELETE ? BigDecimal.ZERO : row.price();
    }

    /** The size on the wire: 0 for a delete. */
    public BigDecimal shownSize() {
        return kind == Kind.DELETE ? BigDecimal.ZERO : row.size();
    }

    /**
     * The changes that lead from one side of a book to another.
     *
     * <p>A client that applies them in order, dropping what an insert pushes past the last row, ends with {@code after}.
     *
     * @param before what the client has, at most {@code most} rows
     * @param after what it shall have; rows past {@code most} are left out
     */
    public static List<BookOperation> between(List<BookRow> before, List<BookRow> after, int most) {
        List<BookRow> rows = new ArrayList<>(before);
        List<BookRow> wanted = after.size() > most ? after.subList(0, most) : after;
        List<BookOperation> operations = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            place(rows, wanted, i, most, operations);
        }
        while (rows.size() > wanted.size()) {
            operations.add(new BookOperation(Kind.DELETE, rows.size() - 1, rows.removeLast()));
        }
        return operations;
    }

    private static void place(
            List<BookRow> rows, List<BookRow> wanted, int i, int most, List<BookOperation> operations) {
        BookRow row = wanted.get(i);
        int found = indexOf(rows, row, i);
        for (int gone = i; gone < found; gone++) {
            operations.add(new BookOperation(Kind.DELETE, i, rows.remove(i)));
        }
        if (found >= 0) {
            if (!rows.get(i).equalsInSize(row)) {
                rows.set(i, row);
                operations.add(new BookOperation(Kind.UPDATE, i, row));
            }
        } else if (i < rows.size() && indexOf(wanted, rows.get(i), i) < 0) {
            rows.set(i, row);
            operations.add(new BookOperation(Kind.UPDATE, i, row));
        } else {
            rows.add(i, row);
            operations.add(new BookOperation(Kind.INSERT, i, row));
            if (rows.size() > most) {
                rows.removeLast();
            }
        }
    }

    private static int indexOf(List<BookRow> rows, BookRow wanted, int from) {
        for (int i = from; i < rows.size(); i++) {
            if (rows.get(i).isSamePlace(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
