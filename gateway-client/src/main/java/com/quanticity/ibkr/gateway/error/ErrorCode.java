package com.quanticity.ibkr.gateway.error;

import static com.quanticity.ibkr.gateway.error.ErrorAction.*;
import static com.quanticity.ibkr.gateway.error.ErrorKind.*;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every code of the wire specification, by number. What one means where it arrives is answered by {@link ErrorCatalogue} alone: the same
 * code ends a new order and leaves a modified one as it was. Source: wire specification, table of
 * error codes and behaviour section 10; a test compares them.
 */
public enum ErrorCode {
    PACING_VIOLATION(100, PACING_SESSION, "more messages a second than allowed", SLOW_DOWN),
    NO_FREE_DATA_LINE(101, DATA_OVER, "no free market data line", CANCEL_ONE),
    DUPLICATE_TICKER_ID_OLD(102, ID_OF_REQUEST, "ticker id in use", NEW_ID),
    DUPLICATE_ORDER_ID(103, REJECT, "order id used or below the next valid id", NEW_ORDER_ID),
    ORDER_ALREADY_FILLED(104, REJECT, ErrorReaction.UNCLEAR, "the order to be modified is filled", CHECK_STATE),
    MODIFY_DOES_NOT_MATCH(105, REJECT, ErrorReaction.CHANGE_REFUSED, "fields differ that may not change", FIX_CHANGE),
    ORDER_NOT_TRANSMITTABLE(106, REJECT, "order id cannot be transmitted", FIX_REQUEST),
    ORDER_INCOMPLETE(107, REJECT, "incomplete order cannot be transmitted", FIX_REQUEST),
    PRICE_OUT_OF_RANGE(109, REJECT, "price outside the precautionary percentage", FIX_PRICE_OR_SETTING),
    PRICE_OFF_TICK(110, REJECT, "price does not fit the minimum increment", ROUND_PRICE),
    TIF_DOES_NOT_FIT(111, REJECT, "time in force does not fit the order type", FIX_REQUEST),
    TIF_MUST_BE_DAY(113, REJECT, "time in force must be DAY for MOC and LOC", FIX_REQUEST),
    RELATIVE_ONLY_FOR_STOCKS(114, REJECT, "relative orders are for stocks only", FIX_REQUEST),
    RELATIVE_ROUTE_REFUSED(115, REJECT, "relative US stock order needs another destination", FIX_ROUTE),
    EXCHANGE_DEAD(116, REJECT, "the exchange is dead, cannot transmit", OTHER_EXCHANGE),
    BLOCK_TOO_SMALL(117, REJECT, "block order too small", FIX_SIZE),
    VWAP_ROUTE_NEEDED(118, REJECT, "VWAP order must go to the VWAP exchange", FIX_ROUTE),
    ONLY_VWAP_ON_ROUTE(119, REJECT, "only VWAP orders on the VWAP exchange", FIX_ROUTE),
    VWAP_TOO_LATE(120, REJECT, "too late for a VWAP order today", NEXT_DAY),
    BROKER_DEALER_FLAG_INVALID(121, REJECT, "invalid broker-dealer flag", FIX_REQUEST),
    REQUEST_TAG_MISSING(122, REJECT, ErrorReaction.UNCLEAR, "no request tag found for the order", CHECK_STATE),
    NO_SUCH_CONTRACT(123, CONTRACT_OF_REQUEST, "no record for the contract id", FIX_CONTRACT),
    NO_RULE_FOR_CONTRACT(124, CONTRACT_OF_REQUEST, "no market rule for the contract id", FIX_CONTRACT),
    BUY_NOT_AT_ASK(125, REJECT, "buy price must equal the best ask", FIX_PRICE),
    SELL_NOT_AT_BID(126, REJECT, "sell price must equal the best bid", FIX_PRICE),
    VWAP_START_TOO_SOON(129, REJECT, "VWAP order must come 3 minutes before its start", FIX_TIME),
    ROUTE_IGNORES_ATTRIBUTE(131, NOTE, "sweep-to-fill or display size ignored on this route", ORDER_LIVES),
    CLEARING_ACCOUNT_MISSING(132, REJECT, "clearing account missing", FIX_ACCOUNT),
    SUBMIT_FAILED(133, REJECT, ErrorReaction.UNCLEAR, "submitting a new order failed", CHECK_STATE),
    MODIFY_FAILED(134, REJECT, ErrorReaction.CHANGE_REFUSED, "modifying failed", CHANGE_AGAIN),
    NO_SUCH_ORDER(135, REJECT, ErrorReaction.STATE_IN_DOUBT, "no order with this id", CHECK_STATE),
    CANNOT_CANCEL(136, REJECT, ErrorReaction.STATE_IN_DOUBT, "order cannot be cancelled", CHECK_STATE),
    VWAP_CANCEL_TOO_LATE(137, REJECT, ErrorReaction.CHANGE_REFUSED, "VWAP order too late to cancel", WAIT),
    TICKER_REQUEST_UNREADABLE(138, SYSTEM_REQUEST, "ticker request not readable", FIX_REQUEST),
    PARSE_ERROR(139, SYSTEM_REQUEST, "parse error", FIX_REQUEST),
    SIZE_NOT_WHOLE(140, REJECT, "size must be a whole number", FIX_SIZE),
    PRICE_NOT_A_NUMBER(141, REJECT, "price must be a number", FIX_PRICE),
    INSTITUTION_INFO_MISSING(142, REJECT, "institutional account lacks account info", FIX_ACCOUNT),
    ID_NOT_A_NUMBER(143, SYSTEM_REQUEST, "id is not a whole number", FIX_REQUEST),
    SIZE_DIFFERS_FROM_ALLOCATION(144, REJECT, "order size differs from the allocation's total", FIX_ALLOCATION),
    FIELD_INVALID(145, REJECT, "an entry field is invalid", FIX_REQUEST),
    TRIGGER_METHOD_INVALID(146, REJECT, "invalid trigger method", FIX_REQUEST),
    CONDITION_CONTRACT_INCOMPLETE(147, REJECT, "the condition's contract is incomplete", FIX_REQUEST),
    CONDITION_NEEDS_PLAIN_TYPE(148, REJECT, "conditions only with MKT or LMT", FIX_REQUEST),
    USER_NAME_MISSING(151, REJECT, "user name missing", FIX_REQUEST),
    HIDDEN_NOT_ALLOWED(152, REJECT, "hidden is not allowed here", DROP_ATTRIBUTE),
    EFP_MUST_BE_LIMIT(153, REJECT, "exchange for physical must be a limit order", FIX_REQUEST),
    SECURITY_HALTED(154, REJECT, "trading in the security is halted", AFTER_THE_HALT),
    ICEBERG_AND_DISCRETIONARY(157, REJECT, "iceberg and discretionary exclude each other", FIX_REQUEST),
    OFFSET_MISSING(158, REJECT, "offset or percent offset missing", FIX_REQUEST),
    OFFSET_OUT_OF_RANGE(159, REJECT, "percent offset out of range", FIX_REQUEST),
    SIZE_ZERO(160, REJECT, "size must not be zero", FIX_SIZE),
    NOT_CANCELLABLE(161, NOTE, ErrorReaction.CANCEL_REFUSED, "the order is in no state to be cancelled", READ_STATE),
    HISTORY_MESSAGE(162, DATA_OVER, "historical data: no data, pacing, cancelled or invalid", READ_TEXT),
    PRICE_PERCENTAGE(163, REJECT, "price violates the percentage constraint", FIX_PRICE),
    NO_DATA_TO_CHECK_PRICE(164, REJECT, "no market data to check the price against", GET_DATA),
    QUERY_INFORMATION(165, INFO_REQUEST, "historical or scanner query information", NONE),
    EXPIRED_CONTRACT(166, DATA_OVER, "the contract is expired", INCLUDE_EXPIRED),
    VWAP_TIME_PAST(167, REJECT, "VWAP time must be in the future", FIX_TIME),
    DISCRETION_OFF_TICK(168, REJECT, "discretionary amount off the price increment", FIX_PRICE),
    NO_SECURITY_DEFINITION(200, CONTRACT_EITHER, "no security definition found, or ambiguous", FIX_CONTRACT),
    ORDER_REJECTED(201, REJECT, ErrorReaction.REJECTED, "order rejected", READ_REASON),
    ORDER_CANCELLED(202, INFO_ORDER, "order cancelled", NONE),
    SECURITY_NOT_ALLOWED(203, REJECT, ErrorReaction.REJECTED, "security not available to the account", GET_PERMISSION),
    UNKNOWN_TICKER_ID(300, INFO_GONE, "cancel for an unknown ticker id", NONE),
    TICKER_ACTION_INVALID(301, SYSTEM_REQUEST, "invalid ticker action", FIX_REQUEST),
    STOP_TICKER_UNREADABLE(302, SYSTEM_REQUEST, "stop of a ticker not readable", FIX_REQUEST),
    ACTION_INVALID(303, SYSTEM_REQUEST, "invalid action", FIX_REQUEST),
    ACCOUNT_VALUE_ACTION_INVALID(304, SYSTEM_REQUEST, "invalid account value action", FIX_REQUEST),
    REQUEST_IGNORED(305, SYSTEM_REQUEST, "request not readable, ignored", FIX_REQUEST),
    TOPIC_INVALID(307, SYSTEM_REQUEST, "invalid request topic", FIX_REQUEST),
    NO_MORE_PAGES(308, SYSTEM_SESSION, "no more API pages", NONE),
    TOO_MANY_DEPTH_REQUESTS(309, DATA_OVER, "too many market depth requests", CANCEL_ONE),
    UNKNOWN_DEPTH_ID(310, INFO_GONE, "cancel for an unknown market depth id", NONE),
    ORIGIN_INVALID(311, REJECT, "invalid origin", FIX_REQUEST),
    COMBO_INVALID(312, CONTRACT_EITHER, "combination details invalid", FIX_LEGS),
    COMBO_LEG_INVALID(313, CONTRACT_EITHER, "details of a combination leg invalid", FIX_LEGS),
    COMBO_NEEDS_LEGS(314, CONTRACT_EITHER, "a combination needs legs", FIX_LEGS),
    STOCK_LEGS_NEED_SMART(315, CONTRACT_EITHER, "stock combination legs only with SMART", FIX_LEGS),
    DEPTH_HALTED(316, DATA_OVER, "market depth halted", ASK_AGAIN_LATER),
    DEPTH_RESET(317, DATA_LIVES, "market depth reset", CLEAR_BOOK),
    LOG_LEVEL_INVALID(319, SYSTEM_REQUEST, "invalid log level", FIX_REQUEST),
    UNREADABLE_REQUEST(320, SYSTEM_EITHER, "the server could not read the request", REPORT_BUG),
    REQUEST_REFUSED(321, SYSTEM_EITHER, "refused in validation", READ_REASON),
    REQUEST_FAILED(322, SYSTEM_REQUEST, ErrorReaction.REFUSED, "the server failed processing", READ_REASON),
    SERVER_ERROR(323, SYSTEM_REQUEST, "server error", ASK_AGAIN_LATER),
    DISCRETIONARY_NOT_SUPPORTED(325, REJECT, "discretionary not supported here", FIX_REQUEST),
    CLIENT_ID_IN_USE(326, ID_OF_SESSION, "client id already in use, the socket is closed", FREE_CLIENT_ID),
    AUTO_BIND_REFUSED(327, ID_OF_SESSION, "auto-bind only for client id 0", USE_CLIENT_0),
    TRAIL_ATTACHMENT_INVALID(328, REJECT, "trailing stop attaches to limit or stop-limit only", FIX_REQUEST),
    MODIFY_TYPE_REFUSED(329, REJECT, "order type cannot change so", CANCEL_AND_REPLACE),
    NOT_AN_ADVISOR_SESSION(330, INFO_SESSION, "managed accounts are for advisors", NONE),
    ADVISOR_WITHOUT_ACCOUNTS(331, SYSTEM_SESSION, "advisor without managed accounts", NONE),
    PROFILE_ACCOUNTS_INVALID(332, REJECT, "account codes of the profile invalid", FIX_ALLOCATION),
    ALLOCATION_UNREADABLE(333, REJECT, "allocation not readable", FIX_ALLOCATION),
    GOOD_TILL_DATE_INVALID(334, REJECT, "invalid good-till date", FIX_TIME),
    DELTA_OUT_OF_RANGE(335, REJECT, "delta must be 0 to 100", FIX_DELTA),
    TIME_OR_ZONE_INVALID(336, REJECT_EITHER, "time or zone invalid", FIX_TIME),
    DATE_TIME_INVALID(337, REJECT_EITHER, "date, time or zone invalid", FIX_TIME),
    GOOD_AFTER_DISABLED(338, REJECT, "good-after time is disabled on this exchange", DROP_ATTRIBUTE),
    FUTURES_SPREAD_NOT_COMBO(339, REJECT, "futures spreads are sent as combinations", FIX_LEGS),
    BOX_IMPROVEMENT_INVALID(340, REJECT, "invalid improvement for a box auction", FIX_REQUEST),
    DELTA_INVALID(341, REJECT, "invalid delta", FIX_DELTA),
    PEGGED_NOT_SUPPORTED(342, REJECT, "pegged order not supported here", OTHER_TYPE),
    DATE_TIME_UNREADABLE(343, REJECT_EITHER, "date, time or zone not readable", FIX_TIME),
    NOT_AN_ADVISOR(344, SYSTEM_REQUEST, "not an advisor account", NONE),
    SHORT_SLOT_INVALID(347, REJECT, "short sale slot must be 1 or 2", FIX_SHORT_SALE),
    SHORT_SLOT_WITHOUT_SHORT(348, REJECT, "short sale slot given, but no short sale", FIX_SHORT_SALE),
    COMBO_WITH_GOOD_AFTER(349, REJECT, "the combination does not support good-after", DROP_ATTRIBUTE),
    BEST_COMBO_MINIMUM(350, REJECT, "minimum quantity not for a best combination", DROP_ATTRIBUTE),
    REGULAR_HOURS_INVALID(351, REJECT, "regular-hours flag not valid here", DROP_ATTRIBUTE),
    SHORT_SLOT_NEEDS_LOCATION(352, REJECT, "short sale slot 2 needs a location", FIX_SHORT_SALE),
    SHORT_SLOT_WITH_LOCATION(353, REJECT, "short sale slot 1 must have no location", FIX_SHORT_SALE),
    DATA_NOT_SUBSCRIBED(354, DATA_OVER, "market data not subscribed", SUBSCRIBE),
    SIZE_OFF_RULE(355, REJECT, "order size does not fit the market rule", FIX_SIZE),
    SMART_COMBO_WITH_OCA(356, REJECT, "a smart combination does not support OCA", DROP_ATTRIBUTE),
    CLIENT_TOO_OLD(357, SYSTEM_SESSION, "client version too old", RAISE_VERSION),
    SMART_COMBO_CHILD(358, REJECT, "child of a smart combination not supported", FIX_LEGS),
    SMART_COMBO_WHAT_IF(360, REJECT, "no what-if for smart combinations", SKIP_PREVIEW),
    TRIGGER_PRICE_INVALID(361, REJECT, "invalid trigger price", FIX_PRICE),
    ADJUSTED_STOP_INVALID(362, REJECT, "invalid adjusted stop price", FIX_PRICE),
    ADJUSTED_LIMIT_INVALID(363, REJECT, "invalid adjusted stop limit price", FIX_PRICE),
    ADJUSTED_TRAIL_INVALID(364, REJECT, "invalid adjusted trailing amount", FIX_PRICE),
    UNKNOWN_SCANNER(365, INFO_GONE, "unknown scanner subscription", NONE),
    HISTORY_NOT_PENDING(366, INFO_GONE, "no such historical query to cancel", NONE),
    VOLATILITY_TYPE_INVALID(367, REJECT, "volatility type must be 1 or 2, for VOL only", FIX_VOLATILITY),
    REFERENCE_PRICE_INVALID(368, REJECT, "reference price type must be 1 or 2", FIX_VOLATILITY),
    VOLATILITY_NOT_FOR_CONTRACT(369, REJECT, "VOL is for US options only", OTHER_TYPE),
    VOLATILITY_MISSING(371, REJECT, "VOL needs a positive volatility", FIX_VOLATILITY),
    DYNAMIC_VOLATILITY_INVALID(372, REJECT, "dynamic VOL attribute on another order type", DROP_ATTRIBUTE),
    STOCK_RANGE_INVALID(373, REJECT, "stock range only for VOL or relative to stock", DROP_ATTRIBUTE),
    STOCK_RANGE_REVERSED(374, REJECT, "lower stock range must be below upper", FIX_VOLATILITY),
    STOCK_RANGE_NEGATIVE(375, REJECT, "stock range must not be negative", FIX_VOLATILITY),
    NO_CONTINUOUS_UPDATE(376, REJECT, "not eligible for continuous update", DROP_ATTRIBUTE),
    HEDGE_PRICE_INVALID(377, REJECT, "delta hedge price invalid", FIX_PRICE),
    HEDGE_TYPE_NOT_ALLOWED(380, REJECT, "order type not allowed for a delta hedge", OTHER_TYPE),
    PRICE_TICK_PRECAUTION(382, REJECT, "price violates the tick-count precaution", FIX_PRICE_OR_SETTING),
    SIZE_PRECAUTION(383, REJECT, "size violates the size precaution", FIX_SIZE_OR_SETTING),
    DUPLICATE_SCANNER_ID(385, ID_OF_REQUEST, "duplicate id of a scanner subscription", NEW_ID),
    DUPLICATE_HISTORY_ID(386, ID_OF_REQUEST, "duplicate id of a historical query", NEW_ID),
    TYPE_NOT_SUPPORTED(387, REJECT, "order type not supported for exchange and security", OTHER_TYPE),
    SIZE_BELOW_MINIMUM(388, REJECT, "size below the minimum", FIX_SIZE),
    ROUTED_ID_NOT_UNIQUE(389, REJECT, "routed order id not unique", FIX_REQUEST),
    ORDER_TIME_INVALID(391, REJECT, "time or zone of the order invalid", FIX_TIME),
    CONTRACT_EXPIRED(392, CONTRACT_OF_ORDER, "contract expired", OTHER_CONTRACT),
    OCA_NOT_ACCEPTED(395, REJECT, "OCA not accepted now, a problem of the broker's system", ASK_AGAIN_LATER),
    ORDER_WARNING(399, NOTE, "message about the order", SHOW_TEXT),
    ALGO_ERROR(400, REJECT, "algorithmic order error", FIX_ALGO),
    LENGTH_RESTRICTION(401, REJECT, "length restriction", SHORTEN_TEXT),
    CONDITIONS_NOT_ALLOWED(402, REJECT, "conditions not allowed for this contract", DROP_ATTRIBUTE),
    STOP_PRICE_INVALID(403, REJECT, "invalid stop price", FIX_PRICE),
    SHARES_NOT_AVAILABLE(404, NOTE, "no shares to short at the moment, the order is held", ORDER_LIVES),
    CHILD_SIZE_DIFFERS(405, REJECT, "child size must equal parent size", FIX_SIZE),
    CURRENCY_NOT_ALLOWED(406, REJECT, "currency not allowed", FIX_REQUEST),
    SYMBOL_NOT_PLAIN(407, CONTRACT_EITHER, "symbol must be plain characters", FIX_CONTRACT),
    SCALE_INCREMENT_INVALID(408, REJECT, "invalid scale increment", FIX_SCALE),
    SCALE_COMPONENT_MISSING(409, REJECT, "scale component size missing", FIX_SCALE),
    SCALE_SUBSEQUENT_INVALID(410, REJECT, "invalid subsequent scale size", FIX_SCALE),
    OUTSIDE_HOURS_INVALID(411, REJECT, "outside-hours flag not valid here", DROP_ATTRIBUTE),
    CONTRACT_NOT_TRADED(412, CONTRACT_OF_ORDER, "contract not available for trading", OTHER_CONTRACT),
    WHAT_IF_NEEDS_TRANSMIT(413, REJECT, "what-if needs transmit", FIX_REQUEST),
    SNAPSHOT_WITH_GENERIC_TICKS(414, DATA_OVER, "generic ticks not allowed in a snapshot", FIX_TICK_LIST),
    SCALE_INITIAL_INVALID(417, REJECT, "invalid initial scale size", FIX_SCALE),
    SCALE_PROFIT_INVALID(418, REJECT, "invalid scale profit offset", FIX_SCALE),
    SCALE_INITIAL_MISSING(419, REJECT, "initial scale size missing", FIX_SCALE),
    REAL_TIME_QUERY_INVALID(420, DATA_OVER, "invalid real-time bar query", FIX_OR_SUBSCRIBE),
    ROUTE_INVALID(421, REJECT, "invalid route", FIX_ROUTE),
    ACCOUNT_CANNOT_CHANGE(422, REJECT, "account or clearing attributes cannot change", CANCEL_AND_REPLACE),
    ADVISOR_NEEDS_ALLOCATION(424, REJECT, "advisor order needs an allocation", FIX_ALLOCATION),
    FUND_NEEDS_MONEY(427, REJECT, "fund order needs a money value", USE_CASH_QUANTITY),
    FUND_SELL_NEEDS_SHARES(428, REJECT, "fund sell needs shares", FIX_SIZE),
    DELTA_NEUTRAL_NEEDS_COMBO(429, REJECT, "delta neutral only for combinations", FIX_LEGS),
    NO_FUNDAMENTAL_DATA(430, DATA_OVER, "no fundamental data", NONE),
    WHAT_TO_SHOW_INVALID(431, DATA_OVER, "whatToShow missing or wrong", FIX_REQUEST),
    COMMISSION_NEGATIVE(432, REJECT, "commission must not be negative", FIX_REQUEST),
    SIZE_INVALID(434, REJECT, "order size cannot be zero", FIX_SIZE),
    ACCOUNT_MISSING(435, REJECT, "account missing", FIX_ACCOUNT),
    ALLOCATION_MISSING(436, REJECT, "allocation missing", FIX_ALLOCATION),
    HOURS_FLAGS_EXCLUDE(437, REJECT, "only one of outside regular hours and pre-open", FIX_REQUEST),
    APPLICATION_LOCKED(438, SYSTEM_SESSION, "the gateway is locked", UNLOCK),
    ALGO_UNKNOWN(439, REJECT, "algorithm unknown", FIX_ALGO),
    ALGO_NOT_MODIFIABLE(440, REJECT, "algorithm cannot be modified", CANCEL_AND_REPLACE),
    ALGO_ATTRIBUTE_INVALID(441, REJECT, "algorithm attribute invalid", FIX_ALGO),
    ALGO_NOT_ALLOWED(442, REJECT, "algorithm not allowed for the order", FIX_ALGO),
    ALGO_ATTRIBUTE_UNKNOWN(443, REJECT, "unknown algorithm attribute", FIX_ALGO),
    VOLATILITY_COMBO_PENDING(444, REJECT, "volatility combination not yet acknowledged", ASK_AGAIN_LATER),
    SCALE_PROFIT_MISSING(446, REJECT, "scale profit offset missing", FIX_SCALE),
    SCALE_ADJUSTMENT_MISSING(447, REJECT, "scale price adjustment amount or interval missing", FIX_SCALE),
    SCALE_INTERVAL_INVALID(448, REJECT, "invalid scale adjustment interval", FIX_SCALE),
    SCALE_ADJUSTMENT_UNEXPECTED(449, REJECT, "unexpected scale adjustment", FIX_SCALE),
    NO_TRADING_PERMISSION(460, REJECT, "no trading permission", GET_PERMISSION),
    SIZE_NOTICE(481, NOTE, "size notice", ORDER_LIVES),
    SCANNER_LIMITED(492, INFO_REQUEST, "scanner result limited by missing subscriptions", NONE),
    ALREADY_CONNECTED(501, LOCAL_SESSION, "already connected", NONE),
    CANNOT_CONNECT(502, LOCAL_SESSION, "cannot connect", START_GATEWAY),
    SERVER_TOO_OLD(503, LOCAL_REQUEST, "server too old for this request", UPDATE_GATEWAY),
    NOT_CONNECTED(504, LOCAL_SESSION, "not connected", WAIT_FOR_READY),
    UNKNOWN_MESSAGE_ID(505, LOCAL_SESSION, "unknown message id received", NONE),
    VERSION_NOT_SUPPORTED(506, LOCAL_SESSION, "version not supported", UPDATE_GATEWAY),
    BAD_MESSAGE_LENGTH(507, LOCAL_SESSION, "bad message length or the stream ended", WAIT_FOR_READY),
    MESSAGE_UNREADABLE(508, LOCAL_SESSION, "message not readable", REPORT_BUG),
    SENDING_FAILED(509, LOCAL_SESSION, "sending failed", WAIT_FOR_READY),
    SENDING_A_REQUEST_FAILED(510, LOCAL_REQUEST, "sending a particular request failed", WAIT_FOR_READY),
    TEXT_NOT_SENDABLE(579, LOCAL_REQUEST, "text contains characters that may not be sent", USE_ASCII),
    ADVISOR_PROFILES_GONE(585, LOCAL_REQUEST, "advisor profiles no longer exist", USE_GROUPS),
    READ_NOT_CONNECTED(586, LOCAL_SESSION, "read while not connected", WAIT_FOR_READY),
    BROKER_LINK_LOST(1100, LINK, "the gateway lost its link to the broker", WAIT),
    BROKER_LINK_BACK_DATA_LOST(1101, LINK, "link to the broker restored, subscriptions lost", SYNCHRONISE_ALL),
    BROKER_LINK_BACK_DATA_KEPT(1102, LINK, "link to the broker restored, subscriptions kept", SYNCHRONISE),
    PORT_CHANGED(1300, LINK, "the gateway's socket port changed, the connection is dropped", NEW_PORT),
    ACCOUNT_DATA_REPLACED(2100, WARNING_SESSION, "account data unsubscribed, another account was requested", NONE),
    ACCOUNT_DATA_REFUSED(2101, WARNING_SESSION, "account subscription refused, taken by another client", USE_MULTI),
    MODIFY_STILL_PENDING(2102, NOTE, ErrorReaction.TOO_EARLY, "order still being processed", CHANGE_AGAIN),
    DATA_FARM_BROKEN(2103, LINK, "market data farm broken", WAIT),
    DATA_FARM_OK(2104, INFO_SESSION, "market data farm OK", NONE),
    HISTORY_FARM_BROKEN(2105, LINK, "historical data farm broken", WAIT),
    HISTORY_FARM_OK(2106, INFO_SESSION, "historical data farm OK", NONE),
    HISTORY_FARM_IDLE(2107, INFO_SESSION, "historical data farm inactive, active on demand", NONE),
    DATA_FARM_IDLE(2108, INFO_SESSION, "market data farm inactive, active on demand", NONE),
    ATTRIBUTE_IGNORED(2109, NOTE, "order attribute (outside hours) ignored", ORDER_LIVES),
    GATEWAY_LINK_BROKEN(2110, LINK, "gateway to broker broken, restores itself", WAIT),
    DATA_FARM_CONNECTING(2119, INFO_SESSION, "market data farm connecting", NONE),
    CROSS_SIDE_WARNING(2137, NOTE, "the order exceeds the position it closes", ORDER_LIVES),
    ORDER_EVENT_NOTICE(2148, NOTE, "order event notice", ORDER_LIVES),
    POSITION_VALUE_INVALID(2150, WARNING_SESSION, "a value derived from a position is invalid", IGNORE_VALUE),
    DEPTH_EXCHANGES_MISSING(2152, WARNING_REQUEST, "depth: exchanges without permission listed", GET_PERMISSION),
    DEFINITION_FARM_BROKEN(2157, LINK, "security definition farm broken", WAIT),
    DEFINITION_FARM_OK(2158, INFO_SESSION, "security definition farm OK", NONE),
    PRICE_CAPPED(2161, NOTE, "order price was capped", ORDER_LIVES),
    E_TRADE_ONLY_NOTICE(2168, NOTE, "eTradeOnly is not supported", LEAVE_UNSET),
    FIRM_QUOTE_ONLY_NOTICE(2169, NOTE, "firmQuoteOnly is not supported", LEAVE_UNSET),
    NBBO_PRICE_CAP_NOTICE(2170, NOTE, "nbboPriceCap is not supported", LEAVE_UNSET),
    TIME_ZONE_MISSING(2174, WARNING_REQUEST, "date-time without zone, the login zone is assumed", FIX_TIME),
    CLIENT_BELOW_FRACTIONS(2176, WARNING_REQUEST, "client version below fractional sizes", RAISE_VERSION),
    CROSS_CURRENCY_COMBO(10000, REJECT, "cross currency combination error", FIX_LEGS),
    NON_GUARANTEED_LEGS(10002, REJECT, "invalid non-guaranteed legs", FIX_LEGS),
    PARENT_MISSING(10006, REJECT, "parent order missing", SEND_PARENT),
    HEDGE_TYPE_INVALID(10007, REJECT, "invalid hedge type", FIX_HEDGE),
    HEDGE_BETA_INVALID(10008, REJECT, "invalid beta", FIX_HEDGE),
    HEDGE_RATIO_INVALID(10009, REJECT, "invalid hedge ratio", FIX_HEDGE),
    DELTA_HEDGE_INVALID(10010, REJECT, "invalid delta hedge order", FIX_HEDGE),
    SMART_COMBO_CURRENCY(10011, REJECT, "currency not supported for smart combinations", FIX_LEGS),
    ALLOCATION_PERCENT_INVALID(10012, REJECT, "allocation percentage invalid", FIX_ALLOCATION),
    SMART_OPTION_REFUSED(10013, REJECT, "smart routing option refused", FIX_ROUTE),
    PERCENT_CHANGE_LIMITS(10014, REJECT, "percent-change limits", FIX_REQUEST),
    API_TRADING_NOT_ALLOWED(10015, REJECT, "trading by API not allowed", GET_PERMISSION),
    CONTRACT_NOT_VISIBLE(10016, CONTRACT_EITHER, "contract not visible", GET_PERMISSION),
    CONTRACTS_NOT_VISIBLE(10017, CONTRACT_EITHER, "contracts not visible", GET_PERMISSION),
    ECONOMIC_VALUE_RULE(10018, NOTE, "the order uses an economic-value rule", ORDER_LIVES),
    DISPLAY_SIZE_TOO_LARGE(10020, REJECT, "display size must be below order size", FIX_SIZE),
    COMBO_TAG_INVALID(10027, REJECT, "invalid combination routing tag", FIX_LEGS),
    SUBSCRIPTION_NEEDED(10089, DATA_DEPENDS, "additional subscription needed for the API", SUBSCRIBE),
    PARTLY_SUBSCRIBED(10090, DATA_LIVES, "part of the data is not subscribed", SUBSCRIBE),
    PARTLY_SUBSCRIBED_API(10091, DATA_LIVES, "part of the data needs an API subscription", SUBSCRIBE),
    DEPTH_NOT_SUPPORTED(10092, DATA_OVER, "depth not supported for contract and exchange", OTHER_CONTRACT),
    CANCEL_OF_UNKNOWN_ORDER(10147, REJECT, ErrorReaction.NOT_FOUND, "order to be cancelled not found", CHECK_STATE),
    CANCEL_REFUSED(10148, NOTE, ErrorReaction.CANCEL_REFUSED, "order cannot be cancelled", READ_STATE),
    ORDER_ID_INVALID(10149, REJECT, "invalid order id", NEW_ORDER_ID),
    DELAYED_DATA_SHOWN(10167, DATA_LIVES, "not subscribed, delayed data is shown", NONE),
    DELAYED_DATA_OFF(10168, DATA_OVER, "not subscribed and delayed data not enabled", SUBSCRIBE),
    DATA_CONNECTION_LOST(10182, DATA_OVER, "live updates failed (disconnected)", ASK_AGAIN),
    DELAYED_DATA_REFUSED(10186, DATA_OVER, "no subscription, delayed ticks not enabled", SUBSCRIBE),
    HISTORY_TICKS_FAILED(10187, DATA_OVER, "historical ticks failed", READ_TEXT),
    TICK_QUERY_FAILED(10188, DATA_OVER, "historical or live tick data failed", READ_TEXT),
    TICK_DATA_FAILED(10189, DATA_OVER, "tick-by-tick failed, not permitted or not available", SUBSCRIBE),
    TOO_MANY_TICK_REQUESTS(10190, PACING_REQUEST, "too many tick-by-tick requests", CANCEL_ONE),
    COMPETING_SESSION(10197, DATA_OVER, "no data during a competing live session", END_OTHER_LOGIN),
    BINDING_FAILED(10198, NOTE, "binding a manual order failed", NONE),
    BUST_EVENT(10225, DATA_OVER, "bust event, bar subscription ended", ASK_AGAIN),
    FRACTIONS_NOT_ALLOWED(10243, REJECT, "fractional size not possible by API here", FIX_SIZE),
    E_TRADE_ONLY_REFUSED(10268, REJECT, "eTradeOnly is not supported and was set", LEAVE_UNSET),
    FIRM_QUOTE_ONLY_REFUSED(10269, REJECT, "firmQuoteOnly is not supported and was set", LEAVE_UNSET),
    NBBO_PRICE_CAP_REFUSED(10270, REJECT, "nbboPriceCap is not supported and was set", LEAVE_UNSET),
    DURATION_INVALID(10273, REJECT, "duration attribute invalid", LEAVE_UNSET),
    POST_TO_ATS_REFUSED(10274, REJECT, "postToAts not allowed or invalid", LEAVE_UNSET),
    NEWS_FEED_NOT_ALLOWED(10276, DATA_OVER, "news feed not allowed", SUBSCRIBE),
    CLIENT_BELOW_FRACTION_RULES(10285, SYSTEM_REQUEST, "client version below the rules of fractions", RAISE_VERSION),
    CASH_QUANTITY_REQUIRED(10289, REJECT, "cash quantity required", USE_CASH_QUANTITY),
    USE_AGGREGATED_TRADES(10299, DATA_OVER, "crypto: AGGTRADES instead of TRADES", FIX_REQUEST),
    DIRECT_ROUTE_NOTICE(10311, NOTE, ErrorReaction.MAYBE_REFUSED, "directly routed: notice or refusal", CHECK_STATE),
    END_TIME_INVALID(10314, DATA_OVER, "format of the end date-time invalid", FIX_TIME),
    TIF_SET_BY_PRESET(10349, NOTE, "time in force was set by the account's preset", ORDER_LIVES);

