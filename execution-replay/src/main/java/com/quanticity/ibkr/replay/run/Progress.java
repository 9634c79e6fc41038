package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.replay.run.ReplayRun.SymbolResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a run is. */
record Progress(@Nullable Instant recordedAt, List<SymbolResult> results) {}
