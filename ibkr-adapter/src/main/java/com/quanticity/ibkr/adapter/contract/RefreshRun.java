package com.quanticity.ibkr.adapter.contract;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The daily refresh of one day.
 *
 * @param day in New York
 * @param finishedAt null while contracts are still to be asked for
 * @param asked contracts answered so far
 * @param changed of those, contracts with a change
 * @param gone of those, contracts that the broker does not know any more
 */
record RefreshRun(
        LocalDate day, Instant startedAt, @Nullable Instant finishedAt, int asked, int changed, int gone) {}
