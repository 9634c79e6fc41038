package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.time.GatewayTimes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times of orders, always written in UTC; an empty text is no time. Source: wire specification, orders section 2. */
final class OrderTimes {

    private static final DateTimeFormatter DASHED =
            DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ZONED =
            DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private OrderTimes() {}

    static String dashed(@Nullable Instant time) {
        return time == null ? "" : DASHED.format(time);
    }

    static String zoned(Instant time) {
        return ZONED.format(time);
    }

    /** Null for an empty text and for one without a certain zone. */
    static @Nullable Instant read(String text) {
        return text.isEmpty() ? null : GatewayTimes.parse(text).moment().orElse(null);
    }
}
