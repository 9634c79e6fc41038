package com.quanticity.ibkr.simulator.matching.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.matching.price.TriggerWatch.Happened;
import com.quanticity.ibkr.simulator.matching.reading.Instrument;
import com.quanticity.ibkr.simulator.matching.reading.OrderReader;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OrderTriggerTest {

    private static OrderTerms terms(String action, String type, String aux, String... fields) {
        Fields order = new Fields()
                .put("order.action", action)
                .put("order.totalQuantity", "100")
                .put("order.orderType", type)
                .put("order.auxPrice", aux)
                .put("order.tif", "DAY");
        for (int i = 0; i < fields.length; i += 2) {
            order.put("order." + fields[i], fields[i + 1]);
        }
        OrderReading reading = new OrderReader(ZoneId.of("America/New_York"))
                .read(order, new Instrument("STK", "SMART", price -> true));
        assertThat(reading).isInstanceOf(OrderReading.Terms.class);
        return ((OrderReading.Terms) reading).terms();
    }

    private static OrderTrigger trigger(OrderTerms terms) {
        return new OrderTrigger(terms, true, null);
    }

    private static Quote last(String price) {
        BigDecimal last = new BigDecimal(price);
        return new Quote(
                last.subtract(new BigDecimal("0.05")), last.add(new BigDecimal("0.05")), last, new BigDecimal("0.01"));
    }

    private static Quote quote(String bid, String ask) {
        return new Quote(new BigDecimal(bid), new BigDecimal(ask), null, new BigDecimal("0.01"));
    }

    @Test
    void letsAStopGoAgainstTheMarketAndATouchWithIt() {
        assertThat(trigger(terms("SELL", "STP", "10")).isReached(last("10.01"), Happened.TRADE))
                .isFalse();
        assertThat(trigger(terms("SELL", "STP", "10")).isReached(last("10.00"), Happened.TRADE))
                .isTrue();
        assertThat(trigger(terms("BUY", "STP", "10")).isReached(last("10.00"), Happened.TRADE))
                .isTrue();
        assertThat(trigger(terms("BUY", "MIT", "10")).isReached(last("10.01"), Happened.TRADE))
                .isFalse();
        assertThat(trigger(terms("BUY", "MIT", "10")).isReached(last("9.99"), Happened.TRADE))
                .isTrue();
    }

    @Test
    void watchesTheQuoteTwiceWhenAskedTo() {
        OrderTrigger twice = trigger(terms("SELL", "STP", "10", "triggerMethod", "1"));

        assertThat(twice.isReached(quote("9.99", "10.10"), Happened.QUOTE)).isFalse();
        assertThat(twice.isReached(quote("10.01", "10.10"), Happened.QUOTE)).isFalse();
        assertThat(twice.isReached(quote("9.99", "10.10"), Happened.QUOTE)).isFalse();
        assertThat(twice.isReached(quote("9.98", "10.10"), Happened.QUOTE)).isTrue();
    }

    @Test
    void watchesTheMiddleWhenAskedTo() {
        OrderTrigger middle = trigger(terms("SELL", "STP", "10", "triggerMethod", "8"));

        assertThat(middle.isReached(quote("9.98", "10.04"), Happened.QUOTE)).isFalse();
        assertThat(middle.isReached(quote("9.98", "10.02"), Happened.QUOTE)).isTrue();
    }

    @Test
    void trailsTheMarketByAnAmountAndNeverBack() {
        OrderTrigger trail = trigger(terms("SELL", "TRAIL", "0.50"));

        assertThat(trail.isReached(last("10.00"), Happened.TRADE)).isFalse();
        assertThat(trail.isReached(last("11.00"), Happened.TRADE)).isFalse();
        assertThat(trail.isReached(last("10.60"), Happened.TRADE)).isFalse();
        assertThat(trail.price()).isEqualByComparingTo("10.50");
        assertThat(trail.isReached(last("10.50"), Happened.TRADE)).isTrue();
    }

    @Test
    void trailsByAPercentageFromTheGivenStart() {
        OrderTrigger trail = trigger(terms("BUY", "TRAIL", "", "trailingPercent", "10", "trailStopPrice", "10.80"));

        assertThat(trail.isReached(last("10.00"), Happened.TRADE)).isFalse();
        assertThat(trail.price()).isEqualByComparingTo("10.80");
        assertThat(trail.isReached(last("9.50"), Happened.TRADE)).isFalse();
        assertThat(trail.price()).isEqualByComparingTo("10.45");
    }

    @Test
    void givesATrailingLimitItsPriceWhenReached() {
        OrderTrigger trail =
                trigger(terms("SELL", "TRAIL LIMIT", "1", "trailStopPrice", "10", "lmtPriceOffset", "0.10"));

        assertThat(trail.isReached(last("10.00"), Happened.TRADE)).isTrue();
        assertThat(trail.reached(last("10.00")).limit()).isEqualByComparingTo("9.90");
    }
}
