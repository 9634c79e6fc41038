package com.quanticity.ibkr.adapter.uw;

import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an outside price is compared with: the middle of bid and ask when there are both and they do not cross, else the last trade.
 *
 * @param price null when there is none
 * @param isLive true for live data only; delayed, frozen and unknown prices compare with nothing
 */
record Reference(@Nullable BigDecimal price, Rule rule, boolean isLive) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    enum Rule {
        MID,
        LAST,
        NONE
    }

    static Reference of(Quote quote) {
        boolean isLive = quote.dataType() == MarketDataType.LIVE;
        BigDecimal bid = quote.bid();
        BigDecimal ask = quote.ask();
        if (bid != null && ask != null && bid.signum() > 0 && bid.compareTo(ask) <= 0) {
            return new Reference(bid.add(ask).divide(TWO), Rule.MID, isLive);
        }
        BigDecimal last = quote.last();
        return last != null && last.signum() > 0
                ? new Reference(last, Rule.LAST, isLive)
                : new Reference(null, Rule.NONE, isLive);
    }
}
