package com.quanticity.ibkr.simulator.margin;

import java.util.List;

/** How a kind of account is margined. */
public sealed interface MarginRule permits CashRule, RegulationT, PortfolioMargin {

    /** What all holdings together require, in the currency of their prices, rounded to cents. */
    Requirement of(List<Holding> holdings);

    /**
     * Whether options count as equity with loan value.
     *
     * <p>Where they do not, an option bought is simply spent, and the requirement of a short one includes its value.
     */
    boolean countsOptions();
}
