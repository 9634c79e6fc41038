package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.margin.Product;
import com.quanticity.ibkr.simulator.margin.Product.Option;
import com.quanticity.ibkr.simulator.margin.Product.Right;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an account may do at all, whatever its funds.
 *
 * <p>Source: Regulation T, 12 CFR 220.8 for cash accounts; FINRA Rule 4210(b) and (g) for the least equity.
 */
public final class Permissions {

    private static final BigDecimal LEAST_MARGIN_EQUITY = BigDecimal.valueOf(2_000);
    private static final BigDecimal LEAST_PORTFOLIO_EQUITY = BigDecimal.valueOf(100_000);

    private final Valuation valuation;

    public Permissions(Valuation valuation) {
        this.valuation = valuation;
    }

    /**
     * Why a trade is not allowed, in words for a reject.
     *
     * @param openSells quantity of other orders that sell the same contract
     */
    public Optional<String> objection(Account account, Trade trade, BigDecimal openSells) {
        BigDecimal held = account.position(trade.contract()).quantity();
        BigDecimal after = trade.quantity().signum() < 0
                ? held.add(trade.quantity()).subtract(openSells)
                : held.add(trade.quantity());
        if (account.kind() == AccountKind.CASH) {
            return after.signum() < 0 && !isSecured(account, trade, after)
                    ? Optional.of("A cash account cannot sell what it does not hold")
                    : Optional.empty();
        }
        boolean isOpening = after.abs().compareTo(held.abs()) > 0;
        return isOpening ? lackOfEquity(account, trade, after) : Optional.empty();
    }

    /** A short put is secured by money, which the margin looks at; a short call by the shares. */
    private static boolean isSecured(Account account, Trade trade, BigDecimal after) {
        return switch (Instruments.product(trade.contract())) {
            case Option option -> option.right() == Right.PUT || isCovered(account, trade, option, after);
            case Product.Stock stock -> false;
            case Product.Future future -> true;
            case Product.FutureOption option -> true;
            case Product.Other other -> Instruments.isCurrencyPair(trade.contract());
        };
    }

    private static boolean isCovered(Account account, Trade trade, Option option, BigDecimal after) {
        Position shares = account.position(Instruments.underlyingId(trade.contract()));
        return shares != null && shares.quantity().compareTo(after.negate().multiply(option.multiplier())) >= 0;
    }

    private Optional<String> lackOfEquity(Account account, Trade trade, BigDecimal after) {
        BigDecimal least = account.kind() == AccountKind.PORTFOLIO ? LEAST_PORTFOLIO_EQUITY : LEAST_MARGIN_EQUITY;
        AccountValues values = valuation.of(account);
        boolean isOnCredit = after.signum() < 0 || values.cash().compareTo(trade.value()) < 0;
        return isOnCredit && values.equityWithLoan().compareTo(least) < 0
                ? Optional.of("Minimum of " + least + " " + account.currency()
                        + " in equity required to trade on margin or to sell short")
                : Optional.empty();
    }
}
