package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.market.Book;
import com.quanticity.ibkr.simulator.market.BookRow;
import java.util.List;
import java.util.function.Predicate;

/** Which part of a book a depth subscription shows, and how. */
sealed interface DepthView {

    Book of(Book book);

    /** Whether rows name somebody. */
    boolean hasMakers();

    boolean isSmart();

    /** The one exchange, empty for all. */
    String exchange();

    /** All exchanges but those that may not be seen, a row for each exchange and price. */
    record Smart(Predicate<String> isHidden) implements DepthView {
        @Override
        public Book of(Book book) {
            Book all = book.byExchange();
            return new Book(seen(all.bids()), seen(all.asks()));
        }

        private List<BookRow> seen(List<BookRow> rows) {
            return rows.stream().filter(row -> !isHidden.test(row.exchange())).toList();
        }

        @Override
        public String exchange() {
            return "";
        }

        @Override
        public boolean hasMakers() {
            return true;
        }

        @Override
        public boolean isSmart() {
            return true;
        }
    }

    /** One exchange as it shows itself. */
    record Single(String exchange, boolean hasMakers) implements DepthView {

        /** An exchange of a book, with makers when any of its rows names one. */
        static Single of(String exchange, Book book) {
            return new Single(exchange, hasMakers(exchange, book));
        }

        private static boolean hasMakers(String exchange, Book book) {
            return book.bids().stream().anyMatch(row -> isNamed(exchange, row))
                    || book.asks().stream().anyMatch(row -> isNamed(exchange, row));
        }

        private static boolean isNamed(String exchange, BookRow row) {
            return row.exchange().equals(exchange) && !row.maker().isEmpty();
        }

        @Override
        public Book of(Book book) {
            return book.of(exchange);
        }

        @Override
        public boolean isSmart() {
            return false;
        }
    }
}
