package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.worth.ExchangeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The accounts of the login and what all of them have in common.
 *
 * @param accounts in the order of MANAGED_ACCTS, at least one, an advisor's own first
 * @param rates what the currencies are worth
 * @param interest what money earns and costs
 * @param intradayFutures part of a future's requirement that applies from 09:30 to 16:00 in New York; 1 for the full one
 * @param liquidation whether the broker closes positions of an account without excess liquidity
 */
public record AccountOptions(
        List<AccountTerms> accounts,
        ExchangeRates rates,
        Interest interest,
        BigDecimal intradayFutures,
        boolean liquidation) {

    public AccountOptions {
        accounts = List.copyOf(accounts);
        Set<String> codes = new HashSet<>();
        for (AccountTerms each : accounts) {
            if (!codes.add(each.code())) {
                throw new IllegalArgumentException("account " + each.code() + " is given twice: give it once");
            }
            each.cash().keySet().stream()
                    .filter(currency -> !rates.knows(currency))
                    .findFirst()
                    .ifPresent(currency -> {
                        throw new IllegalArgumentException("account " + each.code() + " holds " + currency
                                + ", which has no exchange rate: add the rate");
                    });
        }
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a login has at least one account: give one");
        }
        if (intradayFutures.signum() <= 0 || intradayFutures.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "the intraday part of a future's margin must be above 0 and at most 1, not " + intradayFutures);
        }
    }

    /** DU1234567, a margin account with one million dollars; nobody is liquidated. */
    public static AccountOptions defaults() {
        return of(AccountTerms.margin("DU1234567", new BigDecimal("1000000.00")));
    }

    /** These accounts, everything else as by default. */
    public static AccountOptions of(AccountTerms... accounts) {
        return new AccountOptions(
                List.of(accounts), ExchangeRates.defaults(), Interest.defaults(), BigDecimal.ONE, false);
    }

    /**
     * Reads {@code DU1:margin:1000000,DU2:cash:50000,DU3:portfolio:250000:EUR}: code, kind, money, currency. What is left
     * out is a margin account, one million, US dollars.
     *
     * @throws IllegalArgumentException when a part cannot be read; the message says which and what to write
     */
    public static AccountOptions parse(String text) {
        return of(Arrays.stream(text.split(",", -1)).map(AccountTerms::parse).toArray(AccountTerms[]::new));
    }

    /** The account that orders without account go to when there is no other. */
    public AccountTerms first() {
        return accounts.getFirst();
    }

    public AccountOptions withAccounts(List<AccountTerms> other) {
        return new AccountOptions(other, rates, interest, intradayFutures, liquidation);
    }

    public AccountOptions withLiquidation(boolean on) {
        return new AccountOptions(accounts, rates, interest, intradayFutures, on);
    }

    /**
     * How one account begins.
     *
     * @param code {@code DU…} paper, {@code U…} live, {@code DF…} and {@code F…} an advisor's own
     * @param currency in which it is reported
     * @param cash money at the start by currency, unless the state file says otherwise
     */
    public record AccountTerms(String code, AccountKind kind, String currency, Map<String, BigDecimal> cash) {

        private static final BigDecimal MILLION = new BigDecimal("1000000.00");

        public AccountTerms {
            if (!code.matches("[A-Z][A-Z0-9]{2,14}")) {
                throw new IllegalArgumentException("account must look like DU1234567, not " + code);
            }
            if (!currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("account currency must look like USD, not " + currency);
            }
            Map<String, BigDecimal> ordered = new LinkedHashMap<>();
            ordered.put(currency, cash.getOrDefault(currency, BigDecimal.ZERO));
            cash.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
            cash = Collections.unmodifiableMap(ordered);
        }

        /** A margin account in US dollars. */
        public static AccountTerms margin(String code, BigDecimal dollars) {
            return of(code, AccountKind.MARGIN, dollars);
        }

        /** An account in US dollars. */
        public static AccountTerms of(String code, AccountKind kind, BigDecimal dollars) {
            return new AccountTerms(code, kind, "USD", Map.of("USD", dollars));
        }

        static AccountTerms parse(String text) {
            String[] part = text.trim().split(":", -1);
            if (part.length > 4) {
                throw new IllegalArgumentException(
                        "account " + text + " has too many parts: write CODE:KIND:MONEY:CURRENCY");
            }
            String currency = part.length > 3 ? part[3] : "USD";
            return new AccountTerms(
                    part[0],
                    part.length > 1 ? AccountKind.of(part[1]) : AccountKind.MARGIN,
                    currency,
                    Map.of(currency, part.length > 2 ? money(part[2], text) : MILLION));
        }

        private static BigDecimal money(String amount, String text) {
            try {
                return new BigDecimal(amount).setScale(2, RoundingMode.UNNECESSARY);
            } catch (NumberFormatException | ArithmeticException unreadable) {
                throw new IllegalArgumentException(
                        "account " + text + " has an amount that is not readable: write it like DU1:margin:50000.00",
                        unreadable);
            }
        }

        /** Money at the start in the account's currency. */
        public BigDecimal startCash() {
            return cash.getOrDefault(currency, BigDecimal.ZERO);
        }

        public AccountTerms withCode(String other) {
            return new AccountTerms(other, kind, currency, cash);
        }

        /** The same with other money in the account's currency. */
        public AccountTerms withStartCash(BigDecimal amount) {
            Map<String, BigDecimal> other = new LinkedHashMap<>(cash);
            other.put(currency, amount);
            return new AccountTerms(code, kind, currency, other);
        }

        /** Whether the code is an advisor's own. Source: tws-wire behaviour.md, section 7. */
        public boolean isAdvisor() {
            return code.matches("D?F\\d+");
        }

        /** Whether orders move no real money. */
        public boolean isPaper() {
            return code.startsWith("D");
        }
    }
}
