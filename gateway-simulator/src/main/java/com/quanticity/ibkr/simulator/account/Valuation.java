package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values an account at the market's prices. */
public final class Valuation {

    private final Account account;
    private final Market market;
    private final Margin margin;

    public Valuation(Account account, Market market, Margin margin) {
        this.account = account;
        this.market = market;
        this.margin = margin;
    }

    public AccountValues now() {
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        for (Position position : account.positions()) {
            BigDecimal value = position.quantity().multiply(markOf(position));
            net = net.add(value);
            gross = gross.add(value.abs());
        }
        return AccountValues.of(account.cash(), net, gross, margin);
    }

    /**
     * Initial margin left over if each contract moved to the given worst-case number of shares; negative when the
     * account could not carry it.
     *
     * @param shares worst-case shares of the contracts that have orders; positions without orders count as they are
     * @param priceOf the price at which the shares of a contract count
     */
    public BigDecimal fundsAfter(Map<ListedContract, BigDecimal> shares, Function<ListedContract, BigDecimal> priceOf) {
        BigDecimal gross = BigDecimal.ZERO;
        Map<ListedContract, Position> held =
                account.positions().stream().collect(Collectors.toMap(Position::contract, Function.identity()));
        for (Position position : held.values()) {
            if (!shares.containsKey(position.contract())) {
                gross = gross.add(position.quantity().abs().multiply(markOf(position)));
            }
        }
        for (Map.Entry<ListedContract, BigDecimal> worst : shares.entrySet()) {
            gross = gross.add(worst.getValue().abs().multiply(priceOf.apply(worst.getKey())));
        }
        return now().netLiquidation().subtract(margin.initialOf(gross));
    }

    /** The market's price, or what the shares cost when the market has none. */
    private BigDecimal markOf(Position position) {
        BigDecimal mark = market.of(position.contract()).map(SymbolMarket::mark).orElse(null);
        return mark == null ? position.averageCost() : mark;
    }
}
