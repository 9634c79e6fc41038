package com.quanticity.ibkr.simulator.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be traded, or an index that can be watched.
 *
 * @param conId the broker's contract id, or one of the artificial range
 * @param secType the protocol's word, such as {@code STK}
 * @param exchange where a client sends it unless it says otherwise: {@code SMART} or the only venue
 * @param listingExchange primary exchange, such as {@code NASDAQ}
 * @param minTick smallest price step in the contract's currency
 * @param marketRuleId names the {@link MarketRule} of its prices
 * @param derivation what it is derived from; null for what stands for itself
 */
public record ListedContract(
        int conId,
        String symbol,
        String secType,
        String currency,
        String exchange,
        String listingExchange,
        String localSymbol,
        String tradingClass,
        BigDecimal minTick,
        int marketRuleId,
        Profile profile,
        @Nullable Derivation derivation) {

    /** Units of the underlying in one contract; 1 for what stands for itself. */
    public BigDecimal multiplier() {
        return derivation == null ? BigDecimal.ONE : derivation.multiplier();
    }

    /** The venue of its trades when nothing names another: the primary exchange, or the only venue. */
    public String tradedOn() {
        return listingExchange.isEmpty() ? exchange : listingExchange;
    }

    public String marketName() {
        return profile.marketName();
    }

    public String longName() {
        return profile.longName();
    }

    public String stockType() {
        return profile.stockType();
    }

    public String isin() {
        return profile.isin();
    }

    public boolean isOption() {
        return secType.equals("OPT") || secType.equals("FOP");
    }

    /** Whether a price of this size fits the price increments. */
    public boolean isOnTick(BigDecimal price) {
        return MarketRule.of(marketRuleId).map(rule -> rule.allows(price)).orElse(true);
    }

    /** Comma separated exchanges where orders can be sent. */
    public String validExchanges() {
        return Venues.of(this);
    }

    /** Whether a client may name this exchange. */
    boolean isTradedAt(String wanted) {
        return wanted.isEmpty()
                || Venues.isOneOf(wanted, validExchanges())
                || wanted.equals(listingExchange)
                || wanted.equals(exchange);
    }

    /**
     * What is told about a contract and decides nothing.
     *
     * @param isin empty when not known, as are the other texts
     */
    public record Profile(
            String marketName,
            String longName,
            String stockType,
            String industry,
            String category,
            String subcategory,
            String isin) {

        static Profile named(String marketName, String longName) {
            return new Profile(marketName, longName, "", "", "", "", "");
        }
    }
}
