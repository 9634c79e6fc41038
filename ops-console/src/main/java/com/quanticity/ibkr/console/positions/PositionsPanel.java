package com.quanticity.ibkr.console.positions;

import com.quanticity.ibkr.console.environment.AccountName;
import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Figures;
import com.quanticity.ibkr.console.freshness.Freshness;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.positions.PositionBook.Holding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ours, broker's and the difference, each side with its age. */
public final class PositionsPanel implements Panel {

    private static final String NO_DATA = "no data";

    private final PositionBook positions;

    public PositionsPanel(PositionBook positions) {
        this.positions = positions;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(100);
    }

    @Override
    public long version() {
        return positions.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        boolean complete = positions.isLedgerComplete();
        List<Row> rows =
                positions.all().stream().map(holding -> row(holding, complete)).toList();
        List<Piece> pieces = rows.stream()
                .map(row -> new Piece(row.key(), "panels/positions :: row", row))
                .toList();
        if (pieces.isEmpty()) {
            pieces = List.of(new Piece(
                    "position-none",
                    "panels/positions :: empty",
                    new Nothing("No positions heard, ours or the broker's.")));
        }
        return List.of(
                new Part.Rows("position-rows", pieces),
                new Part.Single(new Piece(
                        "position-caption", "panels/positions :: caption", new Caption(rows.size(), differing(rows)))));
    }

    /** How many positions differ from the broker's, and how many cannot be compared. */
    public Comparison comparison(Instant now) {
        boolean complete = positions.isLedgerComplete();
        int differing = 0;
        int unknown = 0;
        for (Holding holding : positions.all()) {
            Optional<BigDecimal> difference = difference(holding, complete);
            if (difference.isEmpty() || isStale(holding.brokersConfirmed(), now)) {
                unknown++;
            } else if (difference.get().signum() != 0) {
                differing++;
            }
        }
        return new Comparison(differing, unknown);
    }

    private static boolean isStale(@Nullable Instant confirmed, Instant now) {
        return confirmed == null || Expectation.POSITION.of(confirmed, now) == Freshness.STALE;
    }

    private static int differing(List<Row> rows) {
        return (int) rows.stream()
                .filter(row -> row.level().equals(Level.SERIOUS.style()))
                .count();
    }

    static Row row(Holding holding, boolean ledgerComplete) {
        Optional<BigDecimal> difference = difference(holding, ledgerComplete);
        Level level = difference
                .map(value -> value.signum() == 0 ? Level.NORMAL : Level.SERIOUS)
                .orElse(Level.UNKNOWN);
        String ours = holding.ours() != null
                ? Figures.quantity(holding.ours().quantity())
                : ledgerComplete ? "none" : NO_DATA;
        return new Row(
                "position-" + holding.account() + "-" + holding.contractId(),
                holding.symbol(),
                AccountName.masked(holding.account()),
                ours,
                Stamp.ofNullable(holding.oursConfirmed(), null),
                holding.brokers() == null
                        ? NO_DATA
                        : Figures.quantity(holding.brokers().quantity()),
                Stamp.ofNullable(holding.brokersConfirmed(), Expectation.POSITION),
                difference.map(Figures::signed).orElse("unknown"),
                level.style());
    }

    /** Ours less the broker's, empty when a side is not known. */
    private static Optional<BigDecimal> difference(Holding holding, boolean ledgerComplete) {
        if (holding.brokers() == null || (holding.ours() == null && !ledgerComplete)) {
            return Optional.empty();
        }
        BigDecimal ours =
                holding.ours() == null ? BigDecimal.ZERO : holding.ours().quantity();
        return Optional.of(ours.subtract(holding.brokers().quantity()));
    }

    /**
     * The comparison in short.
     *
     * @param differing positions that differ
     * @param unknown positions of which a side is missing or stale
     */
    public record Comparison(int differing, int unknown) {}

    /**
     * A holding.
     *
     * @param oursAt when our side was last heard, null when never
     * @param brokersAt when the broker's side was last heard, null when never
     * @param difference signed, or that it is unknown
     */
    record Row(
            String key,
            String symbol,
            String account,
            String ours,
            @Nullable Stamp oursAt,
            String brokers,
            @Nullable Stamp brokersAt,
            String difference,
            String level) {}

    private record Caption(int count, int differing) {}

    private record Nothing(String text) {}
}
