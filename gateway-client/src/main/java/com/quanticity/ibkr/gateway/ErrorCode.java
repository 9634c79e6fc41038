package com.quanticity.ibkr.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codes this platform decides by: does the request go on, does the order live? A code that is not listed never kills an order.
 * Sources: wire specification, behaviour sections 2, 4 and 10, and the table of error codes.
 */
public enum ErrorCode {
    PACING_VIOLATION(100, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "more messages a second than allowed"),
    NO_FREE_DATA_LINE(101, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "no free market data line"),
    DUPLICATE_TICKER_ID_OLD(102, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "ticker id in use"),
    DUPLICATE_ORDER_ID(103, OrderEffect.DEAD, OrderEffect.ALIVE, true, "order id used or below the next valid id"),
    ORDER_ALREADY_FILLED(104, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "the order to be modified is filled"),
    MODIFY_DOES_NOT_MATCH(105, OrderEffect.UNKNOWN, OrderEffect.ALIVE, true, "fields differ that may not change"),
    ORDER_NOT_TRANSMITTABLE(106, OrderEffect.DEAD, OrderEffect.ALIVE, true, "order id cannot be transmitted"),
    ORDER_INCOMPLETE(107, OrderEffect.DEAD, OrderEffect.ALIVE, true, "incomplete order"),
    PRICE_OUT_OF_RANGE(109, OrderEffect.DEAD, OrderEffect.ALIVE, true, "price outside the precautionary range"),
    PRICE_OFF_TICK(110, OrderEffect.DEAD, OrderEffect.ALIVE, true, "price does not fit the increment"),
    TIF_DOES_NOT_FIT(111, OrderEffect.DEAD, OrderEffect.ALIVE, true, "time in force does not fit the order type"),
    TIF_MUST_BE_DAY(113, OrderEffect.DEAD, OrderEffect.ALIVE, true, "time in force must be DAY"),
    NO_SUCH_ORDER(135, OrderEffect.DEAD, OrderEffect.ALIVE, true, "no order with this id"),
    CANNOT_CANCEL(136, OrderEffect.DEAD, OrderEffect.UNKNOWN, true, "order cannot be cancelled"),
    NOT_CANCELLABLE(161, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "cancel while the order is not cancellable"),
    HISTORY_MESSAGE(
            162, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "historical data: no data, pacing or cancelled"),
    NO_SECURITY_DEFINITION(200, OrderEffect.DEAD, OrderEffect.ALIVE, true, "no or ambiguous security definition"),
    ORDER_REJECTED(201, OrderEffect.DEAD, OrderEffect.DEAD, true, "order rejected, reason in the text"),
    ORDER_CANCELLED(202, OrderEffect.DEAD, OrderEffect.DEAD, true, "order cancelled, reason in the text"),
    SECURITY_NOT_ALLOWED(203, OrderEffect.DEAD, OrderEffect.DEAD, true, "security not available to the account"),
    UNKNOWN_TICKER_ID(300, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "cancel for an unknown id"),
    TOO_MANY_DEPTH_REQUESTS(309, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "too many market depth requests"),
    DEPTH_HALTED(316, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "market depth halted"),
    DEPTH_RESET(317, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "market depth reset"),
    UNREADABLE_REQUEST(320, OrderEffect.DEAD, OrderEffect.ALIVE, true, "server could not read the request"),
    REQUEST_REFUSED(321, OrderEffect.DEAD, OrderEffect.ALIVE, true, "refused in validation, cause in the text"),
    REQUEST_FAILED(322, OrderEffect.DEAD, OrderEffect.ALIVE, true, "server failed processing"),
    CLIENT_ID_IN_USE(326, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "client id in use, socket is closed"),
    AUTO_BIND_REFUSED(327, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "auto-bind only for client id 0"),
    MODIFY_TYPE_REFUSED(329, OrderEffect.DEAD, OrderEffect.ALIVE, true, "order type cannot change so"),
    DATA_NOT_SUBSCRIBED(354, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "not subscribed"),
    HISTORY_NOT_PENDING(366, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "no such historical query"),
    TYPE_NOT_SUPPORTED(387, OrderEffect.DEAD, OrderEffect.ALIVE, true, "order type not supported here"),
    ORDER_WARNING(399, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "order message, the order lives"),
    SHARES_NOT_AVAILABLE(404, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "order held until shares are located"),
    SIZE_INVALID(434, OrderEffect.DEAD, OrderEffect.ALIVE, true, "size invalid"),
    ACCOUNT_MISSING(435, OrderEffect.DEAD, OrderEffect.ALIVE, true, "account must be given"),
    SIZE_NOTICE(481, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "size notice"),
    BROKER_LINK_LOST(1100, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "link to the broker lost"),
    BROKER_LINK_BACK_DATA_LOST(
            1101, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "link restored, subscriptions lost"),
    BROKER_LINK_BACK_DATA_KEPT(
            1102, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "link restored, subscriptions kept"),
    PORT_CHANGED(1300, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "socket port changed"),
    MODIFY_STILL_PENDING(2102, OrderEffect.UNKNOWN, OrderEffect.ALIVE, false, "still being processed, try again"),
    DATA_FARM_BROKEN(2103, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "market data farm broken"),
    DATA_FARM_OK(2104, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "market data farm OK"),
    HISTORY_FARM_BROKEN(2105, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "historical farm broken"),
    HISTORY_FARM_OK(2106, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "historical farm OK"),
    HISTORY_FARM_IDLE(
            2107, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "historical farm inactive, active on demand"),
    DATA_FARM_IDLE(
            2108, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "market data farm inactive, active on demand"),
    ATTRIBUTE_IGNORED(2109, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "outside-hours attribute ignored"),
    GATEWAY_LINK_BROKEN(
            2110, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "gateway to broker broken, will be restored"),
    DATA_FARM_CONNECTING(2119, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "market data farm connecting"),
    CROSS_SIDE_WARNING(2137, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "cross side warning"),
    DEFINITION_FARM_BROKEN(2157, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "security definition farm broken"),
    DEFINITION_FARM_OK(2158, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "security definition farm OK"),
    PRICE_CAPPED(2161, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "price capped"),
    E_TRADE_ONLY_NOTICE(2168, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "eTradeOnly ignored"),
    FIRM_QUOTE_ONLY_NOTICE(2169, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "firmQuoteOnly ignored"),
    NBBO_PRICE_CAP_NOTICE(2170, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "nbboPriceCap ignored"),
    TIME_ZONE_MISSING(2174, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "time without a zone"),
    SUBSCRIPTION_NEEDED(
            10089,
            OrderEffect.UNKNOWN,
            OrderEffect.UNKNOWN,
            false,
            "additional subscription needed; delayed data may follow"),
    PARTLY_SUBSCRIBED(10090, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "part of the data is not subscribed"),
    PARTLY_SUBSCRIBED_API(
            10091, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "part of the data is not subscribed for the API"),
    DEPTH_NOT_SUPPORTED(10092, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "depth not supported here"),
    CANCEL_OF_UNKNOWN_ORDER(10147, OrderEffect.DEAD, OrderEffect.DEAD, true, "order to be cancelled not found"),
    CANCEL_REFUSED(
            10148, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "order cannot be cancelled, state in the text"),
    DELAYED_DATA_SHOWN(10167, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, false, "not subscribed, delayed data follows"),
    DELAYED_DATA_OFF(
            10168, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "not subscribed and delayed data not enabled"),
    DATA_CONNECTION_LOST(10182, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "live updates failed"),
    DELAYED_DATA_REFUSED(
            10186, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "not subscribed and delayed data not enabled"),
    HISTORY_TICKS_FAILED(10187, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "historical ticks failed"),
    TICK_DATA_FAILED(10189, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "tick-by-tick failed"),
    TOO_MANY_TICK_REQUESTS(10190, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "too many tick-by-tick requests"),
    COMPETING_SESSION(10197, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, true, "no data during a competing live session"),
    E_TRADE_ONLY_REFUSED(10268, OrderEffect.DEAD, OrderEffect.ALIVE, true, "eTradeOnly must not be set"),
    FIRM_QUOTE_ONLY_REFUSED(10269, OrderEffect.DEAD, OrderEffect.ALIVE, true, "firmQuoteOnly must not be set"),
    NBBO_PRICE_CAP_REFUSED(10270, OrderEffect.DEAD, OrderEffect.ALIVE, true, "nbboPriceCap must not be set"),
    POST_TO_ATS_REFUSED(10274, OrderEffect.DEAD, OrderEffect.ALIVE, true, "postToAts must be unset or positive"),
    DIRECT_ROUTE_NOTICE(10311, OrderEffect.UNKNOWN, OrderEffect.ALIVE, false, "direct route warning; may be a refusal"),
    TIF_SET_BY_PRESET(10349, OrderEffect.ALIVE, OrderEffect.ALIVE, false, "time in force set by the account's preset");

