package com.quanticity.ibkr.model.stream;

/** Every stream of the platform, with its length bound. No stream name is written anywhere else. */
public enum StreamName {
    /** Top of book: adapter to all, and to the history writer. */
    MARKET_QUOTE("market.quote", 2_000_000, 512),
    /** Tick-by-tick trades, bids and asks, mid-points: adapter to all, and to the history writer. */
    MARKET_TRADE("market.trade", 2_000_000, 256),
    /** Bars of five seconds: adapter to all, and to the history writer. */
    MARKET_BAR("market.bar", 200_000, 128),
    /** Updates and resets of market depth: adapter to all, and to the history writer. */
    MARKET_DEPTH("market.depth", 2_000_000, 256),
    /** Where each subscription stands: adapter to all. */
    MARKET_STATUS("market.status", 20_000),
    /** Resolved contracts: adapter to all. */
    CONTRACT_REFERENCE("contract.reference", 10_000),
    /** Submit and cancel: execution-engine and console to adapter. */
    ORDER_COMMAND("order.command", 100_000),
    /** Fate of orders: adapter to all. */
    ORDER_EVENT("order.event", 100_000),
    /** Account figures: risk-manager to all. */
    ACCOUNT_VALUE("account.value", 20_000),
    /** The broker's positions: risk-manager to all. */
    ACCOUNT_POSITION("account.position", 20_000),
    /** Orders, executions and commissions of every client id, apart from the trading path: risk-manager to all. */
    DROPCOPY_EVENT("dropcopy.event", 100_000),
    /** Trading state: risk-manager to all. */
    RISK_STATE("risk.state", 10_000),
    /** Limits that orders are held against: risk-manager to all. */
    RISK_LIMITS("risk.limits", 1_000),
    /** Operator commands: console to services. */
    OPS_COMMAND("ops.command", 10_000),
    /** What services answer: services to console. */
    OPS_REPLY("ops.reply", 10_000),
    /** Alarms raised and cleared: all to console. */
    OPS_ALARM("ops.alarm", 10_000),
    /** Life of every session: to console and audit. */
    SESSION_EVENT("session.event", 10_000),
    /** Orders, positions and discrepancies of our ledger: execution-engine to all. */
    EXECUTION_EVENT("execution.event", 100_000),
    /** Instruments locked because our books and the broker's differ: execution-engine to adapter and console. */
    RECONCILE_LOCK("reconcile.lock", 1_000),
    /** What outside strategies want traded: to execution-engine. */
    SIGNAL_INTENT("signal.intent", 10_000),
    /** Prices of the outside feed: to adapter, for comparison with level 1. */
    UW_PRICE("uw.price", 100_000),
    /** How far downloads of past data are: adapter to console. */
    HISTORY_PROGRESS("history.progress", 10_000),

    /** What must be on record: all to the audit writer of the console. */
    AUDIT_ENTRY("audit.entry", 1_000_000, 1024);

    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final long MEBIBYTE = 1024 * 1024;

    private final String text;
    private final long maximumLength;
    private final long maximumBytes;

    StreamName(String text, long maximumLength) {
        this.text = text;
        this.maximumLength = maximumLength;
        this.maximumBytes = UNLIMITED;
    }

    StreamName(String text, long maximumLength, long maximumMebibytes) {
        this.text = text;
        this.maximumLength = maximumLength;
        this.maximumBytes = maximumMebibytes * MEBIBYTE;
    }

    /** The Redis key, before any prefix. */
    public String text() {
        return text;
    }

    /** The Redis key of the dead-letter stream. */
    public String deadLetterText() {
        return text + ".dead";
    }

    /** About how many entries are kept; older ones are trimmed. */
    public long maximumLength() {
        return maximumLength;
    }

    /**
     * About how much memory of Redis the stream may take; older entries are trimmed. An entry of a market stream holds one item or some
     * hundred, so a number of entries alone says little. {@code Long.MAX_VALUE}: only the length counts.
     */
    public long maximumBytes() {
        return maximumBytes;
    }

    public boolean isBoundInBytes() {
        return maximumBytes != UNLIMITED;
    }

    @Override
    public String toString() {
        return text;
    }
}
