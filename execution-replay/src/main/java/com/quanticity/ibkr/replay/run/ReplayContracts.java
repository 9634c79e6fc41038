package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.model.contract.ContractId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Contract ids of recorded symbols: recordings carry none. Known ones come from {@code contract.reference}; a symbol that the adapter
 * never resolved gets one from {@value #FIRST_ARTIFICIAL} upward, which no broker uses, the same until this service ends. Thread-safe.
 */
final class ReplayContracts {

    static final int FIRST_ARTIFICIAL = 2_100_000_000;

    private final Map<String, ContractId> known = new ConcurrentHashMap<>();
    private final Map<String, ContractId> artificial = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(FIRST_ARTIFICIAL);

    void learn(String symbol, ContractId contractId) {
        known.put(symbol, contractId);
    }

    ContractId of(String symbol) {
        ContractId contractId = known.get(symbol);
        return contractId != null
                ? contractId
                : artificial.computeIfAbsent(symbol, unused -> ContractId.of(next.getAndIncrement()));
    }
}
