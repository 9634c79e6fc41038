package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Permissions;
import com.quanticity.ibkr.simulator.account.Trade;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.ComboLeg;
import com.quanticity.ibkr.simulator.matching.Hold;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the account could carry an order together with everything that is open already. */
final class BuyingPower {

    private final Valuation valuation;
    private final Permissions permissions;
    private final Market market;
    private final OrderBook book;

    BuyingPower(Valuation valuation, Market market, OrderBook book) {
        this.valuation = valuation;
        this.permissions = new Permissions(valuation);
        this.market = market;
        this.book = book;
    }

    /**
     * Funds left over if everything open and this order were filled on the side that costs most.
     *
     * @param account whose order it is
     * @param legs of a combination, each of which counts by itself; empty for any other order
     * @param replacing the order that this one changes, whose old terms no longer count; null for a new one
     */
    BigDecimal fundsAfter(
            Account account,
            ListedContract contract,
            List<ComboLeg> legs,
            OrderTerms terms,
            @Nullable OrderKey replacing) {
        Set<ListedContract> contracts = new LinkedHashSet<>(legs.isEmpty() ? Set.of(contract) : Set.of());
        ordersOf(account).forEach(order -> contracts.add(order.contract()));
        Map<ListedContract, BigDecimal> worst = new LinkedHashMap<>();
        for (ListedContract each : contracts) {
            BigDecimal buys = openShares(account, each, Side.BUY, replacing);
            BigDecimal sells = openShares(account, each, Side.SELL, replacing);
            if (each.equals(contract)) {
                buys = terms.side() == Side.BUY ? buys.add(terms.quantity()) : buys;
                sells = terms.side() == Side.SELL ? sells.add(terms.quantity()) : sells;
            }
            worst.put(each, worstCase(account.position(each).quantity(), buys, sells));
        }
        for (ComboLeg leg : legs) {
            BigDecimal units = terms.quantity().multiply(BigDecimal.valueOf(leg.ratio()));
            BigDecimal change = leg.sideOf(terms.side()).signed(units);
            worst.merge(
                    leg.contract(),
                    account.position(leg.contract()).quantity().add(change),
                    (open, _) -> open.add(change));
        }
        return valuation.fundsAfter(
                account, worst, each -> each.equals(contract) ? priceOf(each, terms) : priceOf(each, null));
    }

    /** Whether an order and those on its side can only make the position smaller. */
    boolean isReducing(Account account, ListedContract contract, OrderTerms terms, @Nullable OrderKey replacing) {
        BigDecimal held = account.position(contract).quantity();
        boolean isOpposite = held.signum() == (terms.side() == Side.BUY ? -1 : 1);
        BigDecimal closing =
                openShares(account, contract, terms.side(), replacing).add(terms.quantity());
        return isOpposite && closing.compareTo(held.abs()) <= 0;
    }

    /** Why the account may not trade this at all; empty when it may. */
    Optional<String> objection(
            Account account, ListedContract contract, OrderTerms terms, @Nullable OrderKey replacing) {
        Trade trade = Trade.of(contract, terms.side().signed(terms.quantity()), priceOf(contract, terms));
        return permissions.objection(account, trade, openShares(account, contract, Side.SELL, replacing));
    }

    private Stream<WorkingOrder> ordersOf(Account account) {
        return book.open().stream().filter(order -> order.account() == account);
    }

    private static BigDecimal worstCase(BigDecimal held, BigDecimal buys, BigDecimal sells) {
        BigDecimal bought = held.add(buys);
        BigDecimal sold = held.subtract(sells);
        return sold.abs().compareTo(bought.abs()) > 0 ? sold : bought;
    }

    private BigDecimal openShares(Account account, ListedContract contract, Side side, @Nullable OrderKey without) {
        return ordersOf(account)
                .filter(order ->
                        order.contract().equals(contract) && order.terms().side() == side)
                .filter(order -> !order.key().equals(without))
                // only one child of a bracket can add to the position, and only after its parent
                .filter(order -> !order.holds().contains(Hold.CHILD))
                .map(WorkingOrder::remaining)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal priceOf(ListedContract contract, @Nullable OrderTerms terms) {
        BigDecimal mark = market.of(contract).map(SymbolMarket::mark).orElse(null);
        if (mark != null) {
            return mark;
        }
        return terms == null || terms.limit() == null ? BigDecimal.ZERO : terms.limit();
    }
}
