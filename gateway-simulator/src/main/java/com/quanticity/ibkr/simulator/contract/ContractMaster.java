package com.quanticity.ibkr.simulator.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All contracts of this simulator: the bundled list, and every symbol of the market that the list does not have. */
public final class ContractMaster {

    /** Ids from here on are ours, never the broker's. */
    private static final int FIRST_ARTIFICIAL_ID = 991_000_000;

    private final Map<String, ListedContract> bySymbol = new LinkedHashMap<>();

    private ContractMaster() {}

    /** The bundled contracts, and one with an artificial id for each further symbol. */
    public static ContractMaster with(Collection<String> symbols) {
        ContractMaster master = new ContractMaster();
        master.readBundled();
        int next = FIRST_ARTIFICIAL_ID;
        for (String symbol : new TreeSet<>(symbols)) {
            if (!master.bySymbol.containsKey(symbol)) {
                master.add(unlisted(next++, symbol));
            }
        }
        return master;
    }

    /** The contracts a query describes; empty when there is none. */
    public List<ListedContract> find(ContractQuery query) {
        return bySymbol.values().stream()
                .filter(contract -> contract.answers(query))
                .toList();
    }

    /** The only contract a query describes; empty when there is none or more than one. */
    public Optional<ListedContract> findOne(ContractQuery query) {
        List<ListedContract> found = find(query);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * The contract of a symbol.
     *
     * @throws IllegalArgumentException when the symbol is not listed
     */
    public ListedContract ofSymbol(String symbol) {
        ListedContract contract = bySymbol.get(symbol);
        if (contract == null) {
            throw new IllegalArgumentException("symbol " + symbol + " is not listed");
        }
        return contract;
    }

    /** The contract as it is listed now; one that is not listed any more stays as it was. */
    public ListedContract current(ListedContract remembered) {
        return bySymbol.getOrDefault(remembered.symbol(), remembered);
    }

    private static ListedContract unlisted(int conId, String symbol) {
        return new ListedContract(
                conId, symbol, "NYSE", symbol, symbol, symbol, "COMMON", new BigDecimal("0.01"), "", "", "", "");
    }

    private void add(ListedContract contract) {
        bySymbol.put(contract.symbol(), contract);
    }

    private void readBundled() {
        try (InputStream in = ContractMaster.class.getResourceAsStream("contracts.csv")) {
            if (in == null) {
                throw new IllegalStateException("contracts.csv is missing from the simulator's jar");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("symbol|"))
                    .forEach(line -> add(parse(line.split("\\|", -1))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ListedContract parse(String[] cell) {
        return new ListedContract(
                Integer.parseInt(cell[1]),
                cell[0],
                cell[2],
                cell[3],
                cell[4],
                cell[5],
                cell[6],
                new BigDecimal(cell[7]),
                cell[8],
                cell[9],
                cell[10],
                cell[11]);
    }
}
