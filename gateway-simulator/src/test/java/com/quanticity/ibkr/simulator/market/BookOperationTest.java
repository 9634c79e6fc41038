package com.quanticity.ibkr.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.market.BookOperation.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BookOperationTest {

    private static BookRow row(int price, int size, String exchange) {
        return new BookRow(BigDecimal.valueOf(price), BigDecimal.valueOf(size), exchange, "");
    }

    private static List<String> told(List<BookRow> before, List<BookRow> after, int most) {
        return BookOperation.between(before, after, most).stream()
                .map(operation -> operation.kind() + " " + operation.position() + " " + operation.shownPrice() + "x"
                        + operation.shownSize())
                .toList();
    }

    /** What a client does with an operation. Source: tws-wire behaviour.md, section 5. */
    private static void apply(List<BookRow> rows, BookOperation operation, int most) {
        switch (operation.kind()) {
            case INSERT -> {
                rows.add(operation.position(), operation.row());
                if (rows.size() > most) {
                    rows.removeLast();
                }
            }
            case UPDATE -> rows.set(operation.position(), operation.row());
            case DELETE -> rows.remove(operation.position());
        }
    }

    private static List<BookRow> randomSide(SplittableRandom random) {
        List<BookRow> rows = new ArrayList<>();
        for (int price = 0; price < 15; price++) {
            for (String exchange : List.of("ARCA", "IEX")) {
                if (random.nextInt(3) == 0) {
                    rows.add(row(price, 1 + random.nextInt(3), exchange));
                }
            }
        }
        return rows;
    }

    @Test
    void bringsAClientToTheSameRowsWhateverChanges() {
        SplittableRandom random = new SplittableRandom(3);
        for (int most : List.of(1, 3, 5, 40)) {
            List<BookRow> shown = new ArrayList<>();
            for (int step = 0; step < 2000; step++) {
                List<BookRow> after = randomSide(random);
                for (BookOperation operation : BookOperation.between(shown, after, most)) {
                    apply(shown, operation, most);
                }
                assertThat(shown).isEqualTo(after.subList(0, Math.min(most, after.size())));
            }
        }
    }

    @Test
    void insertsABetterPriceAndLetsTheLastRowFall() {
        List<BookRow> before = List.of(row(10, 1, "IEX"), row(11, 2, "IEX"));

        assertThat(told(before, List.of(row(9, 5, "IEX"), row(10, 1, "IEX"), row(11, 2, "IEX")), 2))
                .containsExactly("INSERT 0 9x5");
    }

    @Test
    void deletesWithoutPriceAndFillsFromBelow() {
        List<BookRow> before = List.of(row(10, 1, "IEX"), row(11, 2, "IEX"));

        assertThat(told(before, List.of(row(11, 2, "IEX"), row(12, 3, "IEX")), 2))
                .containsExactly("DELETE 0 0x0", "INSERT 1 12x3");
    }

    @Test
    void updatesSizesAndReplacedPrices() {
        List<BookRow> before = List.of(row(10, 1, "IEX"), row(12, 2, "IEX"));

        assertThat(told(before, List.of(row(10, 4, "IEX"), row(13, 2, "IEX")), 5))
                .containsExactly("UPDATE 0 10x4", "UPDATE 1 13x2");
    }

    @Test
    void numbersItsKindsAsTheWireDoes() {
        assertThat(List.of(Kind.INSERT.code(), Kind.UPDATE.code(), Kind.DELETE.code()))
                .containsExactly(0, 1, 2);
    }

    @Test
    void joinsTheMakersOfAnExchange() {
        Book book = new Book(
                List.of(
                        new BookRow(BigDecimal.TEN, BigDecimal.ONE, "ISLAND", "NSDQ"),
                        new BookRow(BigDecimal.TEN, BigDecimal.TWO, "ISLAND", "VIRT"),
                        new BookRow(BigDecimal.TEN, BigDecimal.ONE, "IEX", "")),
                List.of());

        assertThat(book.byExchange().bids())
                .containsExactly(
                        new BookRow(BigDecimal.TEN, BigDecimal.valueOf(3), "ISLAND", "ISLAND"),
                        new BookRow(BigDecimal.TEN, BigDecimal.ONE, "IEX", "IEX"));
        assertThat(book.of("ISLAND").bids()).hasSize(2);
        assertThat(book.bids().stream().map(BookRow::price).sorted(Comparator.reverseOrder()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }
}
