package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cash and positions of one account, in US dollars. */
public final class Account {

    private final String code;
    private final Map<Integer, Position> positions = new LinkedHashMap<>();
    private final List<Consumer<Position>> listeners = new ArrayList<>();
    private BigDecimal cash;

    public Account(String code, BigDecimal startCash) {
        this.code = code;
        this.cash = startCash;
    }

    public String code() {
        return code;
    }

    public BigDecimal cash() {
        return cash;
    }

    /** Every position of the session, closed ones included, in the order they were opened. */
    public Collection<Position> positions() {
        return List.copyOf(positions.values());
    }

    public Position position(ListedContract contract) {
        return positions.getOrDefault(contract.conId(), Position.none(contract));
    }

    /** Calls back with every changed position. */
    public void onPosition(Consumer<Position> listener) {
        listeners.add(listener);
    }

    /** Puts back what an earlier run held. */
    public void restore(BigDecimal savedCash, Collection<Position> savedPositions) {
        cash = savedCash;
        savedPositions.forEach(position -> positions.put(position.contract().conId(), position));
    }

    /**
     * Books a trade.
     *
     * @param signedShares positive bought, negative sold
     * @return profit or loss of the shares it closed, or null when it only opened
     */
    public @Nullable BigDecimal book(
            ListedContract contract, BigDecimal signedShares, BigDecimal price, BigDecimal commission) {
        Position.Change change = position(contract).trade(signedShares, price, commission);
        positions.put(contract.conId(), change.after());
        cash = cash.subtract(signedShares.multiply(price)).subtract(commission);
        return change.realized();
    }

    /** Tells the listeners of a position; apart from booking, so that it comes after the order's own messages. */
    public void announce(ListedContract contract) {
        Position position = position(contract);
        listeners.forEach(listener -> listener.accept(position));
    }
}
