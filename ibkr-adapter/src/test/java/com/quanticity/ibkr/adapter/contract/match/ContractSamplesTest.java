package com.quanticity.ibkr.adapter.contract.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.contract.match.ContractChoice.Chosen;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.contract.TradingHours;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What real gateways said about contracts. */
class ContractSamplesTest {

    private static final Path SAMPLES = Path.of("..", "..", "shared", "market-data");

    @Test
    void choosesTheListedStockOfEverySampleByItsListingAndWithoutIt() throws IOException {
        List<ContractReference> all = rows("contracts.csv").stream()
                .filter(row -> !row[1].isEmpty() && !row[4].isEmpty())
                .map(row ->
                        TestContracts.reference(TestContracts.stock(Integer.parseInt(row[1]), row[0], row[4], row[5])))
                .toList();

        assertThat(all).hasSizeGreaterThan(15).allSatisfy(stock -> {
            String symbol = stock.contract().symbol();
            List<ContractReference> matches = all.stream()
                    .filter(other -> other.contract().symbol().equals(symbol))
                    .toList();
            assertThat(choose(symbol, matches)).isEqualTo(new Chosen.One(stock, 0));
            assertThat(choose(symbol + "@" + stock.contract().primaryExchange(), matches))
                    .isEqualTo(new Chosen.One(stock, 0));
        });
    }

    @Test
    void readsExchangesAndRulesInParallelAndTheHours() throws IOException {
        List<String> exchanges = ContractTranslator.INSTANCE.commaList(field("TSLA", "validExchanges"));
        List<Integer> rules = ContractTranslator.INSTANCE.numbers(field("TSLA", "marketRuleIds"));

        assertThat(rules).hasSameSizeAs(exchanges).containsOnly(26);
        assertThat(exchanges).startsWith("SMART", "AMEX").contains("ISLAND");
        TradingHours hours = TradingHours.parse(
                field("TSLA", "tradingHours").replaceFirst(" \\(.*", ""), field("TSLA", "timeZoneId"));
        assertThat(hours.isClosed(Instant.parse("2018-05-12T15:00:00Z"))).isTrue();
        assertThat(hours.isClosed(Instant.parse("2018-05-09T15:00:00Z"))).isFalse();
    }

    private static Chosen choose(String text, List<ContractReference> matches) {
        return ContractChoice.choose(ContractSpec.parse(text), matches);
    }

    private static String field(String symbol, String name) throws IOException {
        return rows("contract-details-samples.csv").stream()
                .filter(row -> row[0].equals(symbol) && row[3].equals(name))
                .map(row ->
                        String.join(",", List.of(row).subList(4, row.length)).replace("\"", ""))
                .findFirst()
                .orElseThrow();
    }

    private static List<String[]> rows(String name) throws IOException {
        Path file = SAMPLES.resolve(name);
        assumeTrue(Files.exists(file), "no shared samples beside the project");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
