package com.quanticity.ibkr.simulator.contract;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.ListedContract.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All contracts of this simulator: the bundled list, every symbol of the market that the list does not have, and the
 * futures and options that rules make for the day.
 */
public final class ContractMaster {

    /** Ids from here on are ours, never the broker's. */
    private static final int FIRST_ARTIFICIAL_ID = 991_000_000;

    private static final int COMBO_ID = 990_900_000;

    private final InstantSource time;
    private final Map<Integer, ListedContract> byId = new LinkedHashMap<>();
    private final Map<String, ListedContract> stocks = new LinkedHashMap<>();
    private final OptionChains chains;
    private final ShareCfds cfds = new ShareCfds();
    private final Map<List<ContractQuery.Leg>, Integer> combinations = new LinkedHashMap<>();

    private ContractMaster(Collection<String> symbols, InstantSource time, Map<String, BigDecimal> prices) {
        this.time = time;
        BundledContracts.stocks().forEach(this::addStock);
        BundledContracts.others().forEach(contract -> byId.put(contract.conId(), contract));
        ListedContract index = listed().filter(contract ->
                        contract.secType().equals("IND") && contract.symbol().equals("SPX"))
                .findFirst()
                .orElseThrow();
        this.chains = new OptionChains(stocks, index, prices);
        int next = FIRST_ARTIFICIAL_ID;
        for (String symbol : new TreeSet<>(symbols)) {
            if (byName(symbol).isEmpty()) {
                addStock(unlisted(next++, symbol));
            }
        }
        listed().filter(contract -> contract.secType().equals("CASH")).forEach(cfds::add);
        stocks.values().forEach(cfds::add);
    }

    /** The bundled contracts, and one with an artificial id for each further symbol; futures and options as of 2026. */
    public static ContractMaster with(Collection<String> symbols) {
        return with(symbols, InstantSource.fixed(Instant.parse("2026-01-02T15:00:00Z")));
    }

    /**
     * The bundled contracts, and one with an artificial id for each further symbol.
     *
     * @param time says which futures and options have not expired
     */
    public static ContractMaster with(Collection<String> symbols, InstantSource time) {
        return with(symbols, time, Map.of());
    }

    /**
     * The same with option strikes about other prices than the usual ones.
     *
     * @param prices by symbol of the underlying
     */
    public static ContractMaster with(Collection<String> symbols, InstantSource time, Map<String, BigDecimal> prices) {
        return new ContractMaster(symbols, time, prices);
    }

    /** The contracts a query describes, whatever the exchange they are routed to; empty when there is none. */
    public List<ListedContract> find(ContractQuery query) {
        return candidates(query)
                .filter(contract -> isWhatIsWanted(contract, query))
                .filter(contract -> query.includeExpired() || !isExpired(contract))
                .toList();
    }

    /** A combination with these legs; the same legs are the same contract. */
    public ListedContract combination(ContractQuery query) {
        int number = combinations.computeIfAbsent(query.legs(), any -> combinations.size() + 1);
        return combo(query, COMBO_ID + number);
    }

    /** The legs of a {@link #combination}; empty for any other contract. */
    public List<ContractQuery.Leg> legsOf(ListedContract contract) {
        return combinations.entrySet().stream()
                .filter(known -> COMBO_ID + known.getValue() == contract.conId())
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(List.of());
    }

    /** What a contract for difference is on; empty for any other contract. */
    public Optional<ListedContract> underlyingOfCfd(ListedContract contract) {
        return cfds.underlyingOf(contract.conId());
    }

