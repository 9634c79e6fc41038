package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.margin.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account is worth and what is demanded of it, in its own currency.
 *
 * @param settledCash the part of the cash that has settled
 * @param assets market values
 * @param profit of the open positions and of the day
 * @param required at this hour
 * @param overnight what is required outside the day session
 * @param ahead what is required after the next change
 * @param nextChange when that is
 * @param regTMargin initial requirement of Regulation T, whatever the kind of account
 * @param countsOptions whether options count as equity with loan value
 * @param yesterdaysEquity equity with loan value at the last end of day
 * @param memorandum special memorandum account
 * @param dayTradesRemaining -1 for any number
 * @param currencies the same money by currency, the account's own first
 */
public record AccountValues(
        AccountKind kind,
        String currency,
        BigDecimal cash,
        BigDecimal settledCash,
        BigDecimal accruedInterest,
        Assets assets,
        Profit profit,
        Segments required,
        Segments overnight,
        Segments ahead,
        Instant nextChange,
        BigDecimal regTMargin,
        boolean countsOptions,
        BigDecimal yesterdaysEquity,
        BigDecimal memorandum,
        int dayTradesRemaining,
        List<CurrencyValues> currencies) {

    private static final BigDecimal PORTFOLIO_LEVERAGE = new BigDecimal("6.67");
    private static final BigDecimal THIN_CUSHION = new BigDecimal("0.10");
    private static final BigDecimal VERY_THIN_CUSHION = new BigDecimal("0.05");

    public BigDecimal netLiquidation() {
        return cash.add(assets.net()).add(accruedInterest);
    }

    /** Without options, except where they count. */
    public BigDecimal equityWithLoan() {
        BigDecimal equity = cash.add(assets.stocks()).add(assets.others()).add(assets.futures());
        return countsOptions ? equity.add(assets.options()) : equity;
    }

    public BigDecimal grossPosition() {
        return assets.gross();
    }

    public BigDecimal initialMargin() {
        return required.total().initial();
    }

    public BigDecimal maintenanceMargin() {
        return required.total().maintenance();
    }

    public BigDecimal availableFunds() {
        BigDecimal funds = equityWithLoan().subtract(initialMargin());
        return kind == AccountKind.CASH ? funds.min(settledCash) : funds;
    }

    public BigDecimal excessLiquidity() {
        return equityWithLoan().subtract(maintenanceMargin());
    }

    /** What could still be bought in stock. */
    public BigDecimal buyingPower() {
        BigDecimal funds = availableFunds().max(BigDecimal.ZERO);
        return switch (kind) {
            case CASH -> funds;
            case MARGIN -> funds.multiply(BigDecimal.TWO);
            case PORTFOLIO -> funds.multiply(PORTFOLIO_LEVERAGE);
        };
    }

    /** Excess liquidity as a part of the net liquidation value; zero when there is no such value. */
    public BigDecimal cushion() {
        return ratio(excessLiquidity());
    }

    public BigDecimal leverage() {
        return ratio(grossPosition());
    }

    /** 0 nothing wrong, 1 and 2 close to liquidation, 3 to be liquidated [A]. */
    public int severity() {
        if (excessLiquidity().signum() < 0) {
            return 3;
        }
        if (grossPosition().signum() == 0 || cushion().compareTo(THIN_CUSHION) >= 0) {
            return 0;
        }
        return cushion().compareTo(VERY_THIN_CUSHION) < 0 ? 2 : 1;
    }

    AccountValues withDayTrades(int remaining) {
        return new AccountValues(
                kind,
                currency,
                cash,
                settledCash,
                accruedInterest,
                assets,
                profit,
                required,
                overnight,
                ahead,
                nextChange,
                regTMargin,
                countsOptions,
                yesterdaysEquity,
                memorandum,
                remaining,
                currencies);
    }

    private BigDecimal ratio(BigDecimal part) {
        return netLiquidation().signum() <= 0
                ? BigDecimal.ZERO
                : part.divide(netLiquidation(), 4, RoundingMode.HALF_EVEN);
    }

    /**
     * Market values, short ones negative.
     *
     * @param futures profit of open futures: the rest of their value is nobody's
     * @param gross of everything but futures, short ones counted positive
     */
    public record Assets(
            BigDecimal stocks, BigDecimal options, BigDecimal futures, BigDecimal others, BigDecimal gross) {

        static final Assets NONE =
                new Assets(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        public BigDecimal net() {
            return stocks.add(options).add(futures).add(others);
        }

        Assets plus(Assets more, BigDecimal rate) {
            return new Assets(
                    stocks.add(more.stocks.multiply(rate)),
                    options.add(more.options.multiply(rate)),
                    futures.add(more.futures.multiply(rate)),
                    others.add(more.others.multiply(rate)),
                    gross.add(more.gross.multiply(rate)));
        }
    }

    /**
     * Profits and losses, net of commissions.
     *
     * @param realized today
     * @param daily since the start of the day, or null while that is not known
     */
    public record Profit(
            BigDecimal unrealized,
            BigDecimal realized,
            @Nullable BigDecimal daily) {

        static final Profit NONE = new Profit(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Profit plus(Profit more, BigDecimal rate) {
            return new Profit(
                    unrealized.add(more.unrealized.multiply(rate)),
                    realized.add(more.realized.multiply(rate)),
                    daily == null || more.daily == null ? null : daily.add(more.daily.multiply(rate)));
        }
    }

    /** Requirements of the securities and of the commodities part. */
    public record Segments(Requirement securities, Requirement commodities) {

        public Requirement total() {
            return securities.plus(commodities);
        }

        BigDecimal initial() {
            return total().initial();
        }

        BigDecimal maintenance() {
            return total().maintenance();
        }
    }

    /**
     * The part of an account that is in one currency, in that currency.
     *
     * @param rate what one unit is worth in the account's currency
     */
    public record CurrencyValues(
            String currency,
            BigDecimal rate,
            BigDecimal cash,
            BigDecimal accruedInterest,
            Assets assets,
            Profit profit) {

        public BigDecimal netLiquidation() {
            return cash.add(assets.net()).add(accruedInterest);
        }
    }
}
