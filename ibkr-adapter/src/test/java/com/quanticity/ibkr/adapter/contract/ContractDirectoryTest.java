package com.quanticity.ibkr.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractDirectoryTest {

    private static final Instant SATURDAY = Instant.parse("2026-03-07T15:00:00Z");

    private final ContractDirectory directory = new ContractDirectory(List.of(WatchListEntry.of("SPY")));

    @Test
    void knowsThatAContractDoesNotTradeOnlyWhenTheBrokerHasToldSo() {
        ContractId id = TestContracts.SPY.id();
        assertThat(directory.isClosed(id, SATURDAY)).isFalse();

        directory.onResolved("SPY", trading("20260306:0400-20260306:2000;20260307:CLOSED"));
        assertThat(directory.isClosed(id, SATURDAY)).isTrue();

        directory.onResolved("SPY", trading(""));
        assertThat(directory.isClosed(id, SATURDAY)).isFalse();
    }

    private static ContractReference trading(String hours) {
        return ContractReference.of(TestContracts.SPY, "", null, List.of(), "US/Eastern", hours, SATURDAY);
    }
}
