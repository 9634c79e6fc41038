package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Trade;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Alarms;
import com.quanticity.ibkr.simulator.matching.life.Teller;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Corrects and busts executions after the fact.
 *
 * <p>A correction is the execution again with another price and an id that differs only in the digits after the last dot.
 * Source: tws-wire orders.md, section 4. How a gateway tells of a bust is not documented: here it is a correction to no
 * shares, followed by the order's new numbers. Either way the position and its cost become what they would be
 * had the execution been so from the start.
 */
final class Corrections {

    private final OrderBook book;
    private final Accounts accounts;
    private final Alarms clock;
    private final Teller teller;

    Corrections(OrderBook book, Accounts accounts, Alarms clock, Teller teller) {
        this.book = book;
        this.accounts = accounts;
        this.clock = clock;
        this.teller = teller;
    }

    /** Gives an execution another price; empty when there is no such execution. */
    Optional<Execution> correct(String execId, BigDecimal price) {
        return book.execution(execId).map(old -> {
            Account account = accountOf(old);
            @Nullable BigDecimal realized =
                    account.correct(execId, trade(old, old.price()), nextRevision(execId), trade(old, price));
            WorkingOrder order = book.ofPermId(old.permId()).orElse(null);
            if (order != null) {
                order.takeBack(old.shares(), old.price());
                order.fill(old.shares(), price, order.commission());
            }
            Execution next = revised(old, old.shares(), price, order, realized);
            book.replace(old, next);
            teller.executionAndCommission(next);
            tellNumbers(order);
            account.announce(old.contract());
            return next;
        });
    }

    /** Takes an execution back; empty when there is no such execution. */
    Optional<Execution> bust(String execId) {
        return book.execution(execId).map(old -> {
            Account account = accountOf(old);
            account.bust(execId, trade(old, old.price()));
            WorkingOrder order = book.ofPermId(old.permId()).orElse(null);
            if (order != null) {
                order.takeBack(old.shares(), old.price());
            }
            Execution busted = revised(old, BigDecimal.ZERO, old.price(), order, null);
            book.remove(old);
            teller.executionAndCommission(busted);
            tellNumbers(order);
            teller.message(old.order(), 2148, "Order Event Notice: trade " + execId + " was busted.");
            account.announce(old.contract());
            return busted;
        });
    }

    private static Trade trade(Execution execution, BigDecimal price) {
        return new Trade(
                execution.contract(), execution.side().signed(execution.shares()), price, execution.commission());
    }

    private Account accountOf(Execution execution) {
        return Objects.requireNonNull(accounts.of(execution.account()));
    }

    private void tellNumbers(@Nullable WorkingOrder order) {
        if (order != null) {
            teller.orderAndStatus(order);
        }
    }

    private Execution revised(
            Execution old,
            BigDecimal shares,
            BigDecimal price,
            @Nullable WorkingOrder order,
            @Nullable BigDecimal realized) {
        return new Execution(
                nextRevision(old.execId()),
                old.order(),
                old.permId(),
                old.account(),
                old.contract(),
                old.side(),
                shares,
                price,
                order == null ? old.cumulativeShares() : order.filled(),
                order == null ? old.averagePrice() : order.averagePrice(),
                old.exchange(),
                clock.now(),
                old.orderRef(),
                shares.signum() == 0 ? BigDecimal.ZERO : old.commission(),
                realized,
                old.isLiquidation());
    }

    private static String nextRevision(String execId) {
        int dot = execId.lastIndexOf('.');
        int revision = Integer.parseInt(execId.substring(dot + 1));
        return execId.substring(0, dot + 1) + "%02d".formatted(revision + 1);
    }
}
