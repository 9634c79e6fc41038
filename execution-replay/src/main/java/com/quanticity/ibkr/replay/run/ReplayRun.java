package com.quanticity.ibkr.replay.run;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it stands.
 *
 * @param stream where its quotes are
 * @param reason why it failed or ended early, empty otherwise
 * @param recordedAt recorded time reached, null before the first quote
 * @param endedAt null while it runs
 * @param results counts by symbol
 */
record ReplayRun(
        String runId,
        ReplayState state,
        String reason,
        String stream,
        String recordings,
        Instant from,
        Instant to,

        @Schema(description = "recorded seconds a second, or max")
        String speed,

        @Nullable Instant recordedAt,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<SymbolResult> results) {

    /** Rows read and quotes Redis confirmed, of one symbol. */
    record SymbolResult(String symbol, long rowsRead, long quotesPublished) {}
}
