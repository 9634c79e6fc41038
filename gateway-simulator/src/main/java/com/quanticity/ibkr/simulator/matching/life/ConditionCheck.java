package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.price.TriggerWatch;
import com.quanticity.ibkr.simulator.matching.terms.OrderCondition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Whether the conditions of orders hold now. */
public final class ConditionCheck {

    private static final BigDecimal ONE_HUNDRED = BigDecimal.valueOf(100);

    private final Markets markets;
    private final Valuation valuation;
    private final OrderBook book;
    private final Alarms clock;

    public ConditionCheck(Markets markets, Valuation valuation, OrderBook book, Alarms clock) {
        this.markets = markets;
        this.valuation = valuation;
        this.book = book;
        this.clock = clock;
    }

    public boolean hold(WorkingOrder order) {
        return order.terms().conditions().hold(condition -> holds(condition, order));
    }

    private boolean holds(OrderCondition condition, WorkingOrder order) {
        return switch (condition) {
            case OrderCondition.Price price -> isPriceReached(price, order);
            case OrderCondition.Time time -> time.isMore() != clock.now().isBefore(time.value());
            case OrderCondition.Margin margin -> compares(cushion(order.account()), margin.isMore(), margin.percent());
            case OrderCondition.Execution execution -> hasTraded(execution, order);
            case OrderCondition.Volume volume ->
                markets.ofConId(volume.conId())
                        .map(symbol -> compares(symbol.volume(), volume.isMore(), volume.value()))
                        .orElse(false);
            case OrderCondition.PercentChange change ->
                markets.ofConId(change.conId())
                        .flatMap(ConditionCheck::changeOfDay)
                        .map(percent -> compares(percent, change.isMore(), change.percent()))
                        .orElse(false);
        };
    }

    private boolean isPriceReached(OrderCondition.Price price, WorkingOrder order) {
        TriggerWatch watch =
                new TriggerWatch(price.method(), true, order.terms().side());
        return markets.quote(price.conId())
                .flatMap(watch::watched)
                .map(now -> compares(now, price.isMore(), price.value()))
                .orElse(false);
    }

    private boolean hasTraded(OrderCondition.Execution wanted, WorkingOrder order) {
        return book.executionsSince(order.accepted()).stream()
                .anyMatch(done -> done.contract().symbol().equals(wanted.symbol())
                        && (wanted.secType().isEmpty()
                                || wanted.secType().equals(done.contract().secType()))
                        && (wanted.exchange().isEmpty()
                                || wanted.exchange().equals("SMART")
                                || wanted.exchange().equals(done.exchange())));
    }

    /** Excess liquidity in percent of the account's value. */
    private BigDecimal cushion(Account account) {
        AccountValues values = valuation.of(account);
        return values.netLiquidation().signum() <= 0
                ? BigDecimal.ZERO
                : values.excessLiquidity().multiply(ONE_HUNDRED).divide(values.netLiquidation(), MathContext.DECIMAL64);
    }

    private static Optional<BigDecimal> changeOfDay(SymbolMarket symbol) {
        BigDecimal open = symbol.close() == null ? symbol.open() : symbol.close();
        BigDecimal mark = symbol.mark();
        return open == null || mark == null
                ? Optional.empty()
                : Optional.of(mark.subtract(open).multiply(ONE_HUNDRED).divide(open, MathContext.DECIMAL64));
    }

    private static boolean compares(BigDecimal now, boolean isMore, BigDecimal value) {
        return isMore ? now.compareTo(value) >= 0 : now.compareTo(value) <= 0;
    }
}
