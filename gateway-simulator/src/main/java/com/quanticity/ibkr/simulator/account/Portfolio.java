package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Positions and money of an account at one moment, real or supposed.
 *
 * @param positions by contract id
 * @param cash by currency
 * @param settled part of it that may be spent by a cash account
 */
record Portfolio(Map<Integer, Position> positions, Map<String, BigDecimal> cash, Map<String, BigDecimal> settled) {

    static Portfolio of(Account account) {
        Map<Integer, Position> positions = new LinkedHashMap<>();
        account.openPositions()
                .forEach(position -> positions.put(position.contract().conId(), position));
        Map<String, BigDecimal> cash = new LinkedHashMap<>();
        Map<String, BigDecimal> settled = new LinkedHashMap<>();
        for (String currency : account.ledger().currencies()) {
            cash.put(currency, account.ledger().balance(currency));
            settled.put(currency, account.ledger().settled(currency));
        }
        return new Portfolio(positions, cash, settled);
    }

    /** What it would be after some trades. */
    Portfolio after(Collection<Trade> trades) {
        Portfolio after =
                new Portfolio(new LinkedHashMap<>(positions), new LinkedHashMap<>(cash), new LinkedHashMap<>(settled));
        trades.forEach(after::apply);
        return after;
    }

    private void apply(Trade trade) {
        ListedContract contract = trade.contract();
        if (Instruments.isCurrencyPair(contract)) {
            cash.merge(contract.symbol(), trade.quantity(), BigDecimal::add);
            cash.merge(
                    contract.currency(), trade.value().add(trade.commission()).negate(), BigDecimal::add);
            return;
        }
        Position.Change change = positions
                .getOrDefault(contract.conId(), Position.none(contract))
                .trade(trade.quantity(), trade.price(), trade.commission());
        positions.put(contract.conId(), change.after());
        BigDecimal realized = change.realized() == null ? BigDecimal.ZERO : change.realized();
        BigDecimal moved = Instruments.isFuture(contract)
                ? realized
                : trade.value().add(trade.commission()).negate();
        cash.merge(Instruments.currency(contract), moved, BigDecimal::add);
        settled.merge(Instruments.currency(contract), moved.min(BigDecimal.ZERO), BigDecimal::add);
    }
}
