package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.position.Positions;
import com.quanticity.ibkr.execution.position.Trade;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Shares out, before any new fill is taken, positions that do not add up by strategy: those with fills from before strategies were told
 * apart. Afterwards there is nothing to do at any start.
 */
final class EarlierFills implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierFills.class);

    private final Fills fills;
    private final Positions positions;
    private final TransactionOperations transactions;
    private volatile boolean done;

    EarlierFills(Fills fills, Positions positions, TransactionOperations transactions) {
        this.fills = fills;
        this.positions = positions;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        positions.notSharedOut().forEach(this::shareOut);
        done = true;
    }

    private void shareOut(Positions.Key key) {
        int trades = transactions.execute(_ -> {
            positions.lock(key.account(), key.contractId());
            List<Trade> own = fills.ofPosition(key.account(), key.contractId()).stream()
                    .map(FillLedger::trade)
                    .toList();
            positions.attribute(key.account(), key.contractId(), own);
            return own.size();
        });
        LOG.info("position shared out among strategies contractId={} fills={}", key.contractId(), trades);
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the consumers, which have the usual phase. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1_000;
    }
}
