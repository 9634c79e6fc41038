package com.quanticity.ibkr.console.positions;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.Facts;
import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.positions.PositionsPanel.Comparison;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionsPanelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");

    private final PositionBook book = new PositionBook(new Accounts(null));
    private final PositionsPanel panel = new PositionsPanel(book);

    @Test
    void agreesWhenBothSidesHoldTheSame() {
        book.onOurs(Facts.ours("SPY", 1, "10", NOW), NOW);
        book.onBrokers(Facts.brokers("SPY", 1, "10.0", NOW), NOW);

        assertThat(row().difference()).isEqualTo("0");
        assertThat(row().level()).isEqualTo("normal");
    }

    @Test
    void showsTheDifferenceWithItsSign() {
        book.onOurs(Facts.ours("SPY", 1, "-30", NOW), NOW);
        book.onBrokers(Facts.brokers("SPY", 1, "-40", NOW), NOW);

        assertThat(row().difference()).isEqualTo("+10");
        assertThat(panel.comparison(NOW)).isEqualTo(new Comparison(1, 0));
    }

    @Test
    void doesNotCompareWithASideItHasNotHeard() {
        book.onOurs(Facts.ours("SPY", 1, "10", NOW), NOW);

        assertThat(row().brokers()).isEqualTo("no data");
        assertThat(row().difference()).isEqualTo("unknown");
    }

    @Test
    void comparesWithNothingOnceOurLedgerWasReadCompletely() {
        book.onBrokers(Facts.brokers("SPY", 1, "10", NOW), NOW);
        assertThat(row().difference()).isEqualTo("unknown");

        book.onLedgerComplete();

        assertThat(row().ours()).isEqualTo("none");
        assertThat(row().difference()).isEqualTo("−10");
    }

    @Test
    void countsAStaleBrokersSideAsUnknown() {
        book.onOurs(Facts.ours("SPY", 1, "10", NOW), NOW);
        book.onBrokers(Facts.brokers("SPY", 1, "10", NOW.minusSeconds(180)), NOW.minusSeconds(180));

        assertThat(panel.comparison(NOW)).isEqualTo(new Comparison(0, 1));
    }

    private PositionsPanel.Row row() {
        return PositionsPanel.row(book.all().getFirst(), book.isLedgerComplete());
    }
}
