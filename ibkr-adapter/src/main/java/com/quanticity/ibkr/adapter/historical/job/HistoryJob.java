package com.quanticity.ibkr.adapter.historical.job;

import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A download that is wanted. Never changes.
 *
 * @param id ULID
 * @param idempotencyKey null for downloads this service wants itself
 * @param kind bars or ticks
 * @param contractId the broker's number
 * @param symbol for people; empty when only the number is known
 * @param securityType as the broker writes it, empty when only the number is known
 * @param exchange where prices come from, usually SMART
 * @param range whole bars or seconds
 * @param length of a bar, null for ticks
 * @param whatToShow as the broker writes it
 * @param regularHours regular trading hours only
 * @param urgent goes before all that are not: gaps of live data
 * @param createdAt when it was asked for
 */
public record HistoryJob(
        String id,
        @Nullable String idempotencyKey,
        Kind kind,
        int contractId,
        String symbol,
        String securityType,
        String exchange,
        TimeRange range,
        @Nullable BarLength length,
        String whatToShow,
        boolean regularHours,
        boolean urgent,
        Instant createdAt) {

    /** What is downloaded. */
    public enum Kind {
        BARS,
        TICKS
    }

    public HistoryJob {
        if ((kind == Kind.BARS) != (length != null)) {
            throw new IllegalArgumentException("bars need a length and ticks have none");
        }
    }

    /** The length of its bars. */
    public BarLength barLength() {
        return Objects.requireNonNull(length, "ticks have no length");
    }

    /** What a query counts for the pacing rules. Source: wire specification, behaviour 3. */
    public int weight() {
        return whatToShow.equals("BID_ASK") ? 2 : 1;
    }

    /** The contract as queries name it. */
    public GatewayContract wire() {
        return GatewayContract.builder()
                .conId(contractId)
                .symbol(symbol)
                .secType(securityType)
                .exchange(exchange)
                .includeExpired(securityType.equals("FUT"))
                .build();
    }

    /** True when the other one asks for the same data. */
    public boolean hasTermsOf(HistoryJob other) {
        return kind == other.kind
                && contractId == other.contractId
                && exchange.equals(other.exchange)
                && range.from().equals(other.range.from())
                && hasEndOf(other)
                && length == other.length
                && whatToShow.equals(other.whatToShow)
                && regularHours == other.regularHours;
    }

    /** An end that was cut at the present moves on until the request is repeated. */
    private boolean hasEndOf(HistoryJob other) {
        boolean wasCut = range.to().isAfter(createdAt.minus(Duration.ofDays(1)));
        return range.to().equals(other.range.to())
                || (wasCut && other.range.to().isAfter(range.to()));
    }
}
