package com.quanticity.ibkr.console.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.Facts;
import com.quanticity.ibkr.console.market.QuoteBook.Line;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotesPanelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");
    private static final Quote QUIET = Facts.quote("SPY", 1, "169.10", "169.12", 5, NOW.minusSeconds(42));

    @Test
    void showsAQuietQuoteOfAReadySessionAsLive() {
        QuotesPanel.Row row = QuotesPanel.row(new Line("SPY", 2, QUIET), session(SessionState.READY));

        assertThat(row.feedBroken()).isEmpty();
        assertThat(row.feed()).isEqualTo("live");
    }

    @Test
    void keepsTheLastNumberOfAStaleQuoteAndSaysWhy() {
        QuotesPanel.Row row = QuotesPanel.row(new Line("SPY", 2, QUIET), session(SessionState.DISCONNECTED));

        assertThat(row.bid()).isEqualTo("169.10");
        assertThat(row.feedBroken()).isEqualTo("GW1 disconnected");
    }

    @Test
    void isStaleWhenTheAdapterIsSilentOrHasNotResubscribed() {
        Quote older = Facts.quote(
                "SPY", 1, new BigDecimal("1"), new BigDecimal("2"), Facts.CONNECTION - 1, 9, NOW.minusSeconds(1));

        assertThat(QuotesPanel.row(new Line("SPY", 2, QUIET), Optional.empty()).feedBroken())
                .isEqualTo("ibkr-adapter silent");
        assertThat(QuotesPanel.row(new Line("SPY", 2, older), session(SessionState.READY))
                        .feedBroken())
                .isEqualTo("resubscribing");
    }

    @Test
    void writesOutWhatIsMissing() {
        Quote noBid = Facts.quote("SPY", 1, null, new BigDecimal("169.12"), Facts.CONNECTION, 6, NOW);

        QuotesPanel.Row row = QuotesPanel.row(new Line("SPY", 2, noBid), session(SessionState.READY));
        QuotesPanel.Row none = QuotesPanel.row(new Line("IWM", 2, null), session(SessionState.READY));

        assertThat(row.bid()).isEqualTo("no bid");
        assertThat(row.bidSize()).isEmpty();
        assertThat(none.bid()).isEqualTo("no data");
    }

    @Test
    void showsARealNegativeSpreadPrice() {
        Quote spread = Facts.quote("ES", 1, "-1", "-0.95", 7, NOW);

        assertThat(QuotesPanel.row(new Line("ES", 2, spread), session(SessionState.READY))
                        .bid())
                .isEqualTo("−1.00");
    }

    @Test
    void keepsTheNewestQuoteWhateverTheOrderOfArrival() {
        QuoteBook book = new QuoteBook();
        book.onQuote(Facts.quote("SPY", 1, "3", "4", 2, NOW));
        book.onQuote(Facts.quote("SPY", 1, "1", "2", 1, NOW));

        assertThat(book.all())
                .singleElement()
                .satisfies(line -> assertThat(line.quote())
                        .isNotNull()
                        .extracting(Quote::sequence)
                        .isEqualTo(2L));
    }

    private static Optional<SessionStatus> session(SessionState state) {
        return Optional.of(Facts.session(ClientIdOwner.IBKR_ADAPTER, state, NOW.minusSeconds(60), NOW));
    }
}
