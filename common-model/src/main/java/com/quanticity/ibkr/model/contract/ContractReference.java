package com.quanticity.ibkr.model.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract with the reference data that orders and pages need.
 *
 * @param contract the resolved contract
 * @param longName company or fund name, empty when the broker sends none
 * @param minTick smallest price increment in contract currency, null when not given
 * @param validExchanges exchanges that accept the contract, in the broker's order, possibly empty
 * @param timeZoneId zone of the trading hours as the broker names it, empty when not given
 * @param tradingHours the broker's text, empty when not given
 * @param liquidHours the broker's text, empty when not given
 * @param at when the broker answered
 */
public record ContractReference(
        Contract contract,
        String longName,
        @Nullable BigDecimal minTick,
        List<String> validExchanges,
        String timeZoneId,
        String tradingHours,
        String liquidHours,
        Instant at) {

    public ContractReference {
        validExchanges = List.copyOf(validExchanges);
    }
}
