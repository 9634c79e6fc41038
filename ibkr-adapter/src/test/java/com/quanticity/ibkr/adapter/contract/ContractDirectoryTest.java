package com.quanticity.ibkr.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.PriceLadder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractDirectoryTest {

    private static final ContractReference CALL = TestContracts.option(9, "SPY", "SPY   261218C00500000", "SPY");
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

    @Test
    void findsAContractByEachSpellingOfWhatWasResolved() {
        ContractSpec spec = ContractSpec.parse("OPT:SPY 20261218 C 500");
        directory.onResolved(spec, CALL.contract(), CALL);

        assertThat(directory.find("OPT:SPY 20261218 CALL 500.0")).contains(CALL.contract());
        assertThat(directory.find("conid:9")).contains(CALL.contract());
        assertThat(directory.find("conid:9@CBOE"))
                .get()
                .extracting(Contract::exchange)
                .isEqualTo("CBOE");
        assertThat(directory.find("OPT:SPY 20261218 P 500")).isEmpty();
        assertThat(directory.find("no contract")).isEmpty();
    }

    @Test
    void keepsWhatTheWatchListNames() {
        directory.onResolved("SPY", TestContracts.reference(TestContracts.SPY));

        directory.onResolved(ContractSpec.parse("SPY"), CALL.contract(), CALL);

        assertThat(directory.find("SPY")).contains(TestContracts.SPY);
    }

    @Test
    void checksPricesByTheRuleOfTheExchangeAndElseByTheSmallestTick() {
        directory.onKnown(CALL);
        Contract there = ContractDirectory.routed(CALL.contract(), "CBOE");
        assertThat(check(there, "3.05")).isEqualTo(new PriceCheck.Valid());

        directory.onMarketRule(109, PriceLadder.of(new BigDecimal("0.1")));

        assertThat(check(there, "3.05"))
                .isEqualTo(new PriceCheck.OffIncrement(
                        new BigDecimal("0.1"), new BigDecimal("3.0"), new BigDecimal("3.1")));
        assertThat(check(CALL.contract(), "3.05")).isEqualTo(new PriceCheck.Valid());
        assertThat(check(CALL.contract(), "3.055")).isInstanceOf(PriceCheck.OffIncrement.class);
        assertThat(check(TestContracts.AAPL, "3.055")).isEqualTo(new PriceCheck.NotKnown());
    }

    @Test
    void staysBlockedUntilEveryKindOfBlockIsGone() {
        directory.block(CALL.contractId(), BlockKind.GONE, "gone");
        directory.block(CALL.contractId(), BlockKind.OCC_MISMATCH, "wrong");
        assertThat(directory.blocked(CALL.contractId())).contains("gone; wrong");

        directory.unblock(CALL.contractId(), BlockKind.GONE);
        assertThat(directory.blocked(CALL.contractId())).contains("wrong");

        directory.unblock(CALL.contractId(), BlockKind.OCC_MISMATCH);
        assertThat(directory.blocked(CALL.contractId())).isEmpty();
    }

    private PriceCheck check(Contract contract, String price) {
        return directory.check(contract, new BigDecimal(price));
    }

    private static ContractReference trading(String hours) {
        return ContractReference.of(TestContracts.SPY, "", null, List.of(), "US/Eastern", hours, SATURDAY);
    }
}
