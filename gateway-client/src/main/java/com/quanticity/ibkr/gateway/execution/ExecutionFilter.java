package com.quanticity.ibkr.gateway.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to report.
 *
 * @param clientId 0 = every client
 * @param acctCode empty = every account
 * @param time from then on, {@code YYYYMMDD-HH:mm:ss} (UTC), empty = since midnight of the gateway's login zone
 * @param symbol empty = every symbol
 * @param secType empty = every type
 * @param exchange empty = every exchange
 * @param side BUY or SELL, empty = both
 * @param lastNDays null = not given; needs version 200
 * @param specificDates {@code YYYYMMDD}; needs version 200
 */
public record ExecutionFilter(
        int clientId,
        String acctCode,
        String time,
        String symbol,
        String secType,
        String exchange,
        String side,
        @Nullable Integer lastNDays,
        List<String> specificDates) {

    /** Everything of the day, of every client and account. */
    public static final ExecutionFilter ALL = new ExecutionFilter(0, "", "", "", "", "", "", null, List.of());

    public ExecutionFilter {
        specificDates = List.copyOf(specificDates);
    }
}
