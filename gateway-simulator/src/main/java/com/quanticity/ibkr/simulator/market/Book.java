package com.quanticity.ibkr.simulator.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The displayed interest of one instrument, best price first, one row for each maker and price.
 *
 * @param bids falling in price
 * @param asks rising in price
 */
public record Book(List<BookRow> bids, List<BookRow> asks) {

    public static final Book EMPTY = new Book(List.of(), List.of());

    public Book {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** The rows of one side. */
    public List<BookRow> side(boolean isBid) {
        return isBid ? bids : asks;
    }

    /** The book of one exchange, its makers apart. */
    public Book of(String exchange) {
        return new Book(only(bids, exchange), only(asks, exchange));
    }

    /** One row for each exchange and price, as SMART depth shows them. */
    public Book byExchange() {
        return new Book(merged(bids), merged(asks));
    }

    public boolean isEmpty() {
        return bids.isEmpty() && asks.isEmpty();
    }

    private static List<BookRow> only(List<BookRow> rows, String exchange) {
        return rows.stream().filter(row -> row.exchange().equals(exchange)).toList();
    }

    private static List<BookRow> merged(List<BookRow> rows) {
        List<BookRow> merged = new ArrayList<>(rows.size());
        for (BookRow row : rows) {
            int same = lastOfSamePrice(merged, row);
            if (same < 0) {
                merged.add(new BookRow(row.price(), row.size(), row.exchange(), row.exchange()));
            } else {
                BigDecimal total = merged.get(same).size().add(row.size());
                merged.set(same, new BookRow(row.price(), total, row.exchange(), row.exchange()));
            }
        }
        return merged;
    }

    private static int lastOfSamePrice(List<BookRow> merged, BookRow row) {
        for (int i = merged.size() - 1; i >= 0 && merged.get(i).price().compareTo(row.price()) == 0; i--) {
            if (merged.get(i).exchange().equals(row.exchange())) {
                return i;
            }
        }
        return -1;
    }
}
