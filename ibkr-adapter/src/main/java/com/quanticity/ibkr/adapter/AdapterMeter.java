package com.quanticity.ibkr.adapter;

/** Meters of this module. Meters of session, streams and service come from their own modules. */
public enum AdapterMeter {
    /** Quotes made of ticks. */
    QUOTES("adapter_quotes_total"),
    /** Quotes confirmed by Redis on {@code market.quote}. */
    QUOTES_PUBLISHED("adapter_quotes_published_total"),
    /** Quotes dropped because Redis was away longer than the buffer lasts. */
    QUOTES_DROPPED("adapter_quotes_dropped_total"),
    /** Gauge: quotes waiting for Redis. */
    QUOTES_WAITING("adapter_quotes_waiting"),
    /** Timer: socket read to confirmation by Redis, of the oldest quote of each entry. */
    QUOTE_LATENCY("adapter_quote_publish_seconds"),
    /** Ticks, bars and depth updates made; tag {@code stream}. */
    ITEMS("adapter_stream_items_total"),
    /** Ticks, bars and depth updates confirmed by Redis; tag {@code stream}. */
    ITEMS_PUBLISHED("adapter_stream_items_published_total"),
    /** Ticks, bars and depth updates dropped because Redis was away longer than the buffer lasts; tag {@code stream}. */
    ITEMS_DROPPED("adapter_stream_items_dropped_total"),
    /** Gauge: ticks, bars and depth updates waiting for Redis; tag {@code stream}. */
    ITEMS_WAITING("adapter_stream_items_waiting"),
    /** Timer: socket read to confirmation by Redis, of the oldest item of each entry; tag {@code stream}. */
    ITEM_LATENCY("adapter_stream_publish_seconds"),
    /** Timer: socket read to publisher's buffer, of ticks; the newest of each read. */
    TICK_HAND_OVER("adapter_tick_hand_over_seconds"),
    /** Gauge: receipt minus the broker's stamp of the newest tick; stamps are whole seconds, so up to one second of it means nothing. */
    TICK_STAMP_SKEW("adapter_tick_stamp_skew_seconds"),
    /** Past ticks that had been published before and were not published again. */
    TICKS_REPEATED("adapter_ticks_repeated_total"),
    /** Ticks that hold nothing that can be told, such as a trade without a price. */
    TICKS_UNREADABLE("adapter_ticks_unreadable_total"),
    /** Tick-by-tick requests that the broker refused for its quota (10190). */
    TICK_QUOTA_REFUSALS("adapter_tick_quota_refusals_total"),
    /** Five-second bars that the trading hours promised, once their time had passed; tag {@code symbol}. */
    BARS_EXPECTED("adapter_bars_expected_total"),
    /** Five-second bars received live; tag {@code symbol}. */
    BARS_RECEIVED("adapter_bars_received_total"),
    /** Five-second bars that history gave back; tag {@code symbol}. */
    BARS_BACK_FILLED("adapter_bars_back_filled_total"),
    /** Gauge: five-second bars missing now that history is still asked for; tag {@code symbol}. */
    BARS_MISSING("adapter_bars_missing"),
    /** Five-second bars that came live again, or after history had given them; not published; tag {@code symbol}. */
    BARS_REPEATED("adapter_bars_repeated_total"),
    /** Bar streams that the broker ended for a bust (10225) and that were asked for again at once; tag {@code symbol}. */
    BARS_BUSTED("adapter_bars_busted_total"),
    /** Gauge: 1 while depth of a symbol is asked for, else 0; tag {@code symbol}. The name is the customer's. */
    DEPTH_ACTIVE("ib_mktdepth_active"),
    /** Gauge: seconds left of the turn in a depth slot, NaN when it has no end; tag {@code slot}. */
    DEPTH_TURN_LEFT("adapter_depth_turn_left_seconds"),
    /** Depth messages of running requests. */
    DEPTH_ROWS("adapter_depth_rows_total"),
    /** Books reset by the broker (317). */
    DEPTH_RESETS("adapter_depth_resets_total"),
    /** Books that a message did not fit, or that stayed crossed; each is asked for anew. */
    DEPTH_BOOKS_BROKEN("adapter_depth_books_broken_total"),
    /** Depth requests that ended; tag {@code end}: served, no_data, skipped, displaced, full (309), refused, and so on. */
    DEPTH_TURNS("adapter_depth_turns_total"),
    /** Timer: cancel of depth to slot known to be free. */
    DEPTH_RELEASE("adapter_depth_release_seconds"),
    /** Timer: wait of a request for depth for the message budget, as expected when it was made. */
    DEPTH_BUDGET_WAIT("adapter_depth_budget_wait_seconds"),
    /** Rows of streams newly stored in PostgreSQL; tag {@code stream}. */
    HISTORY_STORED("adapter_history_stored_total"),
    /** Attempts to store that failed and are made again; tag {@code stream}. */
    HISTORY_RETRIES("adapter_history_retries_total"),
    /** Holes found in the sequence of what is stored, in items; tag {@code stream}. */
    HISTORY_MISSING("adapter_history_missing_total"),
    /** Items, or entries where items cannot be counted, that Redis trimmed away before they were stored; tag {@code stream}. */
    HISTORY_LOST("adapter_history_lost_total"),
    /** Gauge: stream entries not stored yet; tag {@code stream}. */
    HISTORY_ENTRIES_BEHIND("adapter_history_entries_behind"),
    /** Gauge: age difference between the newest stream entry and the last one taken for storing; tag {@code stream}. */
    HISTORY_SECONDS_BEHIND("adapter_history_seconds_behind"),
    /** Gauge: contracts of the watch list that are not resolved. */
    CONTRACTS_UNRESOLVED("adapter_contracts_unresolved"),
    /** Gauge: contracts whose orders are denied because the broker does not know them any more or their option symbol is disproved. */
    CONTRACTS_BLOCKED("adapter_contracts_blocked"),
    /** Changes of reference data found by the daily refresh. */
    CONTRACT_CHANGES("adapter_contract_changes_total"),
    /** Options pictured by chain snapshots. */
    OPTION_PICTURES("adapter_option_pictures_total"),
    /** Gauge: market data lines that level 1 of this service may use. */
    LINES_USABLE("adapter_market_data_lines_usable"),
    /** Gauge: market data lines asked for: level 1, bars, snapshots under way. */
    LINES_USED("adapter_market_data_lines_used"),
    /** Gauge: alarms raised by this service itself and not cleared; tag {@code kind}. */
    ALARMS("adapter_alarms"),
    /** Queries for the past that ended; tag {@code outcome}: Bars, Ticks, FirstData, Hours, NoData, TooFast, Later, Lost, Refused. */
    HISTORY_QUERIES("adapter_history_queries_total"),
    /** Bars and ticks of the past received; tag {@code kind}. */
    HISTORY_ROWS("adapter_history_rows_total"),
    /** Gauge: downloads of the past that are not final. */
    HISTORY_JOBS("adapter_history_jobs"),
    /** Prices of the outside feed; tag {@code verdict}: COMPARED, NO_QUOTE, NO_PRICE, STALE, DELAYED, AHEAD, TOO_OLD. */
    UW_PRICES("adapter_uw_prices_total"),
    /** Distribution: deviation of the outside feed from level 1 in basis points, without sign; tag {@code symbol}. */
    UW_DEVIATION("adapter_uw_deviation_basis_points"),
    /** Orders handed to the session. */
    ORDERS_SENT("adapter_orders_sent_total"),
    /** Orders refused before sending; tag {@code reason}. */
    ORDERS_DENIED("adapter_orders_denied_total"),
    /** Timer: command read to frame handed over, journal included. */
    ORDER_LATENCY("adapter_order_send_seconds"),
    /** Order events confirmed by Redis. */
    ORDER_EVENTS_PUBLISHED("adapter_order_events_published_total"),
    /** Gauge: order events waiting for Redis. */
    ORDER_EVENTS_WAITING("adapter_order_events_waiting"),
    /** Messages of the gateway about orders that could not be used. */
    ORDER_MESSAGES_UNREADABLE("adapter_order_messages_unreadable_total"),
    /** Messages that gave an order of ours another account-wide number than it has; they were not taken as ours. */
    ORDER_NUMBER_CONFLICTS("adapter_order_number_conflicts_total");

    private final String meterName;

    AdapterMeter(String meterName) {
        this.meterName = meterName;
    }

    public String meterName() {
        return meterName;
    }
}
