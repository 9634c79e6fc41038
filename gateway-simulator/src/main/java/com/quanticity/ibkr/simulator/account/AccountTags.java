package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.AccountValues.CurrencyValues;
import com.quanticity.ibkr.simulator.account.AccountValues.Segments;
import com.quanticity.ibkr.simulator.margin.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An account's values under the names of the wire.
 *
 * <p>Source: tws-wire behaviour.md, section 7; IBKR TWS API documentation, "Account Summary" and "Account Value Update".
 */
public final class AccountTags {

    /** The sum over all currencies, in the account's own. */
    public static final String BASE = "BASE";

    private static final String RATE_OF_BASE = "1.00";

    private final AccountValues values;
    private final String currency;
    private final SortedMap<String, TagValue> tags = new TreeMap<>();

    private AccountTags(AccountValues values) {
        this.values = values;
        this.currency = values.currency();
    }

    /** All summary tags by name, without {@code $LEDGER}. */
    public static SortedMap<String, TagValue> summary(AccountValues values) {
        AccountTags tags = new AccountTags(values);
        tags.putSummary();
        // the names that the official clients' list of tags has
        tags.money("ReqTEquity", values.equityWithLoan());
        tags.money("ReqTMargin", values.regTMargin());
        return tags.tags;
    }

    /**
     * The keys of account updates: summary values with their parts {@code -C}, {@code -P}, {@code -S}, then the ledger of
     * each currency.
     *
     * @param isReady whether the values can be trusted
     */
    public static List<TagValue> updates(Account account, AccountValues values, boolean isReady) {
        AccountTags tags = new AccountTags(values);
        tags.putSummary();
        tags.putParts();
        tags.putFlags(account, isReady);
        // the ledger has it for each currency
        tags.tags.remove("AccruedCash");
        List<TagValue> all = new ArrayList<>(tags.tags.values());
        all.addAll(ledger(account, values, BASE));
        values.currencies().forEach(each -> all.addAll(ledger(account, values, each.currency())));
        return all;
    }

    /**
     * The values of {@code $LEDGER} for one currency; none when the account never held it.
     *
     * @param wanted a currency, or {@link #BASE} for the sum over all
     */
    public static Collection<TagValue> ledger(Account account, AccountValues values, String wanted) {
        AccountTags tags = new AccountTags(values);
        if (wanted.equals(BASE)) {
            tags.putLedger(account, BASE, tags.sumOfCurrencies());
        } else {
            values.currencies().stream()
                    .filter(each -> each.currency().equals(wanted))
                    .forEach(each -> tags.putLedger(account, wanted, each));
        }
        return tags.tags.values();
    }

    /** The ledger and the net liquidation value, as a request for only these two wants them. */
    public static List<TagValue> ledgerAndNetLiquidation(Account account, AccountValues values) {
        AccountTags tags = new AccountTags(values);
        tags.money("NetLiquidation", values.netLiquidation());
        List<TagValue> all = new ArrayList<>(tags.tags.values());
        all.addAll(ledger(account, values, BASE));
        values.currencies().forEach(each -> all.addAll(ledger(account, values, each.currency())));
        return all;
    }

    private CurrencyValues sumOfCurrencies() {
        return new CurrencyValues(
                BASE, BigDecimal.ONE, values.cash(), values.accruedInterest(), values.assets(), values.profit());
    }

    private void putSummary() {
        plain("AccountType", "INDIVIDUAL");
        plain("Cushion", text(values.cushion()));
        plain("DayTradesRemaining", Integer.toString(values.dayTradesRemaining()));
        for (int day = 1; day <= 4; day++) {
            plain("DayTradesRemainingT+" + day, Integer.toString(values.dayTradesRemaining()));
        }
        plain("HighestSeverity", Integer.toString(values.severity()));
        plain("Leverage", text(values.leverage()));
        plain("LookAheadNextChange", Long.toString(values.nextChange().getEpochSecond()));
        money("AccruedCash", values.accruedInterest());
        money("BuyingPower", values.buyingPower());
        money("EquityWithLoanValue", values.equityWithLoan());
        money("GrossPositionValue", values.grossPosition());
        money("NetLiquidation", values.netLiquidation());
        money("PreviousDayEquityWithLoanValue", values.yesterdaysEquity());
        money("RegTEquity", values.equityWithLoan());
        money("RegTMargin", values.regTMargin());
        money("SMA", values.memorandum());
        money("SettledCash", values.settledCash());
        money("TotalCashValue", values.cash());
        putRequirement("", values.required());
        putRequirement("Full", values.overnight());
        putRequirement("LookAhead", values.ahead());
        money("AvailableFunds", values.availableFunds());
    }

    private void putRequirement(String prefix, Segments required) {
        money(prefix + "InitMarginReq", required.initial());
        money(prefix + "MaintMarginReq", required.maintenance());
        money(prefix + "AvailableFunds", values.equityWithLoan().subtract(required.initial()));
        money(prefix + "ExcessLiquidity", values.equityWithLoan().subtract(required.maintenance()));
    }

