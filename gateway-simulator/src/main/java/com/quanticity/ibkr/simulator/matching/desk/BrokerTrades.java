package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Trade;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.matching.life.Alarms;
import com.quanticity.ibkr.simulator.matching.life.Teller;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;

/** Books trades that the broker makes by itself: they have an execution of client 0, and no order. */
final class BrokerTrades {

    private static final OrderKey NO_ORDER = new OrderKey(0, 0);

    private final OrderBook book;
    private final OrderNumbers numbers;
    private final Alarms clock;
    private final Teller teller;

    BrokerTrades(OrderBook book, OrderNumbers numbers, Alarms clock, Teller teller) {
        this.book = book;
        this.numbers = numbers;
        this.clock = clock;
        this.teller = teller;
    }

    void trade(Account account, ListedContract contract, BigDecimal quantity, BigDecimal price, boolean isLiquidation) {
        String execId = numbers.nextExecId();
        BigDecimal realized = account.book(execId, Trade.of(contract, quantity, price));
        Execution execution = new Execution(
                execId,
                NO_ORDER,
                numbers.nextPermId(),
                account.code(),
                contract,
                quantity.signum() > 0 ? Side.BUY : Side.SELL,
                quantity.abs(),
                price,
                quantity.abs(),
                price,
                contract.tradedOn(),
                clock.now(),
                "",
                BigDecimal.ZERO,
                realized,
                isLiquidation);
        book.add(execution);
        teller.executionAndCommission(execution);
        account.announce(contract);
    }
}
