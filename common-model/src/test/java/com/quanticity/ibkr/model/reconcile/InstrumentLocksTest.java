package com.quanticity.ibkr.model.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstrumentLocksTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");
    private static final ContractId SPY = ContractId.of(756733);

    @Test
    void coverTheirContractInTheirAccountOnly() {
        InstrumentLocks locks = locks("DU1", SPY, "SPY");

        assertThat(locks.covering("DU1", SPY, "SPY")).isPresent();
        assertThat(locks.covering("", SPY, "SPY")).isPresent();
        assertThat(locks.covering("DU2", SPY, "SPY")).isEmpty();
        assertThat(locks.covering("DU1", ContractId.of(1), "SPY")).isEmpty();
    }

    @Test
    void coverTheirSymbolWhenTheContractIsNotKnown() {
        InstrumentLocks locks = locks("", null, "SPY");

        assertThat(locks.covering("DU2", SPY, "SPY")).isPresent();
        assertThat(locks.covering("DU2", SPY, "QQQ")).isEmpty();
    }

    private static InstrumentLocks locks(String account, @Nullable ContractId contractId, String symbol) {
        return new InstrumentLocks(1, List.of(new InstrumentLock(account, contractId, symbol, "d", "", AT)), AT);
    }
}
