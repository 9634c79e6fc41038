package com.quanticity.ibkr.adapter.marketdata;

import static com.quanticity.ibkr.adapter.marketdata.Ticks.ID;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.price;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.size;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.marketdata.Level1Facts.Halt;
import com.quanticity.ibkr.adapter.marketdata.Level1Facts.Shortable;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.TickEvent;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactBookTest {

    private final FactBook book = new FactBook(100);

    @Test
    void readsRealTimeVolumeExactly() {
        RtVolume trade =
                RtVolume.parse("189.12;100;1712300400123;312894;188.90517;true").orElseThrow();

        assertThat(trade)
                .isEqualTo(new RtVolume(
                        new BigDecimal("189.12"),
                        new BigDecimal("100"),
                        Instant.parse("2024-04-05T07:00:00.123Z"),
                        new BigDecimal("312894"),
                        new BigDecimal("188.90517"),
                        true));
        assertThat(RtVolume.parse(";0;1712300400123;312894;188.9;false")
                        .orElseThrow()
                        .price())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "189.12", "189.12;100;x;1;1;true", "a;1;1;1;1;true", "1;1;1;1;1;maybe", "1;1;1;1;1;true;"})
    void refusesRealTimeVolumeOfAnotherForm(String text) {
        assertThat(RtVolume.parse(text)).isEmpty();
        assertThat(book.apply(text(TickType.RT_VOLUME, text))).isFalse();
    }

    @Test
    void tradeTellsVolumeInSharesAndItsTimeToTheMillisecond() {
        book.apply(text(TickType.LAST_TIMESTAMP, "1712300400"));
        assertThat(book.facts().lastTradeAt()).isEqualTo("2024-04-05T07:00:00Z");

        book.apply(text(TickType.RT_VOLUME, "189.12;100;1712300400123;312894;188.90517;true"));
        book.apply(text(TickType.LAST_TIMESTAMP, "1712300400"));

        assertThat(book.facts().volume()).isEqualByComparingTo("31289400");
        assertThat(book.facts().vwap()).isEqualByComparingTo("188.90517");
        assertThat(book.facts().lastSingleTrade()).isTrue();
        assertThat(book.facts().lastTradeAt()).isEqualTo("2024-04-05T07:00:00.123Z");

        book.apply(text(TickType.LAST_TIMESTAMP, "1712300405"));
        assertThat(book.facts().lastTradeAt()).isEqualTo("2024-04-05T07:00:05Z");
    }

    @Test
    void delayedFiguresOfTheDayCountAsLiveOnes() {
        book.apply(price(TickType.DELAYED_HIGH, "9", "0"));
        book.apply(price(TickType.DELAYED_LOW, "7", "0"));
        book.apply(price(TickType.DELAYED_CLOSE, "8", "0"));
        book.apply(price(TickType.DELAYED_OPEN, "8.5", "0"));
        book.apply(size(TickType.DELAYED_VOLUME, "12"));

        Level1Facts facts = book.facts();
        assertThat(new BigDecimal[] {facts.high(), facts.low(), facts.close(), facts.open()})
                .containsExactly(new BigDecimal("9"), new BigDecimal("7"), new BigDecimal("8"), new BigDecimal("8.5"));
        assertThat(facts.volume()).isEqualByComparingTo("1200");
    }

    @ParameterizedTest
    @CsvSource({"3, AVAILABLE", "2.6, AVAILABLE", "2.5, LOCATE", "1.6, LOCATE", "1.5, NOT_AVAILABLE", "0, NOT_AVAILABLE"
    })
    void shortabilityIsReadByItsBounds(BigDecimal code, Shortable expected) {
        book.apply(new TickEvent.TickGeneric(ID, TickType.SHORTABLE.code(), code));

        assertThat(book.facts().shortable()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, UNKNOWN", "0, NO", "1, GENERAL", "2, VOLATILITY", "7, UNKNOWN"})
    void haltIsReadByItsCode(BigDecimal code, Halt expected) {
        book.apply(new TickEvent.TickGeneric(ID, TickType.HALTED.code(), code));

        assertThat(book.facts().halted()).isEqualTo(expected);
    }

    @Test
    void whatIsNotToldIsAbsent() {
        assertThat(book.facts()).isEqualTo(Level1Facts.NONE);
        assertThat(book.apply(price(TickType.BID, "1", "1"))).isFalse();
    }
}
