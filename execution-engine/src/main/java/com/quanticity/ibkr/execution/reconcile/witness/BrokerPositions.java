package com.quanticity.ibkr.execution.reconcile.witness;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.position.Position;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Front door to the broker's positions as this service can read them now. Thread-safe. */
public final class BrokerPositions {

    private final Witnesses witnesses;
    private final Clock clock;

    BrokerPositions(Witnesses witnesses, Clock clock) {
        this.witnesses = witnesses;
        this.clock = clock;
    }

    /** What an account holds, a contract without an entry being flat; empty while the positions are not known. */
    public Optional<Map<ContractId, BigDecimal>> of(String account) {
        return witnesses.positions(clock.instant()).map(reading -> {
            Map<ContractId, BigDecimal> held = new LinkedHashMap<>();
            for (Position position : reading.rows()) {
                if (position.account().equals(account)) {
                    held.put(position.contractId(), position.quantity());
                }
            }
            return held;
        });
    }
}
