package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.account.Trade;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Exchanges;
import com.quanticity.ibkr.simulator.matching.Allocation;
import com.quanticity.ibkr.simulator.matching.ComboLeg;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books fills: on the order, in its account, as executions; and tells of them. */
public final class Bookings {

    private static final Logger log = LoggerFactory.getLogger(Bookings.class);

    private final OrderBook book;
    private final OrderNumbers numbers;
    private final Commissions commissions;
    private final Alarms clock;
    private final Teller teller;

    public Bookings(OrderBook book, OrderNumbers numbers, Commissions commissions, Alarms clock, Teller teller) {
        this.book = book;
        this.numbers = numbers;
        this.commissions = commissions;
        this.clock = clock;
        this.teller = teller;
    }

    /** A fill of one leg, {@code units} of it in each combination. */
    public record LegFill(ComboLeg leg, BigDecimal price, String exchangeLetter) {}

    /** Books a fill of an order for one contract. */
    public void fill(WorkingOrder order, BigDecimal shares, BigDecimal price, String exchangeLetter) {
        Allocation allocation = order.allocation();
        if (allocation != null) {
            fillShared(order, allocation.of(order.filled(), shares), price, exchangeLetter);
            return;
        }
        BigDecimal before = order.commission();
        BigDecimal total = commissions.ofOrder(
                order.contract(), order.filled().add(shares), order.value().add(shares.multiply(price)));
        order.fill(shares, price, total);
        BigDecimal charged = total.subtract(before);
        Side side = order.terms().side();
        String execId = numbers.nextExecId();
        @Nullable BigDecimal realized =
                order.account().book(execId, new Trade(order.contract(), side.signed(shares), price, charged));
        Execution execution =
                execution(execId, order, order.contract(), side, shares, price, exchangeLetter, charged, realized);
        book.add(execution);
        advance(order);
        tell(order, execution);
        order.account().announce(order.contract());
    }

    /** Books a fill of an advisor's order: an execution for each account. */
    private void fillShared(WorkingOrder order, List<Allocation.Part> parts, BigDecimal price, String exchangeLetter) {
        List<Execution> executions = new ArrayList<>();
        Side side = order.terms().side();
        for (Allocation.Part part : parts) {
            BigDecimal value = part.shares().multiply(price);
            BigDecimal charged = commissions.ofOrder(order.contract(), part.shares(), value);
            order.fill(part.shares(), price, order.commission().add(charged));
            String execId = numbers.nextExecId();
            @Nullable BigDecimal realized = part.account()
                    .book(execId, new Trade(order.contract(), side.signed(part.shares()), price, charged));
            Execution execution = execution(
                            execId,
                            order,
                            order.contract(),
                            side,
                            part.shares(),
                            price,
                            exchangeLetter,
                            charged,
                            realized)
                    .of(part.account().code());
            book.add(execution);
            executions.add(execution);
        }
        advance(order);
        executions.subList(0, executions.size() - 1).forEach(teller::executionAndCommission);
        tell(order, executions.getLast());
        parts.forEach(part -> part.account().announce(order.contract()));
    }

    /** Books a fill of a combination: its own execution moves nothing, those of its legs do. */
    public void fill(WorkingOrder order, BigDecimal combinations, BigDecimal price, List<LegFill> legs) {
        order.fill(combinations, price, order.commission());
        String execId = numbers.nextExecId();
        int number = 1;
        for (LegFill leg : legs) {
            Execution execution = bookLeg(legId(execId, ++number), order, combinations, leg);
            book.add(execution);
            teller.executionAndCommission(execution);
        }
        Execution whole = execution(
                execId, order, order.contract(), order.terms().side(), combinations, price, "", BigDecimal.ZERO, null);
        book.add(whole);
        advance(order);
        tell(order, whole);
        legs.forEach(leg -> order.account().announce(leg.leg().contract()));
    }

    /** Books what the broker trades beside an order to hedge its fill. */
    void hedge(WorkingOrder order, ListedContract contract, Side side, BigDecimal shares, BigDecimal price) {
        BigDecimal charged = commissions.ofOrder(contract, shares, shares.multiply(price));
        String execId = numbers.nextExecId();
        @Nullable BigDecimal realized = order.account().book(execId, new Trade(contract, side.signed(shares), price, charged));
        Execution execution = execution(execId, order, contract, side, shares, price, "", charged, realized);
        book.add(execution);
        teller.executionAndCommission(execution);
        order.account().announce(contract);
    }

    private Execution bookLeg(String execId, WorkingOrder order, BigDecimal combinations, LegFill fill) {
        ListedContract contract = fill.leg().contract();
        Side side = fill.leg().sideOf(order.terms().side());
        BigDecimal units = combinations.multiply(BigDecimal.valueOf(fill.leg().ratio()));
        BigDecimal charged = commissions.ofOrder(contract, units, units.multiply(fill.price()));
        @Nullable BigDecimal realized =
                order.account().book(execId, new Trade(contract, side.signed(units), fill.price(), charged));
        return execution(execId, order, contract, side, units, fill.price(), fill.exchangeLetter(), charged, realized);
    }

    /** The third part of an execution id counts the legs. */
    private static String legId(String execId, int number) {
        return execId.substring(0, execId.length() - 5)
                + "%02d".formatted(number)
                + execId.substring(execId.length() - 3);
    }

    private Execution execution(
            String execId,
            WorkingOrder order,
            ListedContract contract,
            Side side,
            BigDecimal shares,
            BigDecimal price,
            String exchangeLetter,
            BigDecimal charged,
            @Nullable BigDecimal realized) {
        return new Execution(
                execId,
                order.key(),
                order.permId(),
                order.account().code(),
                contract,
                side,
                shares,
                price,
                order.filled(),
                order.averagePrice(),
                Exchanges.name(exchangeLetter, contract.tradedOn()),
                clock.now(),
                order.fields().text("order.orderRef"),
                charged,
                realized,
                false);
    }

    private void advance(WorkingOrder order) {
        if (order.remaining().signum() > 0) {
            order.become(
                    order.status() == OrderStatus.PENDING_CANCEL ? OrderStatus.PENDING_CANCEL : OrderStatus.SUBMITTED);
            return;
        }
        order.finish(
                OrderStatus.FILLED,
                clock.now(),
                "Filled Size: " + order.filled().stripTrailingZeros().toPlainString());
        book.retire(order);
        clock.clear(order);
    }

    /** The order in which a gateway tells of a fill. Source: tws-wire captures 04 and 12. */
    private void tell(WorkingOrder order, Execution execution) {
        log.info(
                "order filled clientId={} orderId={} permId={} execId={} symbol={} side={} shares={} price={} remaining={}",
                order.key().wireClientId(),
                order.key().wireOrderId(),
                order.permId(),
                execution.execId(),
                order.contract().symbol(),
                execution.side(),
                execution.shares(),
                execution.price(),
                order.remaining());
        teller.filled(order, execution);
    }
}
