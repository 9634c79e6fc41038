package com.quanticity.ibkr.adapter.gate.price;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lowest bid and highest ask of each contract, second by second, for an hour at most. Thread-safe. */
public final class PriceRanges {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Map<ContractId, Deque<Sample>> samples = new ConcurrentHashMap<>();

    private record Sample(Instant at, BigDecimal low, BigDecimal high) {}

    /**
     * Between which prices a contract was.
     *
     * @param low lowest bid
     * @param high highest ask
     */
    public record Range(BigDecimal low, BigDecimal high) {}

    /** Notes where the market is; call about once a second. */
    public void sample(ContractId contractId, Reference reference, Instant now) {
        BigDecimal low = reference.at(Side.SELL);
        BigDecimal high = reference.at(Side.BUY);
        if (low == null || high == null) {
            return;
        }
        Deque<Sample> its = samples.computeIfAbsent(contractId, any -> new ArrayDeque<>());
        synchronized (its) {
            its.addLast(new Sample(now, low.min(high), high.max(low)));
            while (its.getFirst().at().isBefore(now.minus(KEPT))) {
                its.removeFirst();
            }
        }
    }

    /** The range within a window that ends now; null when nothing was sampled in it. */
    public @Nullable Range range(ContractId contractId, Instant now, Duration window) {
        Deque<Sample> its = samples.get(contractId);
        if (its == null) {
            return null;
        }
        Instant from = now.minus(window);
        BigDecimal low = null;
        BigDecimal high = null;
        synchronized (its) {
            for (var newestFirst = its.descendingIterator(); newestFirst.hasNext(); ) {
                Sample sample = newestFirst.next();
                if (sample.at().isBefore(from)) {
                    break;
                }
                low = low == null ? sample.low() : low.min(sample.low());
                high = high == null ? sample.high() : high.max(sample.high());
            }
        }
        return low == null || high == null ? null : new Range(low, high);
    }
}
