package com.quanticity.ibkr.simulator.saved;

import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The content of a state file.
 *
 * @param format {@value #FORMAT}; a file of another format is refused
 * @param orders open ones and those done today, oldest first
 * @param executions of today
 */
record SavedState(
        int format,
        Instant savedAt,
        List<SavedAccount> accounts,
        Map<Integer, Integer> highestOrderIds,
        long lastPermId,
        List<OrderSnapshot> orders,
        List<Execution> executions) {

    static final int FORMAT = 2;

    /**
     * One account.
     *
     * @param cash by currency
     * @param positions open ones
     */
    record SavedAccount(String code, Map<String, BigDecimal> cash, List<Position> positions) {}
}
