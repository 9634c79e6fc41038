package com.quanticity.ibkr.model.risk;

import static com.quanticity.ibkr.model.risk.ScopeKind.DESK;
import static com.quanticity.ibkr.model.risk.ScopeKind.FIRM;
import static com.quanticity.ibkr.model.risk.ScopeKind.INSTRUMENT;
import static com.quanticity.ibkr.model.risk.ScopeKind.STRATEGY;
import static com.quanticity.ibkr.model.risk.ScopeKind.USER;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be limited. Where rules of several scopes meet, each of them must hold. Money is in the currency of the limits, see
 * decision 0016.
 */
public enum LimitKind {
    /** Shares or contracts of one order. */
    ORDER_QUANTITY(true, false, FIRM, DESK, STRATEGY, INSTRUMENT, USER),
    /** Worst price × quantity × multiplier of one order. */
    ORDER_VALUE(true, false, FIRM, DESK, STRATEGY, INSTRUMENT, USER),
    /** Percent of the reference by which a price may be worse than it: above for a buy, below for a sell. */
    PRICE_COLLAR_PERCENT(true, false, FIRM, STRATEGY, INSTRUMENT),
    /** The same as an amount of the contract's currency. */
    PRICE_COLLAR_AMOUNT(false, false, INSTRUMENT),
    /** Percent by which a price may be outside the range that the reference had within the window. */
    PRICE_SPAN_PERCENT(false, true, FIRM, INSTRUMENT),
    /** Percent added to the reference to value an order that names no price; it does not deny by itself. */
    MARKET_SAFETY_PERCENT(true, false, FIRM, INSTRUMENT),
    /** Largest long position in one contract, working buys included. */
    POSITION_LONG(true, false, STRATEGY, INSTRUMENT),
    /** Largest short position in one contract, as a positive number, working sells included. */
    POSITION_SHORT(true, false, STRATEGY, INSTRUMENT),
    /** Largest position either way in one contract, working orders included. */
    POSITION_NET(false, false, STRATEGY, INSTRUMENT),
    /** Sum of the values of all positions, each the larger way that working orders can take it. */
    GROSS_EXPOSURE(true, false, FIRM, DESK, STRATEGY),
    /** Value of what is long less what is short, the larger way that working orders can take it. */
    NET_EXPOSURE(false, false, FIRM, DESK, STRATEGY),
    /** Percent of the account's buying power that an order may take together with the working ones. */
    BUYING_POWER_PERCENT(false, false, FIRM),
    /** New orders within the window. */
    SUBMITS(true, true, FIRM, DESK, STRATEGY, INSTRUMENT, USER),
    /** Changes of working orders within the window. */
    CHANGES(true, true, FIRM, DESK, STRATEGY, INSTRUMENT, USER),
    /** Working orders of one account in one contract on one side. Source: IB allows 15. */
    ACTIVE_ORDERS(true, false, INSTRUMENT),
    /** Orders, changes and cancels for each order that traded, today. Source: IB's order efficiency ratio, asked to stay below 20. */
    ORDER_EFFICIENCY(false, false, FIRM, STRATEGY),
    /** Orders, changes and cancels for each execution, today. */
    ORDER_TO_TRADE(false, false, FIRM, STRATEGY, INSTRUMENT),
    /** Times a strategy may fill and enter again on the same side within the window; beyond it the strategy is disabled. */
    REPEATED_EXECUTIONS(true, true, STRATEGY),
    /** Orders of the same strategy, contract, side, quantity and price allowed within the window. */
    DUPLICATES(true, true, FIRM, STRATEGY);

    private final boolean mandatory;
    private final boolean windowed;
    private final Set<ScopeKind> scopes;

    LimitKind(boolean mandatory, boolean windowed, ScopeKind first, ScopeKind... more) {
        this.mandatory = mandatory;
        this.windowed = windowed;
        this.scopes = EnumSet.of(first, more);
    }

    /** True when no order passes without such a limit for it. */
    public boolean isMandatory() {
        return mandatory;
    }

    /** True when the limit is about a span of time. */
    public boolean isWindowed() {
        return windowed;
    }

    /** What such a limit can be about. */
    public boolean isFor(ScopeKind kind) {
        return scopes.contains(kind);
    }
}