    /** The only contract a query describes; empty when there is none or more than one. */
    public Optional<ListedContract> findOne(ContractQuery query) {
        List<ListedContract> found = find(query);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The contract of an id, expired ones too. */
    public Optional<ListedContract> ofId(int conId) {
        return Optional.ofNullable(byId.get(conId))
                .or(() -> FutureRoot.ofId(conId))
                .or(() -> cfds.ofId(conId))
                .or(() -> chains.ofId(conId));
    }

    /**
     * The contract of a symbol: a stock by its symbol, anything else by its local symbol ({@code EUR.USD}, {@code SPX},
     * {@code ESZ6}), a future of the nearest month by its root ({@code ES}).
     *
     * @throws IllegalArgumentException when the symbol is not listed
     */
    public ListedContract ofSymbol(String symbol) {
        return byName(symbol).orElseThrow(() -> new IllegalArgumentException("symbol " + symbol + " is not listed"));
    }

    /** The contract as it is listed now; one that is not listed any more stays as it was. */
    public ListedContract current(ListedContract remembered) {
        if (remembered.derivation() != null || !remembered.secType().equals("STK")) {
            return remembered;
        }
        return stocks.getOrDefault(remembered.symbol(), remembered);
    }

    /** All contracts that stand for themselves, in the order of the bundled lists. */
    public Stream<ListedContract> listed() {
        return byId.values().stream();
    }

    /** The classes of options on an underlying; empty when it has none. */
    public List<OptionClass> optionClasses(String symbol, String underlyingType) {
        LocalDate today = today();
        return chains.on(symbol, underlyingType).stream()
                .map(root -> new OptionClass(
                        root.tradingClass(),
                        root.multiplier(),
                        List.of(root.contract(today, root.strikes().getFirst(), "C")
                                .validExchanges()
                                .split(",")),
                        underlyingIdOf(root),
                        root.expirations(today),
                        root.strikes()))
                .toList();
    }

    private int underlyingIdOf(OptionRoot root) {
        return root.secType().equals("FOP")
                ? FutureRoot.ALL.getFirst().front(today()).conId()
                : root.underlying().conId();
    }

    private Optional<ListedContract> byName(String name) {
        return Optional.ofNullable(stocks.get(name))
                .or(() -> listed().filter(contract -> contract.localSymbol().equals(name))
                        .findFirst())
                .or(() -> futures(true)
                        .filter(future -> future.localSymbol().equals(name))
                        .findFirst())
                .or(() -> FutureRoot.ALL.stream()
                        .filter(root -> root.symbol().equals(name))
                        .findFirst()
                        .map(root -> root.front(today())));
    }

    private Stream<ListedContract> candidates(ContractQuery query) {
        if (query.conId() != 0) {
            return ofId(query.conId()).stream();
        }
        return switch (query.secType()) {
            case "OPT", "FOP" -> chains.find(query, today()).stream();
            case "FUT" -> futures(query.includeExpired());
            case "CONTFUT" -> FutureRoot.ALL.stream().map(root -> continuous(root.front(today())));
            case "BAG" -> Stream.of(combo(query, COMBO_ID));
            case "CFD" -> cfds.all().stream();
            default -> listed();
        };
    }

    private Stream<ListedContract> futures(boolean includeExpired) {
        return FutureRoot.ALL.stream().flatMap(root -> root.contracts(today(), includeExpired).stream());
    }

    private static boolean isWhatIsWanted(ListedContract contract, ContractQuery query) {
        if (!contract.isTradedAt(query.exchange())) {
            return false;
        }
        if (query.conId() != 0) {
            return true;
        }
        return isNamedBy(contract, query)
                && isOfType(contract, query.secType())
                && agrees(query.currency(), contract.currency())
                && (agrees(query.primaryExchange(), contract.listingExchange())
                        || query.primaryExchange().equals("ISLAND")
                                && contract.listingExchange().equals("NASDAQ"))
                && agrees(query.tradingClass(), contract.tradingClass())
                && hasTerms(contract, query);
    }

    private static boolean isNamedBy(ListedContract contract, ContractQuery query) {
        if (!query.secId().isEmpty()) {
            return isIdentifiedBy(contract, query.secIdType(), query.secId());
        }
        if (query.symbol().isEmpty()) {
            return query.localSymbol().equals(contract.localSymbol());
        }
        return (query.symbol().equals(contract.symbol()) || query.symbol().equals(contract.tradingClass()))
                && agrees(query.localSymbol(), contract.localSymbol());
    }

    private static boolean isIdentifiedBy(ListedContract contract, String type, String id) {
        String isin = contract.isin();
        return switch (type) {
            case "ISIN" -> id.equals(isin);
            case "CUSIP" -> isin.startsWith("US") && id.equals(isin.substring(2, 11));
            default -> false;
        };
    }

    private static boolean isOfType(ListedContract contract, String wanted) {
        return agrees(wanted, contract.secType());
    }

    private static boolean hasTerms(ListedContract contract, ContractQuery query) {
        Derivation terms = contract.derivation();
        if (terms == null) {
            return true;
        }
        boolean isOfMultiplier = query.multiplier().isEmpty()
                || query.multiplier().equals(terms.multiplier().toPlainString());
        return isOfMultiplier && isOfExpiry(contract, terms, query.expiry());
    }

    /** A futures month is given as the month of delivery, which need not be that of the last trading day. */
    private static boolean isOfExpiry(ListedContract contract, Derivation terms, String wanted) {
        return terms.expiryText().startsWith(wanted)
                || FutureMonth.textOf(contract).equals(wanted);
    }

    private boolean isExpired(ListedContract contract) {
        Derivation terms = contract.derivation();
        return terms != null && terms.isExpired(today());
    }

    private LocalDate today() {
        return TradingCalendar.dateOf(time.instant());
    }

    private static ListedContract continuous(ListedContract front) {
        return new ListedContract(
                front.conId(),
                front.symbol(),
                "CONTFUT",
                front.currency(),
                front.exchange(),
                front.listingExchange(),
                front.localSymbol(),
                front.tradingClass(),
                front.minTick(),
                front.marketRuleId(),
                front.profile(),
                front.derivation());
    }

    private static ListedContract combo(ContractQuery query, int conId) {
        return new ListedContract(
                conId,
                query.symbol(),
                "BAG",
                query.currency().isEmpty() ? "USD" : query.currency(),
                "SMART",
                "",
                query.symbol(),
                "COMB",
                new BigDecimal("0.01"),
                MarketRule.CENTS,
                Profile.named("COMB", query.symbol() + " combination"),
                null);
    }

    private static ListedContract unlisted(int conId, String symbol) {
        return new ListedContract(
                conId,
                symbol,
                "STK",
                "USD",
                "SMART",
                "NYSE",
                symbol,
                symbol,
                new BigDecimal("0.01"),
                MarketRule.US_STOCKS,
                new Profile(symbol, symbol, "COMMON", "", "", "", ""),
                null);
    }

    private void addStock(ListedContract contract) {
        byId.put(contract.conId(), contract);
        stocks.put(contract.symbol(), contract);
    }

    private static boolean agrees(String wanted, String actual) {
        return wanted.isEmpty() || Objects.equals(wanted, actual);
    }
}
