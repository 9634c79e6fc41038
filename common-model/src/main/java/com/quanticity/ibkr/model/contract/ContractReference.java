package com.quanticity.ibkr.model.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract with the reference data that orders and pages need.
 *
 * @param contract the resolved contract
 * @param terms null for what is neither option nor future
 * @param longName company or fund name, empty when the broker sends none
 * @param stockType such as {@code COMMON} or {@code ETF}, empty when the broker sends none
 * @param minTick smallest price increment in contract currency, null when not given; the increment at a price may be larger
 * @param priceMagnifier divisor of quoted prices, 1 = none
 * @param validExchanges exchanges that accept the contract, in the broker's order, possibly empty
 * @param marketRuleIds rule of the price increments on each of {@code validExchanges}, in the same order; empty when not given
 * @param sizeIncrement step of order sizes, null when not given
 * @param timeZoneId zone of the trading hours as the broker names it, empty when not given
 * @param tradingHours the broker's text, empty when not given
 * @param liquidHours the broker's text, empty when not given
 * @param at when the broker answered
 */
public record ContractReference(
        Contract contract,
        @Nullable ContractTerms terms,
        String longName,
        String stockType,
        @Nullable BigDecimal minTick,
        int priceMagnifier,
        List<String> validExchanges,
        List<Integer> marketRuleIds,
        @Nullable BigDecimal sizeIncrement,
        String timeZoneId,
        String tradingHours,
        String liquidHours,
        Instant at)
        implements ContractFact {

    public ContractReference {
        validExchanges = List.copyOf(validExchanges);
        marketRuleIds = List.copyOf(marketRuleIds);
    }

    /** A stock about which only this is known; every other text is empty, every other figure absent. */
    public static ContractReference of(
            Contract contract,
            String longName,
            @Nullable BigDecimal minTick,
            List<String> validExchanges,
            String timeZoneId,
            String hours,
            Instant at) {
        return new ContractReference(
                contract,
                null,
                longName,
                "",
                minTick,
                1,
                validExchanges,
                List.of(),
                null,
                timeZoneId,
                hours,
                hours,
                at);
    }

    @Override
    public ContractId contractId() {
        return contract.id();
    }

    /** The market rule of prices on an exchange; null when the broker named none. */
    public @Nullable Integer marketRuleAt(String exchange) {
        int place = validExchanges.indexOf(exchange);
        return place >= 0 && place < marketRuleIds.size() ? marketRuleIds.get(place) : null;
    }
}
