package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Money by currency: what is there, what of it is not settled yet, what interest it has earned. */
public final class CashLedger {

    private static final BigDecimal YEAR = BigDecimal.valueOf(360);

    private final Map<String, BigDecimal> balances = new LinkedHashMap<>();
    private final Map<String, BigDecimal> interest = new LinkedHashMap<>();
    private final List<Unsettled> unsettled = new ArrayList<>();

    CashLedger(Map<String, BigDecimal> start) {
        balances.putAll(start);
    }

    /** Every currency that was ever held, the first one first. */
    public Set<String> currencies() {
        return Collections.unmodifiableSet(balances.keySet());
    }

    /** May be negative: money lent by the broker. */
    public BigDecimal balance(String currency) {
        return balances.getOrDefault(currency, BigDecimal.ZERO);
    }

    /** The balance without the proceeds of sales that settle later. */
    public BigDecimal settled(String currency) {
        return unsettled.stream()
                .filter(part -> part.currency().equals(currency))
                .map(Unsettled::amount)
                .reduce(balance(currency), BigDecimal::subtract);
    }

    /** Interest earned and not paid yet; negative when owed. */
    public BigDecimal accruedInterest(String currency) {
        return interest.getOrDefault(currency, BigDecimal.ZERO);
    }

    /** Adds or takes money at once. */
    void move(String currency, BigDecimal amount) {
        balances.merge(currency, amount, BigDecimal::add);
    }

    /** Adds the proceeds of a sale, which settle one business day later. Source: SEC Rule 15c6-1 as in force since May 2024. */
    void receive(String currency, BigDecimal amount, LocalDate sold) {
        move(currency, amount);
        unsettled.add(new Unsettled(currency, amount, nextBusinessDay(sold)));
    }

    private static LocalDate nextBusinessDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    void settle(LocalDate today) {
        unsettled.removeIf(part -> !part.settles().isAfter(today));
    }

    /** One night's interest on every balance, at yearly rates. */
    void accrue(BigDecimal creditRate, BigDecimal debitRate) {
        balances.forEach((currency, balance) -> {
            BigDecimal rate = balance.signum() < 0 ? debitRate : creditRate;
            interest.merge(currency, balance.multiply(rate).divide(YEAR, 8, RoundingMode.HALF_EVEN), BigDecimal::add);
        });
    }

    /** Pays what has accrued, in cents. */
    void payInterest() {
        interest.replaceAll((currency, amount) -> {
            BigDecimal paid = amount.setScale(2, RoundingMode.HALF_EVEN);
            move(currency, paid);
            return amount.subtract(paid);
        });
    }

    void restore(Map<String, BigDecimal> saved) {
        balances.clear();
        balances.putAll(saved);
    }

    private record Unsettled(String currency, BigDecimal amount, LocalDate settles) {}
}