    private void putParts() {
        BigDecimal parked = values.overnight().commodities().initial();
        BigDecimal futures = parked.add(values.assets().futures());
        putParts("NetLiquidation", values.netLiquidation(), futures);
        putParts("TotalCashValue", values.cash(), parked);
        putParts("EquityWithLoanValue", values.equityWithLoan(), futures);
        putParts("AccruedCash", values.accruedInterest(), BigDecimal.ZERO);
        money("AccruedDividend", BigDecimal.ZERO);
        putParts("AccruedDividend", BigDecimal.ZERO, BigDecimal.ZERO);
        putParts("", values.required(), futures);
        putParts("Full", values.overnight(), futures);
        putParts("LookAhead", values.ahead(), futures);
        money("GrossPositionValue-S", values.grossPosition());
        money("PreviousDayEquityWithLoanValue-S", values.yesterdaysEquity());
        money("RegTEquity-S", values.equityWithLoan());
        money("RegTMargin-S", values.regTMargin());
        money("SMA-S", values.memorandum());
        plain("Leverage-S", text(values.leverage()));
    }

    private void putParts(String prefix, Segments required, BigDecimal futures) {
        BigDecimal securities = values.equityWithLoan().subtract(futures);
        putRequired(prefix + "InitMarginReq", required, Requirement::initial);
        putRequired(prefix + "MaintMarginReq", required, Requirement::maintenance);
        putFree(prefix + "AvailableFunds", required, Requirement::initial, securities, futures);
        putFree(prefix + "ExcessLiquidity", required, Requirement::maintenance, securities, futures);
    }

    private void putRequired(String name, Segments required, Function<Requirement, BigDecimal> side) {
        money(name + "-C", side.apply(required.commodities()));
        money(name + "-P", BigDecimal.ZERO);
        money(name + "-S", side.apply(required.securities()));
    }

    private void putFree(
            String name,
            Segments required,
            Function<Requirement, BigDecimal> side,
            BigDecimal securities,
            BigDecimal futures) {
        money(name + "-C", futures.subtract(side.apply(required.commodities())));
        money(name + "-P", BigDecimal.ZERO);
        money(name + "-S", securities.subtract(side.apply(required.securities())));
    }

    private void putParts(String name, BigDecimal total, BigDecimal commodities) {
        money(name + "-C", commodities);
        money(name + "-P", BigDecimal.ZERO);
        money(name + "-S", total.subtract(commodities));
    }

    private void putFlags(Account account, boolean isReady) {
        plain("AccountCode", account.code());
        plain("AccountReady", Boolean.toString(isReady));
        plain("SegmentTitle-C", "US Commodities");
        plain("SegmentTitle-P", "Crypto");
        plain("SegmentTitle-S", "Securities");
        plain("TradingType-S", account.kind() == AccountKind.PORTFOLIO ? "PMRGN" : "STKNOPT");
        plain("WhatIfPMEnabled", Boolean.toString(account.kind() != AccountKind.PORTFOLIO));
        money("NLVAndMarginInReview", BigDecimal.ZERO);
        money("PostExpirationExcess", BigDecimal.ZERO);
        money("PostExpirationMargin", BigDecimal.ZERO);
    }

    private void putLedger(Account account, String in, CurrencyValues part) {
        ledger("CashBalance", part.cash(), in);
        ledger("TotalCashBalance", part.cash(), in);
        ledger("AccruedCash", part.accruedInterest(), in);
        ledger("StockMarketValue", part.assets().stocks(), in);
        ledger("OptionMarketValue", part.assets().options(), in);
        ledger("FuturesPNL", part.assets().futures(), in);
        ledger("Cryptocurrency", BigDecimal.ZERO, in);
        ledger("FundValue", part.assets().others(), in);
        ledger("NetLiquidationByCurrency", part.netLiquidation(), in);
        ledger("UnrealizedPnL", part.profit().unrealized(), in);
        ledger("RealizedPnL", part.profit().realized(), in);
        ledger("NetDividend", BigDecimal.ZERO, in);
        tags.put("Currency", new TagValue("Currency", in, in));
        tags.put("RealCurrency", new TagValue("RealCurrency", in.equals(BASE) ? currency : in, in));
        tags.put("ExchangeRate", new TagValue("ExchangeRate", rate(part), in));
        tags.put("AccountOrGroup", new TagValue("AccountOrGroup", account.code(), in));
    }

    private static String rate(CurrencyValues part) {
        return part.rate().compareTo(BigDecimal.ONE) == 0
                ? RATE_OF_BASE
                : part.rate()
                        .setScale(7, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private void ledger(String name, BigDecimal amount, String in) {
        tags.put(name, TagValue.money(name, amount, in));
    }

    private void plain(String name, String value) {
        tags.put(name, TagValue.plain(name, value));
    }

    private void money(String name, BigDecimal amount) {
        tags.put(name, TagValue.money(name, amount, currency));
    }

    private static String text(BigDecimal ratio) {
        return ratio.signum() == 0 ? "0" : ratio.toPlainString();
    }
}
