package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account is worth at the current prices, in US dollars.
 *
 * @param cash may be negative: money lent by the broker
 * @param netLiquidation cash and the value of all positions
 * @param grossPosition value of all positions, short ones counted positive
 */
public record AccountValues(
        BigDecimal cash,
        BigDecimal netLiquidation,
        BigDecimal grossPosition,
        BigDecimal initialMargin,
        BigDecimal maintenanceMargin) {

    static AccountValues of(BigDecimal cash, BigDecimal netPosition, BigDecimal grossPosition, Margin margin) {
        return new AccountValues(
                cash,
                cash.add(netPosition),
                grossPosition,
                margin.initialOf(grossPosition),
                margin.maintenanceOf(grossPosition));
    }

    public BigDecimal availableFunds() {
        return netLiquidation.subtract(initialMargin);
    }

    public BigDecimal excessLiquidity() {
        return netLiquidation.subtract(maintenanceMargin);
    }

    /** What could still be bought: available funds at the initial requirement of one half. */
    public BigDecimal buyingPower() {
        return availableFunds().max(BigDecimal.ZERO).multiply(BigDecimal.TWO);
    }

    /** All summary tags, by name. Tags this account has nothing to say about are not there. */
    public SortedMap<String, TagValue> tags() {
        SortedMap<String, TagValue> tags = new TreeMap<>();
        tags.put("AccountType", TagValue.plain("INDIVIDUAL"));
        tags.put("Cushion", TagValue.plain(ratio(excessLiquidity())));
        tags.put("DayTradesRemaining", TagValue.plain("-1"));
        tags.put("LookAheadNextChange", TagValue.plain("0"));
        tags.put("HighestSeverity", TagValue.plain("0"));
        tags.put("Leverage", TagValue.plain(ratio(grossPosition)));
        put(tags, cash, "TotalCashValue", "SettledCash");
        put(tags, BigDecimal.ZERO, "AccruedCash");
        put(
                tags,
                netLiquidation,
                "NetLiquidation",
                "EquityWithLoanValue",
                "PreviousDayEquityWithLoanValue",
                "ReqTEquity");
        put(tags, grossPosition, "GrossPositionValue");
        put(tags, buyingPower(), "BuyingPower");
        put(tags, initialMargin, "InitMarginReq", "FullInitMarginReq", "LookAheadInitMarginReq", "ReqTMargin");
        put(tags, maintenanceMargin, "MaintMarginReq", "FullMaintMarginReq", "LookAheadMaintMarginReq");
        put(tags, availableFunds(), "AvailableFunds", "FullAvailableFunds", "LookAheadAvailableFunds", "SMA");
        put(tags, excessLiquidity(), "ExcessLiquidity", "FullExcessLiquidity", "LookAheadExcessLiquidity");
        return tags;
    }

    /** The values of the {@code $LEDGER} tag. */
    public SortedMap<String, TagValue> ledger() {
        SortedMap<String, TagValue> tags = new TreeMap<>();
        put(tags, cash, "CashBalance", "TotalCashBalance");
        put(tags, netLiquidation, "NetLiquidationByCurrency");
        put(tags, netLiquidation.subtract(cash), "StockMarketValue");
        tags.put("Currency", new TagValue("USD", "USD"));
        tags.put("ExchangeRate", new TagValue("1.00", "USD"));
        return tags;
    }

    private String ratio(BigDecimal part) {
        return netLiquidation.signum() <= 0
                ? "0"
                : part.divide(netLiquidation, 4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static void put(SortedMap<String, TagValue> tags, BigDecimal amount, String... names) {
        for (String name : names) {
            tags.put(name, TagValue.money(amount));
        }
    }

    /**
     * One value of a summary.
     *
     * @param currency empty for what is not money
     */
    public record TagValue(String value, String currency) {

        static TagValue plain(String value) {
            return new TagValue(value, "");
        }

        static TagValue money(BigDecimal amount) {
            return new TagValue(amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString(), "USD");
        }
    }
}
