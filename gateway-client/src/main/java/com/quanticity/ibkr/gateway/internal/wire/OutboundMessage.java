package com.quanticity.ibkr.gateway.internal.wire;

/** Message ids, client to server, as far as we send them. */
final class OutboundMessage {

    static final int REQ_MKT_DATA = 1;
    static final int CANCEL_MKT_DATA = 2;
    static final int PLACE_ORDER = 3;
    static final int CANCEL_ORDER = 4;
    static final int REQ_OPEN_ORDERS = 5;
    static final int REQ_EXECUTIONS = 7;
    static final int REQ_IDS = 8;
    static final int REQ_CONTRACT_DATA = 9;
    static final int REQ_ALL_OPEN_ORDERS = 16;
    static final int REQ_MANAGED_ACCTS = 17;
    static final int REQ_CURRENT_TIME = 49;
    static final int REQ_GLOBAL_CANCEL = 58;
    static final int REQ_MARKET_DATA_TYPE = 59;
    static final int REQ_POSITIONS = 61;
    static final int REQ_ACCOUNT_SUMMARY = 62;
    static final int CANCEL_ACCOUNT_SUMMARY = 63;
    static final int CANCEL_POSITIONS = 64;
    static final int START_API = 71;
    static final int REQ_COMPLETED_ORDERS = 99;

    private OutboundMessage() {}
}
