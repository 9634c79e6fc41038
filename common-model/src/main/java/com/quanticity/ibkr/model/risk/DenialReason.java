package com.quanticity.ibkr.model.risk;

/** Why we refused an order before sending it. The name is the reason code on streams, in logs and on pages; see docs/denials.md. */
public enum DenialReason {
    TRADING_HALTED("Trading is halted; ask the risk officer to resume it."),
    TRADING_REDUCING("Only orders that lower exposure pass; lower the quantity or wait for ACTIVE."),
    TRADING_STATE_UNKNOWN("No fresh trading state from the risk-manager; check that it is running."),
    LIMITS_MISSING(
            "No limit of this kind covers the order, and without one nothing passes; have one proposed and approved."),
    LIMITS_STALE("No fresh limits from the risk-manager; check that it is running."),
    SESSION_NOT_READY("The gateway session is not ready; wait until it is READY and submit again."),
    RECOVERY_INCOMPLETE(
            "What happened to earlier orders is not known on this connection yet; wait for it, or see the value for what is missing."),
    MAINTENANCE_WINDOW("The gateway restarts or the broker resets soon; submit again after the window."),
    UNKNOWN_SYMBOL(
            "The contract is not on the watch list or was not resolved; add it to ibkr.adapter.watch-list, or resolve it by POST"
                    + " /api/v1/contracts/resolve."),
    CONTRACT_BLOCKED("The contract is blocked; see the value for why, and GET /api/v1/contracts/{conid}."),
    INSTRUMENT_LOCKED(
            "Our books and the broker's differ for this instrument; see GET /api/v1/discrepancies of the execution-engine, and adopt,"
                    + " ignore or correct the difference."),
    PRICE_OFF_TICK(
            "The price is not on the contract's price increment; use one of the next valid prices in the limit."),
    EXCHANGE_RATE_UNKNOWN(
            "A value cannot be told in the limits' currency because the account reports no fresh exchange rate; check the risk-manager, or hold"
                    + " some of the currency."),
    PRICE_NOT_LIVE(
            "Its market data is delayed, frozen, silent or missing, and no order is priced by that; see the subscriptions and entitlements of the adapter."),
    ACCOUNT_MISMATCH("The account is not one of this gateway's; use one that the session reports."),
    COMMAND_EXPIRED("The order waited too long to be sent, so it was not; check the market and submit a new one."),
    DUPLICATE_ORDER("An order with this client order id exists with other terms; use a new id."),
    INVALID_ORDER("The order cannot be read or is contradictory; correct it and submit again."),
    JOURNAL_UNAVAILABLE("The order could not be journaled, so nothing was sent; check the adapter's database."),
    NOT_PERMITTED(
            "Nobody permitted this user, strategy and contract together; have a permission proposed and approved."),
    RESTRICTED("The contract is on the restricted list; see the value for whom and why."),
    SHORT_SALE_NOT_SHOWN(
            "The order sells short and the broker does not show enough shares to borrow; sell what is held or find a locate."),
    STRATEGY_DISABLED(
            "The strategy filled and entered again too often and is disabled; look into it, then enable it by POST"
                    + " /api/v1/gate/strategies/{strategy}/enable."),
    REFERENCE_MISSING("No fresh bid, ask or last values the order; wait for the market or look at the subscription."),
    POSITION_UNKNOWN(
            "The broker's positions are not known on this connection, so nothing may be added; wait for them or lower the position."),
    BUYING_POWER_UNKNOWN("The account's buying power is not known; check that the risk-manager reports it.", true),
    ORDER_QUANTITY("The quantity is above the limit for one order; split it or have the limit raised.", true),
    ORDER_VALUE("The order's value is above the limit for one order; split it or have the limit raised.", true),
    PRICE_COLLAR("The price is too far from the market; use a price within the limit.", true),
    PRICE_SPAN("The price is too far from where the market was; wait or use a price within the limit.", true),
    POSITION_LIMIT(
            "The position would exceed its limit, working orders included; cancel some or lower the quantity.", true),
    EXPOSURE_LIMIT("The exposure would exceed its limit, working orders included; reduce something first.", true),
    BUYING_POWER("The order takes more of the buying power than allowed; lower the quantity.", true),
    MESSAGE_RATE("Too many orders or changes within the window; slow down and submit again.", true),
    ACTIVE_ORDERS("Too many orders work in this contract on this side; cancel some.", true),
    ORDER_RATIO("Too many messages for too few trades; cancel and change less.", true),
    DUPLICATE_IN_WINDOW("The same order was sent a moment ago; if it is meant, wait for the window to pass.", true),
    SELF_TRADE("The order would trade with an own working order; cancel that one first.");

    private final String advice;
    private final boolean overridable;

    DenialReason(String advice) {
        this(advice, false);
    }

    DenialReason(String advice, boolean overridable) {
        this.advice = advice;
        this.overridable = overridable;
    }

    /** One line: what is wrong and what to do. */
    public String advice() {
        return advice;
    }

    /** True for a denial by a limit, which two people may lift for one order. */
    public boolean isOverridable() {
        return overridable;
    }
}
