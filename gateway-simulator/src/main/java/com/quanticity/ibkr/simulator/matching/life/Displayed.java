package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;

/** How much of the displayed size of one symbol is still there after our own fills; a new display starts afresh. */
final class Displayed {

    private BigDecimal takenFromBid = BigDecimal.ZERO;
    private BigDecimal takenFromAsk = BigDecimal.ZERO;

    void onQuote(QuoteChange change) {
        if (change.bid().isNewDisplay()) {
            takenFromBid = BigDecimal.ZERO;
        }
        if (change.ask().isNewDisplay()) {
            takenFromAsk = BigDecimal.ZERO;
        }
    }

    /** Shares an order of this side can still trade with. */
    BigDecimal available(SymbolMarket market, Side side) {
        return side == Side.BUY
                ? market.ask().size().subtract(takenFromAsk)
                : market.bid().size().subtract(takenFromBid);
    }

    void take(Side side, BigDecimal shares) {
        if (side == Side.BUY) {
            takenFromAsk = takenFromAsk.add(shares);
        } else {
            takenFromBid = takenFromBid.add(shares);
        }
    }
}