    /** What a code says about the order it names. */
    public enum OrderEffect {
        ALIVE,
        DEAD,
        /** The code does not tell: ask for open orders and executions. */
        UNKNOWN
    }

    private static final Map<Integer, ErrorCode> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

    private final int code;
    private final OrderEffect onNewOrder;
    private final OrderEffect onWorkingOrder;
    private final boolean endsRequest;
    private final String meaning;

    ErrorCode(int code, OrderEffect onNewOrder, OrderEffect onWorkingOrder, boolean endsRequest, String meaning) {
        this.code = code;
        this.onNewOrder = onNewOrder;
        this.onWorkingOrder = onWorkingOrder;
        this.endsRequest = endsRequest;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** One phrase for logs and pages. */
    public String meaning() {
        return meaning;
    }

    public static Optional<ErrorCode> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * Whether an order that the broker had not acknowledged before lives after this code.
     */
    public static OrderEffect onNewOrder(int code) {
        ErrorCode known = BY_CODE.get(code);
        return known == null ? OrderEffect.UNKNOWN : known.onNewOrder;
    }

    /** Whether an acknowledged order lives after this code, which answers a modification or a cancel or comes by itself. */
    public static OrderEffect onWorkingOrder(int code) {
        ErrorCode known = BY_CODE.get(code);
        return known == null ? OrderEffect.UNKNOWN : known.onWorkingOrder;
    }

    /**
     * Whether the request named by the message's id is over. Codes that are not listed end it, warnings (2100..2199) do not.
     */
    public static boolean endsRequest(int code) {
        ErrorCode known = BY_CODE.get(code);
        return known == null ? !isWarning(code) : known.endsRequest;
    }

    /** True for the broker's own range of warnings and notices. */
    public static boolean isWarning(int code) {
        return code >= 2100 && code <= 2199;
    }
}
