package com.quanticity.ibkr.adapter.marketdata;

import static com.quanticity.ibkr.adapter.marketdata.Ticks.ID;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.noPrice;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.price;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.size;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.MarketDataTypeNotice;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopOfBookTest {

    private final TopOfBook book = new TopOfBook("SPY", TestContracts.SPY.id());

    @Test
    void takesPriceAndSizeOfOneFrameAsOneChange() {
        assertThat(apply(price(TickType.BID, "168.50", "300"))).isTrue();

        assertThat(quote().bid()).isEqualTo("168.50");
        assertThat(quote().bidSize()).isEqualTo("300");
        assertThat(quote().ask()).isNull();
    }

    @Test
    void isSilentAboutRepeats() {
        apply(price(TickType.BID, "168.50", "300"));

        assertThat(apply(price(TickType.BID, "168.50", "300"))).isFalse();
        assertThat(apply(size(TickType.BID_SIZE, "300"))).isFalse();
        assertThat(apply(price(TickType.BID, "168.5", "300.0"))).isFalse();
    }

    @Test
    void showsAChangedSizeAlone() {
        apply(price(TickType.ASK, "168.51", "200"));

        assertThat(apply(size(TickType.ASK_SIZE, "100"))).isTrue();
        assertThat(quote().ask()).isEqualTo("168.51");
        assertThat(quote().askSize()).isEqualTo("100");
    }

    @Test
    void clearsASideWithoutAQuote() {
        apply(price(TickType.BID, "168.50", "300"));

        assertThat(apply(noPrice(TickType.BID))).isTrue();
        assertThat(apply(noPrice(TickType.BID))).isFalse();
        assertThat(apply(size(TickType.BID_SIZE, "0"))).isFalse();
        assertThat(quote().bid()).isNull();
        assertThat(quote().bidSize()).isNull();
    }

    @Test
    void keepsARealPriceOfMinusOne() {
        apply(price(TickType.BID, "-1", "5"));

        assertThat(quote().bid()).isEqualTo("-1");
    }

    @Test
    void neverMixesANewPriceWithAnOldSize() {
        apply(price(TickType.BID, "168.50", "300"));

        apply(Ticks.priceWithoutSize(TickType.BID, "168.49"));

        assertThat(quote().bid()).isEqualTo("168.49");
        assertThat(quote().bidSize()).isNull();
    }

    @Test
    void takesASizeBeforeItsPrice() {
        assertThat(apply(size(TickType.LAST_SIZE, "100"))).isTrue();
        assertThat(apply(price(TickType.LAST, "168.50", "100"))).isTrue();
        assertThat(quote().lastSize()).isEqualTo("100");
    }

    @Test
    void takesTheExchangesOfBothSides() {
        assertThat(apply(text(TickType.BID_EXCH, "PZ"))).isTrue();
        assertThat(apply(text(TickType.BID_EXCH, "PZ"))).isFalse();
        assertThat(apply(text(TickType.ASK_EXCH, "K"))).isTrue();
        assertThat(apply(text(TickType.LAST_EXCH, "D"))).isFalse();
        assertThat(quote().bidExchange()).isEqualTo("PZ");
        assertThat(quote().askExchange()).isEqualTo("K");
    }

    @ParameterizedTest
    @EnumSource(
            value = TickType.class,
            names = {"HIGH", "LOW", "CLOSE", "OPEN", "MARK_PRICE", "UNRECOGNISED"})
    void passesOverOtherPrices(TickType type) {
        assertThat(apply(price(type, "1.00", "1"))).isFalse();
    }

    @Test
    void marksDelayedTicksAsDelayed() {
        apply(new MarketDataTypeNotice(ID, MarketDataType.LIVE.wireCode()));
        assertThat(quote().dataType()).isEqualTo(MarketDataType.LIVE);

        apply(price(TickType.DELAYED_BID, "168.00", "100"));

        assertThat(quote().dataType()).isEqualTo(MarketDataType.DELAYED);
        assertThat(quote().bid()).isEqualTo(new BigDecimal("168.00"));
    }

    private boolean apply(TickEvent tick) {
        return book.apply(tick);
    }

    private Quote quote() {
        return book.quote(1, 1, Instant.EPOCH);
    }
}
