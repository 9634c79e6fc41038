package com.quanticity.ibkr.adapter.contract.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractChange;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractComparisonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    private static final String MONDAY = "20260302:0930-20260302:1600";
    private static final String TUESDAY = "20260303:0930-20260303:1600";

    @Test
    void sameAnswerOnAnotherDayIsNoChange() {
        assertThat(changes(
                        reference(
                                "SPY",
                                "0.01",
                                "100",
                                List.of("SMART", "ARCA"),
                                List.of(26, 26),
                                MONDAY + ";" + TUESDAY),
                        reference("SPY", "0.010", "100.0", List.of("ARCA", "SMART"), List.of(26, 26), TUESDAY)))
                .isEmpty();
    }

    @Test
    void namesEveryFieldWithBothSides() {
        ContractReference before =
                reference("FB", "0.01", "100", List.of("SMART", "ARCA"), List.of(26, 26), MONDAY + ";" + TUESDAY);
        ContractReference after = reference(
                "META", "0.005", "150", List.of("SMART", "MEMX"), List.of(109, 26), "20260303:0930-20260303:1300");

        assertThat(changes(before, after))
                .containsExactly(
                        "FB SYMBOL FB -> META",
                        "FB LOCAL_SYMBOL FB -> META",
                        "FB TRADING_CLASS FB -> META",
                        "FB MIN_TICK 0.01 -> 0.005",
                        "FB MARKET_RULES {SMART=26} -> {SMART=109}",
                        "FB VALID_EXCHANGES ARCA,SMART -> MEMX,SMART",
                        "FB MULTIPLIER 100 -> 150",
                        "FB TRADING_HOURS 20260303:0930-20260303:1600 -> 20260303:0930-20260303:1300",
                        "FB LIQUID_HOURS 20260303:0930-20260303:1600 -> 20260303:0930-20260303:1300");
    }

    private static List<String> changes(ContractReference before, ContractReference after) {
        return ContractComparison.changes(DAY, before, after).stream()
                .map(ContractChange::toString)
                .toList();
    }

    private static ContractReference reference(
            String symbol, String tick, String multiplier, List<String> exchanges, List<Integer> rules, String hours) {
        return new ContractReference(
                new Contract(ContractId.of(7), symbol, SecurityType.OPTION, "SMART", "", "USD", symbol, symbol),
                new ContractTerms(
                        LocalDate.of(2026, 12, 18), BigDecimal.TEN, OptionRight.CALL, new BigDecimal(multiplier), null),
                "",
                "",
                new BigDecimal(tick),
                1,
                exchanges,
                rules,
                null,
                "US/Eastern",
                hours,
                hours,
                Instant.parse("2026-03-03T12:00:00Z"));
    }
}
