package com.quanticity.ibkr.gateway.pacing;

import java.util.concurrent.CompletionStage;

/** Counts the queries for the past of one gateway. Never blocks; thread-safe. */
public interface HistoryAllowance {

    /** Asks for one query. The answer may come on another thread, never exceptionally. */
    CompletionStage<HistoryAnswer> ask(HistoryQuery query);

    /** A query that was let go has ended, one way or another. Unknown ids are ignored. */
    void ended(int reqId);

    /** Every query of this session has ended: the connection is gone. */
    void allEnded();
}
