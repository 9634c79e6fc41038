package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.contract.SecurityType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Level 1 data: what is asked for and how much of it. Its freshness is {@code ibkr.gateway.market-data-type}.
 *
 * @param genericTicks generic ticks asked for with stocks, options and futures beside the default ones: 233 real-time volume, 236
 *     shortability, which only stocks have; empty = none
 * @param lines market data lines of the login, as the broker's account management shows them
 * @param reservedLines lines of these left to TWS windows and other programs of the same user
 * @param lineProbe how often one more line is tried after the broker said that there are fewer (101)
 * @param volumeUnit shares in one unit of a US stock's day volume; the gateway counts in hundreds
 * @param snapshotPatience how long a snapshot may take; the gateway ends one after about 11 s
 * @param quietAllowance how long data of single symbols may pause before it is asked for anew, for example {@code [GOOG]=2m}; symbols not
 *     named are judged by the pace that was learned of them
 */
public record Level1Properties(
        @DefaultValue({"233", "236"}) List<Integer> genericTicks,
        @DefaultValue("100") int lines,
        @DefaultValue("0") int reservedLines,
        @DefaultValue("5m") Duration lineProbe,
        @DefaultValue("100") int volumeUnit,
        @DefaultValue("15s") Duration snapshotPatience,
        @DefaultValue Map<String, Duration> quietAllowance) {

    private static final int SHORTABLE = 236;

    public Level1Properties {
        genericTicks = List.copyOf(genericTicks);
        quietAllowance = Map.copyOf(quietAllowance);
        List<String> problems = new ArrayList<>();
        if (lines < 1 || reservedLines < 0 || reservedLines >= lines) {
            problems.add(
                    "ibkr.adapter.level1.lines must leave at least one beyond ibkr.adapter.level1.reserved-lines, were "
                            + lines + " and " + reservedLines);
        }
        if (volumeUnit < 1) {
            problems.add("ibkr.adapter.level1.volume-unit must be 1 or more, was " + volumeUnit);
        }
        if (!isPositive(snapshotPatience) || !isPositive(lineProbe)) {
            problems.add("ibkr.adapter.level1.snapshot-patience and line-probe must be positive, were "
                    + snapshotPatience + " and " + lineProbe);
        }
        quietAllowance.forEach((symbol, allowance) -> {
            if (!isPositive(allowance)) {
                problems.add(
                        "ibkr.adapter.level1.quiet-allowance of " + symbol + " must be positive, was " + allowance);
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** Lines that this service may use. */
    public int ownLines() {
        return lines - reservedLines;
    }

    /** The list as a request names it; a tick that a kind of contract does not know would refuse the whole request. */
    String genericTicks(SecurityType type) {
        return switch (type) {
            case STOCK -> joined(genericTicks);
            case OPTION, FUTURE ->
                joined(genericTicks.stream().filter(tick -> tick != SHORTABLE).toList());
            case FUTURE_OPTION, INDEX, CURRENCY, BOND, COMBINATION, OTHER -> "";
        };
    }

    /** Shares or contracts in one unit of day volume. */
    int volumeUnit(SecurityType type) {
        return type == SecurityType.STOCK ? volumeUnit : 1;
    }

    private static String joined(List<Integer> ticks) {
        return ticks.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static boolean isPositive(Duration value) {
        return !value.isNegative() && !value.isZero();
    }
}
