package com.quanticity.ibkr.adapter.contract.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccCheckTest {

    private static final OccSymbol SYMBOL = OccSymbol.parse("SPY   261218C00500000");

    @Test
    void agreesWithTheDetailsOfTheSameOption() {
        assertThat(OccCheck.differences(SYMBOL, TestContracts.option(1, "SPY", SYMBOL.toString(), "SPY")))
                .isEmpty();
    }

    @Test
    void namesEverythingThatDisagrees() {
        ContractReference other = TestContracts.option(1, "SPY", "SPY   261219P00501000", "SPYW");

        assertThat(OccCheck.differences(SYMBOL, other))
                .containsExactly(
                        "local symbol is 'SPY   261219P00501000'",
                        "trading class is SPYW, root is SPY",
                        "expiry is 2026-12-19, not 2026-12-18",
                        "right is PUT, not CALL",
                        "strike is 501, not 500");
        assertThat(OccCheck.differences(SYMBOL, TestContracts.reference(TestContracts.SPY)))
                .singleElement()
                .asString()
                .contains("is no option but STOCK");
    }

    /** One of them, on VIX, trades for the last time on the day before its symbol's date. */
    @Test
    void agreesWithTheBrokersOwnSamples() throws IOException {
        Path file = Path.of("..", "..", "shared", "market-data", "contracts-derivatives.csv");
        assumeTrue(Files.exists(file), "no shared samples beside the project");
        List<String[]> options = Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[2].equals("OPT"))
                .toList();

        assertThat(options)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(OccCheck.differences(OccSymbol.parse(row[10]), sample(row)))
                        .isEmpty());
    }

    private static ContractReference sample(String[] row) {
        Contract contract = new Contract(
                ContractId.of(Integer.parseInt(row[1])),
                row[0],
                SecurityType.OPTION,
                "SMART",
                "",
                row[7],
                row[8],
                row[9]);
        ContractTerms terms = new ContractTerms(
                LocalDate.parse(row[3], DateTimeFormatter.BASIC_ISO_DATE),
                new BigDecimal(row[4]),
                OptionRight.of(row[5]),
                new BigDecimal(row[6]),
                null);
        return new ContractReference(
                contract, terms, "", "", null, 1, List.of(), List.of(), null, "", "", "", Instant.EPOCH);
    }
}
