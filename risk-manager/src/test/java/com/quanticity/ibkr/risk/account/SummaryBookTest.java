package com.quanticity.ibkr.risk.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.position.AccountValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SummaryBookTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");

    private final SummaryBook book = new SummaryBook();

    @Test
    void figureChangesWhenValueOrCurrencyDo() {
        assertThat(book.onValue(1, value("NetLiquidation", "100", "USD"))).isTrue();
        assertThat(book.onValue(1, value("NetLiquidation", "100", "USD"))).isFalse();
        assertThat(book.onValue(1, value("NetLiquidation", "101", "USD"))).isTrue();
        assertThat(book.onValue(1, value("NetLiquidation", "101", "EUR"))).isTrue();
    }

    @Test
    void viewIsCompleteFromTheEndOnUntilTheSessionIsLost() {
        book.onValue(1, value("NetLiquidation", "100", "USD"));
        assertThat(book.view().completeAt()).isNull();

        book.onComplete(1, AT);
        assertThat(book.view().completeAt()).isEqualTo(AT);

        book.onLost();
        assertThat(book.view().completeAt()).isNull();
        assertThat(book.view().all()).hasSize(1);
    }

    @Test
    void figureThatACompleteAnswerDoesNotRepeatIsGone() {
        book.onValue(1, value("NetLiquidation", "100", "USD"));
        book.onValue(1, value("Gone", "1", "USD"));
        book.onComplete(1, AT);

        book.onValue(2, value("NetLiquidation", "100", "USD"));
        book.onComplete(2, AT.plusSeconds(55));

        assertThat(book.view().all()).containsExactly(value("NetLiquidation", "100", "USD"));
    }

    @Test
    void pushUnderTheOldRequestDoesNotCountAsPartOfTheNewAnswer() {
        book.onValue(1, value("NetLiquidation", "100", "USD"));
        book.onValue(1, value("Cushion", "1", ""));
        book.onComplete(1, AT);

        book.onValue(2, value("NetLiquidation", "100", "USD"));
        book.onValue(1, value("Cushion", "2", ""));
        book.onComplete(2, AT.plusSeconds(55));

        assertThat(book.view().all()).containsExactly(value("NetLiquidation", "100", "USD"));
    }

    @Test
    void emptyAnswerLeavesNothing() {
        book.onValue(1, value("NetLiquidation", "100", "USD"));
        book.onComplete(1, AT);

        book.onComplete(2, AT.plusSeconds(55));

        assertThat(book.view().all()).isEmpty();
    }

    private static AccountValue value(String tag, String value, String currency) {
        return new AccountValue("DU1", tag, value, currency, AT);
    }
}
