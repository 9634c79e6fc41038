package com.quanticity.ibkr.model.market;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the hash under {@link com.quanticity.ibkr.model.stream.RedisKeys#quote}: the latest quote of a symbol, a text a field, empty = absent. */
public final class QuoteFields {

    /** When the socket reader took the last change. */
    public static final String RECEIVED_AT = "receivedAt";

    /** When the adapter last held it true; it says so again while nothing changes. */
    public static final String HELD_AT = "at";

    private QuoteFields() {}

    /**
     * The quote of a hash that holds one.
     *
     * @param time which of the two times it shall carry
     * @throws IllegalArgumentException or a {@link java.time.format.DateTimeParseException} when a required field is missing or unreadable
     */
    public static Quote read(Map<String, String> fields, String time) {
        return new Quote(
                fields.getOrDefault("symbol", ""),
                ContractId.of(Integer.parseInt(fields.getOrDefault("contractId", ""))),
                decimal(fields.get("bid")),
                decimal(fields.get("bidSize")),
                decimal(fields.get("ask")),
                decimal(fields.get("askSize")),
                decimal(fields.get("last")),
                decimal(fields.get("lastSize")),
                fields.getOrDefault("bidExchange", ""),
                fields.getOrDefault("askExchange", ""),
                MarketDataType.valueOf(fields.getOrDefault("dataType", MarketDataType.UNKNOWN.name())),
                Long.parseLong(fields.getOrDefault("connection", "")),
                Long.parseLong(fields.getOrDefault("sequence", "")),
                Instant.parse(fields.getOrDefault(time, "")));
    }

    /** A field's number, null when it is absent or empty. */
    public static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }
}
