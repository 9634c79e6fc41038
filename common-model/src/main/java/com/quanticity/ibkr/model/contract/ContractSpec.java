package com.quanticity.ibkr.model.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Which contract somebody means, before the broker has said its id. Written as text in configuration, in orders and by REST, and read back
 * equal:
 *
 * <pre>
 * SPY                             a US stock or fund share
 * SPY@ARCA                        the one listed there
 * STK:SAP@IBIS/EUR                another currency
 * OPT:SPY 20261218 C 500          an option; SPX has two classes: OPT:SPX 20261218 C 6650 SPXW
 * SPY   261218C00500000           the same by its OCC symbol, also unpadded or as OCC:SPY261218C00500000
 * FUT:ES@CME 202612               a future by month, or by day: FUT:ES@CME 20261218
 * FOP:ES@CME 20261218 C 6500      an option on a future; its class is named where there are several: FOP:ES@CME 20261218 C 6500 EW3
 * CASH:EUR.USD                    a currency pair
 * IND:SPX@CBOE                    an index
 * BOND:037833AK6                  a bond by its CUSIP or ISIN
 * BAG:+1 OPT:SPY 20261218 C 500 | -1 OPT:SPY 20261218 C 510
 * conid:756733                    by the broker's id, also conid:756733@ARCA
 * </pre>
 *
 * Currencies other than USD follow a slash at the end.
 */
public sealed interface ContractSpec {

    String SMART = "SMART";
    String USD = "USD";

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException one line: what is wrong and how to write it
     */
    @JsonCreator
    static ContractSpec parse(String text) {
        return ContractText.parse(text);
    }

    /** True for the text form of a combination. */
    static boolean isCombination(String text) {
        return text.startsWith("BAG:");
    }

    /** The text form; the same for equal specifications. */
    @JsonValue
    default String text() {
        return ContractText.write(this);
    }

    /**
     * A stock or fund share, routed through SMART.
     *
     * @param listing primary exchange as the broker names it, empty = the US listing
     */
    record Stock(String symbol, String listing, String currency) implements ContractSpec {
        public Stock {
            ContractText.checkSymbol(symbol);
            ContractText.checkExchange(listing, true);
            ContractText.checkCurrency(currency);
        }

        /** A US listing. */
        public static Stock of(String symbol) {
            return new Stock(symbol, "", USD);
        }
    }

    /**
     * An option on a stock, fund or index.
     *
     * @param symbol of the underlying
     * @param expiry last trading day as the broker names it
     * @param tradingClass empty = the only one there is
     * @param exchange {@code SMART} unless directed
     */
    record Option(
            String symbol,
            LocalDate expiry,
            OptionRight right,
            BigDecimal strike,
            String tradingClass,
            String exchange,
            String currency)
            implements ContractSpec {
        public Option {
            ContractText.checkSymbol(symbol);
            strike = ContractText.checkStrike(strike);
            ContractText.checkClass(tradingClass);
            ContractText.checkExchange(exchange, false);
            ContractText.checkCurrency(currency);
        }

        /** Through SMART in US dollars. */
        public static Option of(String symbol, LocalDate expiry, OptionRight right, BigDecimal strike) {
            return new Option(symbol, expiry, right, strike, "", SMART, USD);
        }
    }

    /** A US option by its OCC symbol. */
    record Occ(OccSymbol symbol) implements ContractSpec {}

    /**
     * A future.
     *
     * @param exchange empty = wherever there is one of the month
     * @param month {@code YYYYMM}, or {@code YYYYMMDD} for its last trading day
     */
    record Future(String symbol, String exchange, String month, String currency) implements ContractSpec {
        public Future {
            ContractText.checkSymbol(symbol);
            ContractText.checkExchange(exchange, true);
            ContractText.checkMonth(month);
            ContractText.checkCurrency(currency);
        }
    }

    /**
     * An option on a future.
     *
     * @param symbol of the future
     * @param exchange empty = wherever there is one
     * @param expiry last trading day as the broker names it
     * @param tradingClass empty = the only one there is
     */
    record FutureOption(
            String symbol,
            String exchange,
            LocalDate expiry,
            OptionRight right,
            BigDecimal strike,
            String tradingClass,
            String currency)
            implements ContractSpec {
        public FutureOption {
            ContractText.checkSymbol(symbol);
            ContractText.checkExchange(exchange, true);
            strike = ContractText.checkStrike(strike);
            ContractText.checkClass(tradingClass);
            ContractText.checkCurrency(currency);
        }
    }

    /**
     * A bond. Prices are percent of the face value, quantities face value.
     *
     * @param identifier CUSIP (9 characters) or ISIN (12), its check digit is verified
     * @param exchange {@code SMART} unless directed
     */
    record Bond(String identifier, String exchange, String currency) implements ContractSpec {
        public Bond {
            SecurityIdentifier.check(identifier);
            ContractText.checkExchange(exchange, false);
            ContractText.checkCurrency(currency);
        }

        /** {@code CUSIP} or {@code ISIN}. */
        public String identifierType() {
            return SecurityIdentifier.typeOf(identifier);
        }
    }

    /** So much of a quote currency for one of the base currency. */
    record CurrencyPair(String base, String quote) implements ContractSpec {
        public CurrencyPair {
            ContractText.checkCurrency(base);
            ContractText.checkCurrency(quote);
        }
    }

    /** An index: has prices, cannot be traded. */
    record Index(String symbol, String exchange, String currency) implements ContractSpec {
        public Index {
            ContractText.checkSymbol(symbol);
            ContractText.checkExchange(exchange, true);
            ContractText.checkCurrency(currency);
        }
    }

    /**
     * Several contracts traded as one.
     *
     * @param legs two to eight, in order, none of them a combination
     */
    record Combination(List<Leg> legs) implements ContractSpec {
        public Combination {
            legs = List.copyOf(legs);
            if (legs.size() < 2 || legs.size() > 8) {
                throw new IllegalArgumentException(
                        "a combination has two to eight legs, not " + legs.size() + "; write BAG:+1 LEG | -1 LEG");
            }
        }
    }

    /**
     * One leg of a combination.
     *
     * @param ratio how many for one combination: positive is bought with it, negative sold, never 0
     */
    record Leg(int ratio, ContractSpec contract) {
        public Leg {
            if (ratio == 0) {
                throw new IllegalArgumentException("a leg's ratio must not be 0; write +1 to buy it, -1 to sell it");
            }
            if (contract instanceof Combination) {
                throw new IllegalArgumentException("a leg cannot be a combination; name its legs one by one");
            }
        }
    }

    /** A contract whose id is known already. */
    record ById(ContractId id, String exchange) implements ContractSpec {
        public ById {
            ContractText.checkExchange(exchange, false);
        }

        /** Routed through SMART. */
        public static ById of(ContractId id) {
            return new ById(id, SMART);
        }
    }
}
