package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderSnapshot;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Combos;
import com.quanticity.ibkr.simulator.matching.life.Markets;
import com.quanticity.ibkr.simulator.matching.life.OrderLife;
import com.quanticity.ibkr.simulator.matching.reading.OrderReader;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading;
import com.quanticity.ibkr.simulator.wire.WireTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders and executions over a restart. Event loop only. */
public final class OrderArchive {

    private static final Logger log = LoggerFactory.getLogger(OrderArchive.class);

    private final Accounts accounts;
    private final ContractMaster contracts;
    private final OrderBook book;
    private final OrderLife life;
    private final InstantSource time;
    private final OrderReader reader;
    private final ZoneId loginZone;
    private final Allocations allocations;

    OrderArchive(
            Accounts accounts,
            ContractMaster contracts,
            OrderBook book,
            OrderLife life,
            InstantSource time,
            ZoneId loginZone,
            Allocations allocations) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.book = book;
        this.life = life;
        this.time = time;
        this.reader = new OrderReader(loginZone);
        this.loginZone = loginZone;
        this.allocations = allocations;
    }

    /** Every open order and every order done on the login zone's day. */
    public List<OrderSnapshot> ordersOfToday() {
        return Stream.concat(book.doneSince(today()).stream(), book.open().stream())
                .map(OrderSnapshot::of)
                .toList();
    }

    /** Every execution of the login zone's day. */
    public List<Execution> executionsOfToday() {
        return book.executionsSince(today());
    }

    private Instant today() {
        return WireTime.startOfDay(time.instant(), loginZone);
    }

    /** Goes on with the orders and executions of an earlier run; day orders of an earlier day of the exchanges are over. */
    public void restore(List<OrderSnapshot> orders, List<Execution> executions) {
        Instant tradingDay = WireTime.startOfDay(time.instant(), WireTime.ZONE);
        long priority = -orders.size();
        for (OrderSnapshot order : orders) {
            restore(order, tradingDay, priority++);
        }
        executions.stream()
                .filter(execution -> !execution.time().isBefore(today()))
                .forEach(book::add);
    }

    private void restore(OrderSnapshot saved, Instant today, long priority) {
        ListedContract contract = contracts.current(saved.contract());
        OrderReading reading = reader.read(saved.wireFields(), Markets.instrument(contract, ""));
        Account account = accounts.of(saved.account());
        if (account == null || !(reading instanceof OrderReading.Terms terms)) {
            log.warn(
                    "saved order left out reason=not_readable clientId={} orderId={}",
                    saved.clientId(),
                    saved.orderId());
            return;
        }
        WorkingOrder order =
                saved.toOrder(account, contract, Combos.legs(contracts, saved.wireFields()), terms.terms(), priority);
        book.parentOf(order).ifPresent(order::descendFrom);
        allocations.of(order.fields(), order.contract()).ifPresent(order::shareOut);
        if (!order.isOpen()) {
            book.addDone(order);
        } else if (isExpired(order, today)) {
            log.info(
                    "order expired clientId={} orderId={} permId={}",
                    saved.clientId(),
                    saved.orderId(),
                    saved.permId());
            order.finish(OrderStatus.CANCELLED, time.instant(), "Expired");
            book.addDone(order);
        } else {
            book.add(order);
            life.resume(order);
        }
    }

    private static boolean isExpired(WorkingOrder order, Instant today) {
        return !order.terms().timeInForce().outlivesTheDay() && order.accepted().isBefore(today);
    }
}
