package com.quanticity.ibkr.model.audit;

/** What an audit entry is about. */
public enum AuditKind {
    /** Somebody asked for an order, its change or its cancel. */
    ORDER_REQUEST,
    /** What became of an order, as the adapter learned or decided it. */
    ORDER_RESPONSE,
    /** A command of an operator, or a step of one. */
    OPERATOR_ACTION,
    /** Somebody logged in or out, tried to, or asked for what the role may not. */
    LOGIN,
    /** A limit was set. */
    LIMIT_CHANGE,
    /** The trading state changed. */
    TRADING_STATE,
    /** A session with the gateway was made, lost, refused or moved. */
    SESSION,
    /** Facts are missing from here on: a stream was trimmed before they were recorded. */
    RECORD_GAP
}
