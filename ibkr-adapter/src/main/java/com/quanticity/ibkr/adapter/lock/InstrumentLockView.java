package com.quanticity.ibkr.adapter.lock;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.reconcile.InstrumentLock;
import com.quanticity.ibkr.model.reconcile.InstrumentLocks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The locks as this service last heard them. Silence changes nothing: a lock holds until a publication without it, and without the
 * execution-engine no new orders arrive. Thread-safe; asking takes no lock and allocates nothing while no instrument is locked.
 */
public final class InstrumentLockView {

    private static final Logger LOG = LoggerFactory.getLogger(InstrumentLockView.class);

    private volatile @Nullable InstrumentLocks heard;

    /** Takes a publication. One that is older than what is known changes nothing. */
    public synchronized void onLocks(InstrumentLocks locks) {
        InstrumentLocks known = heard;
        if (known != null && locks.version() < known.version()) {
            return;
        }
        if (known == null || locks.version() != known.version()) {
            LOG.info(
                    "instrument locks heard version={} count={}",
                    locks.version(),
                    locks.locks().size());
        }
        heard = locks;
    }

    /**
     * The lock that a new order would meet.
     *
     * @param account the order's account, empty = not certain, then every account's lock counts
     */
    public Optional<InstrumentLock> covering(String account, ContractId contractId, String symbol) {
        InstrumentLocks known = heard;
        return known == null || known.locks().isEmpty()
                ? Optional.empty()
                : known.covering(account, contractId, symbol);
    }
}
