package com.quanticity.ibkr.gateway.internal.wire;

/** Message ids, server to client, as far as we read them. */
final class InboundMessage {

    static final int TICK_PRICE = 1;
    static final int TICK_SIZE = 2;
    static final int ORDER_STATUS = 3;
    static final int ERR_MSG = 4;
    static final int OPEN_ORDER = 5;
    static final int NEXT_VALID_ID = 9;
    static final int CONTRACT_DATA = 10;
    static final int EXECUTION_DATA = 11;
    static final int MANAGED_ACCTS = 15;
    static final int TICK_GENERIC = 45;
    static final int TICK_STRING = 46;
    static final int CURRENT_TIME = 49;
    static final int CONTRACT_DATA_END = 52;
    static final int OPEN_ORDER_END = 53;
    static final int EXECUTION_DATA_END = 55;
    static final int TICK_SNAPSHOT_END = 57;
    static final int MARKET_DATA_TYPE = 58;
    static final int COMMISSION_REPORT = 59;
    static final int POSITION_DATA = 61;
    static final int POSITION_END = 62;
    static final int ACCOUNT_SUMMARY = 63;
    static final int ACCOUNT_SUMMARY_END = 64;
    static final int TICK_REQ_PARAMS = 81;
    static final int COMPLETED_ORDER = 101;
    static final int COMPLETED_ORDERS_END = 102;

    private InboundMessage() {}
}
