package com.quanticity.ibkr.simulator.market;

/** What a quote row changed, side by side. */
public record QuoteChange(SideChange bid, SideChange ask) {

    /** What changed on one side. */
    public record SideChange(boolean price, boolean size, boolean exchange) {

        static SideChange between(BestPrice before, BestPrice after) {
            return new SideChange(
                    after.hasOtherPriceThan(before),
                    after.hasOtherSizeThan(before),
                    after.isFromOtherExchangeThan(before));
        }

        /** Whether shares are displayed anew: consumed ones no longer count. */
        public boolean isNewDisplay() {
            return price || size || exchange;
        }
    }

    boolean isNone() {
        return !bid.isNewDisplay() && !ask.isNewDisplay();
    }
}
