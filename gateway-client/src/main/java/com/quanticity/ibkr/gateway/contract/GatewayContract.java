package com.quanticity.ibkr.gateway.contract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract as the gateway spells it, in queries and answers alike.
 *
 * @param conId broker's contract id, 0 = not given; together with an exchange it is enough
 * @param symbol broker's symbol, not unique
 * @param secType STK OPT FUT CONTFUT FOP CASH BOND CFD WAR IOPT IND BAG FUND CMDTY CRYPTO NEWS BILL
 * @param lastTradeDateOrContractMonth {@code YYYYMM} or {@code YYYYMMDD}
 * @param lastTradeDate answers from version 182 on
 * @param strike null = not given
 * @param right C, P, CALL, PUT; empty for everything that is no option
 * @param multiplier text as the broker has it
 * @param exchange destination or {@code SMART}
 * @param primaryExchange listing exchange
 * @param currency ISO code
 * @param localSymbol exchange's own symbol
 * @param tradingClass trading class
 * @param includeExpired queries for futures only
 * @param secIdType ISIN, CUSIP, SEDOL, RIC, FIGI
 * @param secId the id of that type
 * @param issuerId bond queries
 * @param comboLegsDescrip human-readable legs, answers only
 * @param legs legs of a BAG, in order
 * @param deltaNeutralContract hedge of a delta-neutral combination, null for all others
 */
public record GatewayContract(
        int conId,
        String symbol,
        String secType,
        String lastTradeDateOrContractMonth,
        String lastTradeDate,
        @Nullable BigDecimal strike,
        String right,
        String multiplier,
        String exchange,
        String primaryExchange,
        String currency,
        String localSymbol,
        String tradingClass,
        boolean includeExpired,
        String secIdType,
        String secId,
        String issuerId,
        String comboLegsDescrip,
        List<ComboLeg> legs,
        @Nullable DeltaNeutralContract deltaNeutralContract) {

    public GatewayContract {
        legs = List.copyOf(legs);
    }

    /** A contract that is already known by its id. */
    public static GatewayContract ofId(int conId, String exchange) {
        return builder().conId(conId).exchange(exchange).build();
    }

    /** A stock or fund share routed through SMART; {@code primaryExchange} may be empty. */
    public static GatewayContract stock(String symbol, String primaryExchange, String currency) {
        return builder()
                .symbol(symbol)
                .secType("STK")
                .exchange("SMART")
                .primaryExchange(primaryExchange)
                .currency(currency)
                .build();
    }

    /** The multiplier as a number, null when there is none or it cannot be read. */
    public @Nullable BigDecimal units() {
        try {
            BigDecimal units = multiplier.isEmpty() ? BigDecimal.ZERO : new BigDecimal(multiplier);
            return units.signum() > 0 ? units : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public boolean isCombo() {
        return secType.equals("BAG");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the members that are given; everything else stays "not given". Not thread-safe. */
    public static final class Builder {
        private int conId;
        private String symbol = "";
        private String secType = "";
        private String lastTradeDateOrContractMonth = "";
        private String lastTradeDate = "";
        private @Nullable BigDecimal strike;
        private String right = "";
        private String multiplier = "";
        private String exchange = "";
        private String primaryExchange = "";
        private String currency = "";
        private String localSymbol = "";
        private String tradingClass = "";
        private boolean includeExpired;
        private String secIdType = "";
        private String secId = "";
        private String issuerId = "";
        private String comboLegsDescrip = "";
        private List<ComboLeg> legs = List.of();
        private @Nullable DeltaNeutralContract deltaNeutralContract;

        private Builder() {}

        public Builder conId(int conId) {
            this.conId = conId;
            return this;
        }

        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        public Builder secType(String secType) {
            this.secType = secType;
            return this;
        }

        public Builder lastTradeDateOrContractMonth(String lastTradeDateOrContractMonth) {
            this.lastTradeDateOrContractMonth = lastTradeDateOrContractMonth;
            return this;
        }

        public Builder lastTradeDate(String lastTradeDate) {
            this.lastTradeDate = lastTradeDate;
            return this;
        }

        public Builder strike(@Nullable BigDecimal strike) {
            this.strike = strike;
            return this;
        }

        public Builder right(String right) {
            this.right = right;
            return this;
        }

        public Builder multiplier(String multiplier) {
            this.multiplier = multiplier;
            return this;
        }

        public Builder exchange(String exchange) {
            this.exchange = exchange;
            return this;
        }

        public Builder primaryExchange(String primaryExchange) {
            this.primaryExchange = primaryExchange;
            return this;
        }

        public Builder currency(String currency) {
            this.currency = currency;
            return this;
        }

        public Builder localSymbol(String localSymbol) {
            this.localSymbol = localSymbol;
            return this;
        }

        public Builder tradingClass(String tradingClass) {
            this.tradingClass = tradingClass;
            return this;
        }

        public Builder includeExpired(boolean includeExpired) {
            this.includeExpired = includeExpired;
            return this;
        }

        public Builder secIdType(String secIdType) {
            this.secIdType = secIdType;
            return this;
        }

        public Builder secId(String secId) {
            this.secId = secId;
            return this;
        }

        public Builder issuerId(String issuerId) {
            this.issuerId = issuerId;
            return this;
        }

        public Builder comboLegsDescrip(String comboLegsDescrip) {
            this.comboLegsDescrip = comboLegsDescrip;
            return this;
        }

        public Builder legs(List<ComboLeg> legs) {
            this.legs = legs;
            return this;
        }

        public Builder deltaNeutralContract(@Nullable DeltaNeutralContract deltaNeutralContract) {
            this.deltaNeutralContract = deltaNeutralContract;
            return this;
        }

        public GatewayContract build() {
            return new GatewayContract(
                    conId,
                    symbol,
                    secType,
                    lastTradeDateOrContractMonth,
                    lastTradeDate,
                    strike,
                    right,
                    multiplier,
                    exchange,
                    primaryExchange,
                    currency,
                    localSymbol,
                    tradingClass,
                    includeExpired,
                    secIdType,
                    secId,
                    issuerId,
                    comboLegsDescrip,
                    legs,
                    deltaNeutralContract);
        }
    }
}
