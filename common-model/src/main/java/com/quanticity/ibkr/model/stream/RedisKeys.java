package com.quanticity.ibkr.model.stream;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;

/** Redis keys of the platform that are no streams, before any prefix, and how long they live. */
public final class RedisKeys {

    /** Hash {@code account|tag} → JSON of the account value; exchange rates are {@code account|ExchangeRate|currency}. */
    public static final String ACCOUNT_SUMMARY = "ib:account:summary";

    /** Hash {@code account|contractId} → JSON of the position. */
    public static final String POSITIONS = "ib:positions";

    /** ISO time at which {@link #POSITIONS} was last confirmed; present even when there is no position, absent when unknown. */
    public static final String POSITIONS_AS_OF = "ib:positions:as-of";

    /** Hash perm id → JSON of an open order of anybody, as the drop copy knows it. */
    public static final String DROP_COPY_ORDERS = "ib:dropcopy:orders";

    /** ISO time at which {@link #DROP_COPY_ORDERS} was last read completely; absent while it is not known. */
    public static final String DROP_COPY_ORDERS_AS_OF = "ib:dropcopy:orders:as-of";

    /** Hash client order id → JSON of the order as the adapter's book holds it open. */
    public static final String ADAPTER_ORDERS = "ib:orders:open";

    /** ISO time at which {@link #ADAPTER_ORDERS} was last written by a session that is READY; absent while it is not known. */
    public static final String ADAPTER_ORDERS_AS_OF = "ib:orders:open:as-of";

    /** JSON of the risk state. */
    public static final String TRADING_STATE = "ib:trading-state";

    /** JSON of the limits, repeated; judge it by its time. */
    public static final String LIMITS = "ib:limits";

    public static final Duration QUOTE_TIME_TO_LIVE = Duration.ofSeconds(5);
    public static final Duration CONTRACT_TIME_TO_LIVE = Duration.ofHours(24);
    public static final Duration ACCOUNT_TIME_TO_LIVE = Duration.ofSeconds(120);

    private RedisKeys() {}

    /** Hash of the latest quote of a symbol; absence means stale. */
    public static String quote(String symbol) {
        return "ib:l1:" + symbol;
    }

    /** JSON of the contract's reference data. */
    public static String contract(ContractId contractId) {
        return "ib:contract:" + contractId;
    }

    /** Highest order id ever used by a client id. */
    public static String lastOrderId(ClientId clientId) {
        return "ib:order:last_id:" + clientId;
    }
}
