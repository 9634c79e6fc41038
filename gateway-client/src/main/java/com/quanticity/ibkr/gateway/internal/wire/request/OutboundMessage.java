package com.quanticity.ibkr.gateway.internal.wire.request;

/** Message ids, client to server. */
final class OutboundMessage {

    static final int REQ_MKT_DATA = 1;
    static final int CANCEL_MKT_DATA = 2;
    static final int PLACE_ORDER = 3;
    static final int CANCEL_ORDER = 4;
    static final int REQ_OPEN_ORDERS = 5;
    static final int REQ_ACCOUNT_DATA = 6;
    static final int REQ_EXECUTIONS = 7;
    static final int REQ_IDS = 8;
    static final int REQ_CONTRACT_DATA = 9;
    static final int REQ_MKT_DEPTH = 10;
    static final int CANCEL_MKT_DEPTH = 11;
    static final int REQ_NEWS_BULLETINS = 12;
    static final int CANCEL_NEWS_BULLETINS = 13;
    static final int SET_SERVER_LOGLEVEL = 14;
    static final int REQ_AUTO_OPEN_ORDERS = 15;
    static final int REQ_ALL_OPEN_ORDERS = 16;
    static final int REQ_MANAGED_ACCTS = 17;
    static final int REQ_HISTORICAL_DATA = 20;
    static final int EXERCISE_OPTIONS = 21;
    static final int REQ_SCANNER_SUBSCRIPTION = 22;
    static final int CANCEL_SCANNER_SUBSCRIPTION = 23;
    static final int REQ_SCANNER_PARAMETERS = 24;
    static final int CANCEL_HISTORICAL_DATA = 25;
    static final int REQ_CURRENT_TIME = 49;
    static final int REQ_REAL_TIME_BARS = 50;
    static final int CANCEL_REAL_TIME_BARS = 51;
    static final int REQ_CALC_IMPLIED_VOLAT = 54;
    static final int REQ_CALC_OPTION_PRICE = 55;
    static final int CANCEL_CALC_IMPLIED_VOLAT = 56;
    static final int CANCEL_CALC_OPTION_PRICE = 57;
    static final int REQ_GLOBAL_CANCEL = 58;
    static final int REQ_MARKET_DATA_TYPE = 59;
    static final int REQ_POSITIONS = 61;
    static final int REQ_ACCOUNT_SUMMARY = 62;
    static final int CANCEL_ACCOUNT_SUMMARY = 63;
    static final int CANCEL_POSITIONS = 64;
    static final int START_API = 71;
    static final int REQ_POSITIONS_MULTI = 74;
    static final int CANCEL_POSITIONS_MULTI = 75;
    static final int REQ_ACCOUNT_UPDATES_MULTI = 76;
    static final int CANCEL_ACCOUNT_UPDATES_MULTI = 77;
    static final int REQ_SEC_DEF_OPT_PARAMS = 78;
    static final int REQ_SOFT_DOLLAR_TIERS = 79;
    static final int REQ_FAMILY_CODES = 80;
    static final int REQ_MATCHING_SYMBOLS = 81;
    static final int REQ_MKT_DEPTH_EXCHANGES = 82;
    static final int REQ_SMART_COMPONENTS = 83;
    static final int REQ_NEWS_PROVIDERS = 85;
    static final int REQ_HEAD_TIMESTAMP = 87;
    static final int CANCEL_HEAD_TIMESTAMP = 90;
    static final int REQ_MARKET_RULE = 91;
    static final int REQ_PNL = 92;
    static final int CANCEL_PNL = 93;
    static final int REQ_PNL_SINGLE = 94;
    static final int CANCEL_PNL_SINGLE = 95;
    static final int REQ_HISTORICAL_TICKS = 96;
    static final int REQ_TICK_BY_TICK_DATA = 97;
    static final int CANCEL_TICK_BY_TICK_DATA = 98;
    static final int REQ_COMPLETED_ORDERS = 99;
    static final int REQ_USER_INFO = 104;
    static final int REQ_CURRENT_TIME_IN_MILLIS = 105;

    private OutboundMessage() {}
}
