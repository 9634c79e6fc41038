package com.quanticity.ibkr.simulator.clearing;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.account.Trade;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.account.worth.Marks;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels the orders and closes positions of an account whose excess liquidity is below zero, the position that helps most
 * first.
 */
final class Liquidation {

    private static final Logger log = LoggerFactory.getLogger(Liquidation.class);

    private final Valuation valuation;
    private final Marks marks;
    private final BrokerTrades trades;

    Liquidation(Valuation valuation, Marks marks, BrokerTrades trades) {
        this.valuation = valuation;
        this.marks = marks;
        this.trades = trades;
    }

    void check(Account account) {
        BigDecimal excess = valuation.of(account).excessLiquidity();
        Optional<Closing> next = excess.signum() < 0 ? mostHelpful(account, excess) : Optional.empty();
        if (next.isPresent()) {
            trades.cancelOrders(account);
        }
        while (next.isPresent()) {
            Trade trade = next.get().trade();
            log.warn(
                    "position liquidated symbol={} quantity={} price={} excessLiquidity={}",
                    trade.contract().symbol(),
                    trade.quantity(),
                    trade.price(),
                    excess);
            trades.trade(account, trade.contract(), trade.quantity(), trade.price(), true);
            excess = valuation.of(account).excessLiquidity();
            next = excess.signum() < 0 ? mostHelpful(account, excess) : Optional.empty();
        }
    }

    private Optional<Closing> mostHelpful(Account account, BigDecimal excess) {
        return account.openPositions().stream()
                .flatMap(position -> closing(account, position).stream())
                .filter(closing -> closing.excessAfter().compareTo(excess) > 0)
                .max(Comparator.comparing(Closing::excessAfter));
    }

    private Optional<Closing> closing(Account account, Position position) {
        BigDecimal quantity = position.quantity().negate();
        BigDecimal price = marks.tradable(position.contract(), quantity.signum() > 0);
        if (price == null) {
            return Optional.empty();
        }
        Trade trade = Trade.of(position.contract(), quantity, price);
        return Optional.of(
                new Closing(trade, valuation.after(account, List.of(trade)).excessLiquidity()));
    }

    private record Closing(Trade trade, BigDecimal excessAfter) {}
}
