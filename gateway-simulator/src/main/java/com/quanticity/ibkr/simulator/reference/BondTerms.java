package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a bond promises; all made up.
 *
 * @param maturity {@code YYYYMMDD}, as {@code issued}
 */
record BondTerms(
        String cusip, String coupon, String maturity, String issued, String ratings, String type, String description) {

    static BondTerms of(ListedContract bond) {
        return switch (bond.symbol()) {
            case "IBM" ->
                new BondTerms("990000AA1", "4.25", "20490515", "20190515", "A3/A-", "SENIOR", "IBM 4 1/4 05/15/49");
            default -> new BondTerms("990000AB9", "4.5", "20541115", "20241115", "AA+", "GOVT", bond.localSymbol());
        };
    }

    void put(Event event) {
        event.with("cusip", cusip)
                .with("coupon", new BigDecimal(coupon))
                .with("lastTradeDateRaw", maturity + " 16:00:00 US/Eastern")
                .with("issueDate", issued)
                .with("ratings", ratings)
                .with("bondType", type)
                .with("couponType", "FIXED")
                .with("descAppend", description)
                .withGroup("secIdList", List.of(new Fields().put("tag", "CUSIP").put("value", cusip)));
    }
}
