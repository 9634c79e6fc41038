package com.quanticity.ibkr.model.stream;

/** Every stream of the platform, with its length bound. No stream name is written anywhere else. */
public enum StreamName {
    /** Top of book: adapter to all, and to the history writer. */
    MARKET_QUOTE("market.quote", 500_000),
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
    /** Trading state: risk-manager to all. */
    RISK_STATE("risk.state", 10_000),
    /** Operator commands: console to services. */
    OPS_COMMAND("ops.command", 10_000),
    /** What services answer: services to console. */
    OPS_REPLY("ops.reply", 10_000),
    /** Alarms raised and cleared: all to console. */
    OPS_ALARM("ops.alarm", 10_000),
    /** Life of every session: to console and audit. */
    SESSION_EVENT("session.event", 10_000),
    /** Orders and positions of our ledger: execution-engine to all. */
    EXECUTION_EVENT("execution.event", 100_000);

    private final String text;
    private final long maximumLength;

    StreamName(String text, long maximumLength) {
        this.text = text;
        this.maximumLength = maximumLength;
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

    @Override
    public String toString() {
        return text;
    }
}
