package com.quanticity.ibkr.simulator.contract;

import com.quanticity.ibkr.simulator.contract.ListedContract.Profile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads the lists of contracts in the jar. */
final class BundledContracts {

    private static final Map<String, Integer> RULES =
            Map.of("CASH", MarketRule.CURRENCIES, "BOND", MarketRule.BONDS, "STK", MarketRule.US_STOCKS);

    private BundledContracts() {}

    /** US stocks and ETFs in US dollars. */
    static List<ListedContract> stocks() {
        return rows("contracts.csv").stream().map(BundledContracts::stock).toList();
    }

    /** Indices, currencies, crypto-currencies, funds, bonds, and stocks elsewhere. */
    static List<ListedContract> others() {
        return rows("others.csv").stream().map(BundledContracts::other).toList();
    }

    private static ListedContract stock(String[] cell) {
        return new ListedContract(
                Integer.parseInt(cell[1]),
                cell[0],
                "STK",
                "USD",
                "SMART",
                cell[2],
                cell[0],
                cell[3],
                new BigDecimal(cell[7]),
                MarketRule.US_STOCKS,
                new Profile(cell[4], cell[5], cell[6], cell[8], cell[9], cell[10], cell[11]),
                null);
    }

    private static ListedContract other(String[] cell) {
        int rule = cell[4].equals("JPY") ? MarketRule.YEN : RULES.getOrDefault(cell[2], MarketRule.CENTS);
        return new ListedContract(
                Integer.parseInt(cell[1]),
                cell[0],
                cell[2],
                cell[4],
                cell[3],
                cell[5],
                cell[6],
                cell[7],
                new BigDecimal(cell[9]),
                rule,
                new Profile(cell[7], cell[8], cell[2].equals("STK") ? "COMMON" : "", "", "", "", cell[10]),
                null);
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = BundledContracts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the simulator's jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("symbol|"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
