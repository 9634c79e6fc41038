package com.quanticity.ibkr.gateway.error;

/** What can be done about a code; the vocabulary of {@link ErrorCode}. */
enum ErrorAction {
    NONE("nothing to do"),
    ORDER_LIVES("nothing to do, the order lives"),
    SHOW_TEXT("read the text; the order lives"),
    READ_TEXT("read the text; the request is over"),
    READ_REASON("read the reason in the text and correct what it names"),
    READ_STATE("take the order's state from the text, else ask for open orders and executions"),
    CHECK_STATE("ask for open orders and executions before doing anything else"),
    CHANGE_AGAIN("the order lives as it was; change it again in a moment"),
    FIX_CHANGE("the order lives as it was; change price, size or time in force only"),
    CANCEL_AND_REPLACE("the order lives as it was; cancel it and send a new one"),
    FIX_REQUEST("correct the order or request and send it anew"),
    FIX_PRICE("correct the price"),
    ROUND_PRICE("round the price with the contract's market rule"),
    FIX_PRICE_OR_SETTING("correct the price, or change the gateway's precautionary settings"),
    FIX_SIZE("correct the size"),
    FIX_SIZE_OR_SETTING("correct the size, or change the gateway's precautionary settings"),
    USE_CASH_QUANTITY("give the cash quantity instead of the size"),
    FIX_ACCOUNT("name the account"),
    FIX_ALLOCATION("give or correct the allocation to accounts"),
    FIX_TIME("give times as yyyyMMdd HH:mm:ss ZONE, or yyyyMMdd-HH:mm:ss in UTC"),
    FIX_ROUTE("correct the exchange or its routing options"),
    FIX_CONTRACT("correct the contract; ask for its details first"),
    FIX_LEGS("correct the combination and its legs"),
    FIX_SCALE("correct the scale attributes"),
    FIX_HEDGE("correct the hedge attributes"),
    FIX_DELTA("correct the delta"),
    FIX_VOLATILITY("correct the volatility attributes"),
    FIX_SHORT_SALE("correct short sale slot and location"),
    FIX_ALGO("correct the algorithm and its parameters"),
    FIX_TICK_LIST("leave the list of generic ticks empty"),
    FIX_OR_SUBSCRIBE("correct the query, or subscribe to the data"),
    DROP_ATTRIBUTE("leave the attribute out"),
    LEAVE_UNSET("leave the attribute unset"),
    SHORTEN_TEXT("shorten the text"),
    USE_ASCII("use printable ASCII"),
    USE_GROUPS("use groups instead of profiles"),
    SEND_PARENT("send the parent order first"),
    SKIP_PREVIEW("send it without a preview"),
    OTHER_TYPE("use another order type"),
    OTHER_EXCHANGE("use another exchange, or wait"),
    OTHER_CONTRACT("use another contract"),
    NEW_ORDER_ID("take a fresh order id, above every one used before"),
    NEW_ID("take an id that was not used in this session"),
    GET_PERMISSION("ask the broker for the permission in the account's settings"),
    SUBSCRIBE("subscribe to the data, or ask for delayed data with ibkr.gateway.market-data-type=DELAYED"),
    GET_DATA("ask for market data first, or change the gateway's precautionary settings"),
    INCLUDE_EXPIRED("set includeExpired"),
    CLEAR_BOOK("clear both sides of the book; the request lives"),
    CANCEL_ONE("cancel another request of the kind, then ask again"),
    ASK_AGAIN("ask again at once"),
    ASK_AGAIN_LATER("try again later"),
    AFTER_THE_HALT("wait until trading resumes"),
    NEXT_DAY("try again on the next trading day"),
    WAIT("wait, it restores itself"),
    WAIT_FOR_READY("wait until the session is READY, then try again"),
    SLOW_DOWN("lower ibkr.gateway.pacing.messages-per-second; repeated violations close the socket"),
    SLOW_DOWN_HISTORY("ask for less history: 60 queries in 10 minutes, no equal one within 15 s"),
    USE_MULTI("use the requests for several accounts"),
    IGNORE_VALUE("ignore the value"),
    SYNCHRONISE("read open orders, executions and positions anew"),
    SYNCHRONISE_ALL("subscribe to everything anew; read open orders, executions and positions"),
    NEW_PORT("set ibkr.gateway.port to the port in the text"),
    START_GATEWAY("start the gateway and log it in, or correct ibkr.gateway.host and port"),
    UPDATE_GATEWAY("update the gateway, or widen ibkr.gateway.min-version and max-version"),
    RAISE_VERSION("raise ibkr.gateway.max-version"),
    FREE_CLIENT_ID(
            "end the other session of this client id, or wait until the gateway drops it; never take another id"),
    USE_CLIENT_0("only client id 0 can do this"),
    END_OTHER_LOGIN("end the other login of this user, or log the gateway in as a user of its own"),
    NO_READ_ONLY("switch off 'Read-Only API' in the gateway's API settings, or send no orders through it"),
    UNLOCK("unlock the gateway"),
    REPORT_BUG("report this with a wire capture: a message does not fit the agreed version"),
    ASK_STATE("unlisted code: ask for open orders, then report the code with its text"),
    REPORT_CODE("unlisted code: report it with its text");

    private final String text;

    ErrorAction(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
