package com.quanticity.ibkr.model.risk;

/** Why we refused an order before sending it. The name is the reason code on streams, in logs and on pages. */
public enum DenialReason {
    TRADING_HALTED("Trading is halted; ask the risk officer to resume it."),
    TRADING_REDUCING("Only orders that lower exposure pass; lower the quantity or wait for ACTIVE."),
    TRADING_STATE_UNKNOWN("No fresh trading state from the risk-manager; check that it is running."),
    SESSION_NOT_READY("The gateway session is not ready; wait until it is READY and submit again."),
    UNKNOWN_SYMBOL(
            "The contract is not on the watch list or was not resolved; add it to ibkr.adapter.watch-list, or resolve it by POST"
                    + " /api/v1/contracts/resolve."),
    CONTRACT_BLOCKED("The contract is blocked; see the value for why, and GET /api/v1/contracts/{conid}."),
    PRICE_OFF_TICK(
            "The price is not on the contract's price increment; use one of the next valid prices in the limit."),
    PRICE_NOT_LIVE(
            "Its market data is delayed, frozen, silent or missing, and no order is priced by that; see the subscriptions and entitlements of the adapter."),
    ACCOUNT_MISMATCH("The account is not one of this gateway's; use one that the session reports."),
    COMMAND_EXPIRED("The order waited too long to be sent, so it was not; check the market and submit a new one."),
    DUPLICATE_ORDER("An order with this client order id exists with other terms; use a new id."),
    INVALID_ORDER("The order cannot be read or is contradictory; correct it and submit again."),
    JOURNAL_UNAVAILABLE("The order could not be journaled, so nothing was sent; check the adapter's database.");

    private final String advice;

    DenialReason(String advice) {
        this.advice = advice;
    }

    /** One line: what is wrong and what to do. */
    public String advice() {
        return advice;
    }
}