    private static final int LAST_SENDING_FAILURE = 587;
    private static final Map<Integer, ErrorCode> BY_NUMBER = new HashMap<>();

    static {
        for (ErrorCode code : values()) {
            BY_NUMBER.put(code.code, code);
        }
        // One row for each kind of request that could not be sent; the numbers between them have rows of their own.
        for (int number = SENDING_A_REQUEST_FAILED.code; number <= LAST_SENDING_FAILURE; number++) {
            BY_NUMBER.putIfAbsent(number, SENDING_A_REQUEST_FAILED);
        }
    }

    private final int code;
    private final ErrorKind kind;
    private final ErrorReaction reaction;
    private final String text;
    private final ErrorAction action;

    ErrorCode(int code, ErrorKind kind, String text, ErrorAction action) {
        this(code, kind, kind.reaction(), text, action);
    }

    ErrorCode(int code, ErrorKind kind, ErrorReaction reaction, String text, ErrorAction action) {
        this.code = code;
        this.kind = kind;
        this.reaction = reaction;
        this.text = text;
        this.action = action;
    }

    /** The number; for {@link #SENDING_A_REQUEST_FAILED} the first of its range, 510 to 587. */
    public int code() {
        return code;
    }

    public ErrorClass errorClass() {
        return kind.errorClass();
    }

    public ErrorScope scope() {
        return kind.scope();
    }

    /** One phrase for logs and pages. */
    public String text() {
        return text;
    }

    /** What a person or the calling program can do, one phrase. */
    public String action() {
        return action.text();
    }

    ErrorAction suggested() {
        return action;
    }

    ErrorReaction reaction() {
        return reaction;
    }

    /** Empty for a number that no source mentions. */
    public static Optional<ErrorCode> of(int code) {
        return Optional.ofNullable(BY_NUMBER.get(code));
    }
}
