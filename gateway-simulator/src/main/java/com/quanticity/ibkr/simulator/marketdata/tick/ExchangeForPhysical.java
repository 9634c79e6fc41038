package com.quanticity.ibkr.simulator.marketdata.tick;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.TopOfMarket;
import com.quanticity.ibkr.simulator.wire.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stock future would cost instead of the stock: the ticks 38 to 44, each from the price it is named after. Source
 * of the shape: tws-wire events.md, of the types: ticks.md; neither says how a client asks for them.
 *
 * @param basisPoints what holding the stock costs, a year
 * @param holdDays days until the last trade of the future, above zero
 * @param dividends what the stock pays until then
 */
public record ExchangeForPhysical(BigDecimal basisPoints, int holdDays, BigDecimal dividends) {

    private static final int BID_EFP = 38;
    private static final BigDecimal POINTS = BigDecimal.valueOf(10_000);
    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(360);

    public ExchangeForPhysical {
        if (holdDays < 1 || holdDays > 3_650) {
            throw new IllegalArgumentException("a future cannot be held " + holdDays + " days: give 1 to 3650");
        }
        if (dividends.signum() < 0) {
            throw new IllegalArgumentException("dividends cannot be " + dividends + ": give zero or more");
        }
    }

    /** The TICK_EFP of every price there is, in the order of the types. */
    public List<Event> events(int requestId, TopOfMarket top, LocalDate today) {
        MarketEvent.Trade last = top.last();
        @Nullable BigDecimal[] prices = {
            top.bid().price(),
            top.ask().price(),
            last == null ? null : last.price(),
            top.open(),
            top.high(),
            top.low(),
            top.close()
        };
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            BigDecimal price = prices[i];
            if (price != null && price.signum() > 0) {
                events.add(event(requestId, BID_EFP + i, price, today));
            }
        }
        return events;
    }

    private Event event(int requestId, int type, BigDecimal price, LocalDate today) {
        BigDecimal years = BigDecimal.valueOf(holdDays).divide(DAYS_A_YEAR, 10, RoundingMode.HALF_EVEN);
        BigDecimal cost = price.multiply(basisPoints).multiply(years).divide(POINTS, 10, RoundingMode.HALF_EVEN);
        BigDecimal impact = dividends.multiply(POINTS).divide(price.multiply(years), 2, RoundingMode.HALF_EVEN);
        return Event.of("TICK_EFP")
                .with("reqId", requestId)
                .with("tickType", type)
                .with("basisPoints", basisPoints)
                .with("formattedBasisPoints", basisPoints.movePointLeft(2).toPlainString() + "%")
                .with("impliedFuture", price.add(cost).subtract(dividends).setScale(4, RoundingMode.HALF_EVEN))
                .with("holdDays", holdDays)
                .with("futureLastTradeDate", DateTimeFormatter.BASIC_ISO_DATE.format(today.plusDays(holdDays)))
                .with("dividendImpact", impact)
                .with("dividendsToLastTradeDate", dividends);
    }
}
