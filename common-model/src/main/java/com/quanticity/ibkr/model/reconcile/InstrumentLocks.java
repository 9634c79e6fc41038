package com.quanticity.ibkr.model.reconcile;

import com.quanticity.ibkr.model.contract.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All instruments that are locked now, published by the execution-engine on {@code reconcile.lock} on change and repeated. A publication
 * takes the place of the one before; silence changes nothing: a lock holds until a publication without it.
 *
 * @param version grows by one with each change
 * @param locks every lock in force, possibly none
 * @param at when this was published
 */
public record InstrumentLocks(long version, List<InstrumentLock> locks, Instant at) {

    /** How often it is repeated. */
    public static final Duration REPEAT = Duration.ofSeconds(5);

    public InstrumentLocks {
        locks = List.copyOf(locks);
    }

    /** The lock that an order would meet, empty when there is none. */
    public Optional<InstrumentLock> covering(String account, ContractId contractId, String symbol) {
        return locks.stream()
                .filter(lock -> lock.covers(account, contractId, symbol))
                .findFirst();
    }
}
