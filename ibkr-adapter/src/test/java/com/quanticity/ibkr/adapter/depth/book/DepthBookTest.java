package com.quanticity.ibkr.adapter.depth.book;

import static com.quanticity.ibkr.adapter.depth.book.DepthRows.ASK;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.BID;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.DELETE;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.INSERT;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.UPDATE;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.row;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.smart;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.DepthEvent.Row;
import com.quanticity.ibkr.gateway.event.DepthEvent.UpdateMktDepth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DepthBookTest {

    private static final BookRules RULES =
            new BookRules(3, Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private Instant now = Instant.parse("2026-03-02T14:30:00Z");
    private final DepthBook book = new DepthBook(RULES);

    @Test
    void isNotValidBeforeBothSidesHaveRowsAndTheRowsSettle() {
        assertThat(book.snapshot(now).reason()).isEqualTo("no row has come yet");

        apply(row(1, 0, INSERT, BID, "10.00", "100"));
        pass(300);
        assertThat(book.snapshot(now).reason()).isEqualTo("no row on the ask side");

        apply(row(1, 0, INSERT, ASK, "10.02", "100"));
        assertThat(book.state(now)).isEqualTo(BookState.FORMING);
        pass(249);
        assertThat(book.state(now)).isEqualTo(BookState.FORMING);
        pass(1);
        assertThat(book.state(now)).isEqualTo(BookState.VALID);
    }

    @Test
    void isValidAtOnceWithAllRowsAskedFor() {
        for (int position = 0; position < 3; position++) {
            apply(row(1, position, INSERT, BID, "9.9" + (9 - position), "100"));
            apply(row(1, position, INSERT, ASK, "10.0" + (position + 1), "100"));
        }

        assertThat(book.state(now)).isEqualTo(BookState.VALID);
    }

    @Test
    void isValidAfterThePictureLimitThoughRowsNeverSettle() {
        apply(row(1, 0, INSERT, BID, "10.00", "100"));
        apply(row(1, 0, INSERT, ASK, "10.02", "100"));
        for (int i = 0; i < 9; i++) {
            pass(100);
            apply(row(1, 0, UPDATE, BID, "10.00", "10" + i));
        }
        assertThat(book.state(now)).isEqualTo(BookState.FORMING);

        pass(100);

        assertThat(book.state(now)).isEqualTo(BookState.VALID);
    }

    @Test
    void insertMovesDownDeleteMovesUpAndTheLastRowFallsOff() {
        form();

        assertThat(apply(row(1, 0, INSERT, BID, "10.01", "1"))).isEqualTo(Applied.CHANGED);
        assertThat(apply(row(1, 1, INSERT, BID, "10.005", "2"))).isEqualTo(Applied.CHANGED);
        assertThat(apply(row(1, 0, INSERT, BID, "10.015", "3"))).isEqualTo(Applied.PUSHED);
        assertThat(bidPrices()).containsExactly("10.015", "10.01", "10.005");

        apply(row(1, 1, DELETE, BID, "0", "0"));
        assertThat(bidPrices()).containsExactly("10.015", "10.005");
    }

    @Test
    void keepsMakersAndExactDecimals() {
        apply(smart(1, 0, "ARCA", INSERT, BID, "10.0050", "0.5"));

        assertThat(book.snapshot(now).bids())
                .containsExactly(new BookRow(new BigDecimal("10.0050"), new BigDecimal("0.5"), "ARCA"));
    }

    @Test
    void updateOfTheRowAfterTheLastOneIsAnInsertAndDeleteOfNoRowIsIgnored() {
        form();

        assertThat(apply(row(1, 1, UPDATE, ASK, "10.03", "5"))).isEqualTo(Applied.INSERTED);
        assertThat(apply(row(1, 2, DELETE, ASK, "0", "0"))).isEqualTo(Applied.IGNORED);
        assertThat(apply(row(1, 3, INSERT, ASK, "10.09", "5"))).isEqualTo(Applied.IGNORED);
        assertThat(book.snapshot(now).asks()).hasSize(2);
        assertThat(book.state(now)).isEqualTo(BookState.VALID);
    }

    @Test
    void breaksForGoodOnAMessageThatDoesNotFit() {
        form();

        assertThat(apply(row(1, 2, INSERT, BID, "9.00", "1"))).isEqualTo(Applied.BROKE);

        assertThat(book.snapshot(now).reason()).contains("position=2", "beyond the 1 rows");
        assertThat(apply(row(1, 0, UPDATE, BID, "10.00", "1"))).isEqualTo(Applied.DROPPED);
        assertThat(book.state(now)).isEqualTo(BookState.BROKEN);
    }

    @Test
    void breaksOnCodesNotKnownAndOnRowsWithoutPrice() {
        assertThat(new DepthBook(RULES).apply(row(1, 0, 7, BID, "1", "1"), now)).isEqualTo(Applied.BROKE);
        assertThat(new DepthBook(RULES).apply(row(1, 0, INSERT, 7, "1", "1"), now))
                .isEqualTo(Applied.BROKE);
        assertThat(new DepthBook(RULES).apply(row(1, -1, INSERT, BID, "1", "1"), now))
                .isEqualTo(Applied.BROKE);
        Row noPrice = new UpdateMktDepth(1, 0, INSERT, BID, Long.MIN_VALUE, 0, 1, 0);
        assertThat(noPrice.price()).isNull();
        assertThat(new DepthBook(RULES).apply(noPrice, now)).isEqualTo(Applied.BROKE);
    }

    @Test
    void resetEmptiesBothSidesAndANewPictureForms() {
        form();

        book.reset();

        assertThat(book.snapshot(now).bids()).isEmpty();
        assertThat(book.state(now)).isEqualTo(BookState.FORMING);
        form();
        assertThat(book.state(now)).isEqualTo(BookState.VALID);
    }

    @Test
    void isNotValidWhileCrossedForLongerThanMarketsAre() {
        form();
        apply(row(1, 0, UPDATE, BID, "10.05", "1"));

        pass(2_000);
        assertThat(book.state(now)).isEqualTo(BookState.VALID);
        pass(1);
        assertThat(book.state(now)).isEqualTo(BookState.CROSSED);

        apply(row(1, 0, UPDATE, BID, "10.02", "1"));
        assertThat(book.state(now)).as("locked is not crossed").isEqualTo(BookState.VALID);
    }

    @Property(tries = 300)
    void anyMessagesKeepItWithinItsRowsOrBreakIt(@ForAll long seed) {
        Random random = new Random(seed);
        DepthBook any = new DepthBook(RULES);
        List<String> bids = new ArrayList<>();
        for (int i = 0; i < 200 && !any.isBroken(); i++) {
            int position = random.nextInt(4);
            int operation = random.nextInt(3);
            String price = String.valueOf(random.nextInt(1, 1000));
            Applied applied = any.apply(row(1, position, operation, BID, price, "1"), now);
            mirror(bids, applied, operation, position, price);
            assertThat(any.snapshot(now).bids())
                    .extracting(row -> row.price().toPlainString())
                    .isEqualTo(bids)
                    .hasSizeLessThanOrEqualTo(RULES.rows());
        }
    }

    /** What a reader of the stream does with it. */
    private static void mirror(List<String> rows, Applied applied, int operation, int position, String price) {
        switch (applied) {
            case PUSHED -> {
                rows.removeLast();
                rows.add(position, price);
            }
            case INSERTED -> rows.add(position, price);
            case CHANGED -> {
                if (operation == DELETE) {
                    rows.remove(position);
                } else if (operation == UPDATE) {
                    rows.set(position, price);
                } else {
                    rows.add(position, price);
                }
            }
            case IGNORED, BROKE, DROPPED -> {}
        }
    }

    private void form() {
        apply(row(1, 0, INSERT, BID, "10.00", "100"));
        apply(row(1, 0, INSERT, ASK, "10.02", "100"));
        pass(250);
        assertThat(book.state(now)).isEqualTo(BookState.VALID);
    }

    private Applied apply(Row row) {
        return book.apply(row, now);
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
    }

    private List<String> bidPrices() {
        return book.snapshot(now).bids().stream()
                .map(row -> row.price().toPlainString())
                .toList();
    }
}
