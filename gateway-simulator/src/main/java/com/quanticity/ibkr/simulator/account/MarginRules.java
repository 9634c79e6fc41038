package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.margin.CashRule;
import com.quanticity.ibkr.simulator.margin.FuturesScan;
import com.quanticity.ibkr.simulator.margin.MarginRule;
import com.quanticity.ibkr.simulator.margin.OptionRevaluation;
import com.quanticity.ibkr.simulator.margin.PortfolioMargin;
import com.quanticity.ibkr.simulator.margin.RegulationT;
import java.math.BigDecimal;

/** The margin rule of each kind of account. */
record MarginRules(OptionRevaluation options, BigDecimal intradayFutures) {

    private static final BigDecimal PORTFOLIO_INITIAL = new BigDecimal("1.10");

    /**
     * The rule of a kind of account.
     *
     * @param isDay whether the day session's lower requirement of futures applies
     */
    MarginRule of(AccountKind kind, boolean isDay) {
        FuturesScan futures = FuturesScan.defaults(options).times(isDay ? intradayFutures : BigDecimal.ONE);
        return switch (kind) {
            case CASH -> new CashRule(futures);
            case MARGIN -> new RegulationT(futures);
            case PORTFOLIO -> PortfolioMargin.published(options, futures).withInitialFactor(PORTFOLIO_INITIAL);
        };
    }
}
