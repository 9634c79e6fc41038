package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Commission;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.OrderTerms.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills open orders against the current best bid and offer, at its price and up to its displayed size.
 *
 * <p>Shares once taken are gone until that side is displayed anew; what an order still wants waits for then.
 */
final class MatchingEngine implements MarketListener {

    private static final Logger log = LoggerFactory.getLogger(MatchingEngine.class);

    private final Market market;
    private final OrderBook book;
    private final OrderNumbers numbers;
    private final Account account;
    private final Commission commission;
    private final InstantSource time;
    private final OrderListener listener;
    private final Map<String, Displayed> displayed = new HashMap<>();

    MatchingEngine(
            Market market,
            OrderBook book,
            OrderNumbers numbers,
            Account account,
            Commission commission,
            InstantSource time,
            OrderListener listener) {
        this.market = market;
        this.book = book;
        this.numbers = numbers;
        this.account = account;
        this.commission = commission;
        this.time = time;
        this.listener = listener;
    }

    @Override
    public void onQuote(SymbolMarket symbol, QuoteChange change) {
        displayedOf(symbol).onQuote(change);
        for (WorkingOrder order : book.openOn(symbol.contract())) {
            match(order);
        }
    }

    @Override
    public void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        // a trade of others shows nothing that an order could be filled against
    }

    /** Whether the whole order could be filled at once. */
    boolean couldFillWhole(WorkingOrder order) {
        return market.of(order.contract())
                .map(symbol -> availableTo(order, symbol).compareTo(order.remaining()) >= 0)
                .orElse(false);
    }

    /** Fills what the displayed size allows now. */
    void match(WorkingOrder order) {
        SymbolMarket symbol = market.of(order.contract()).orElse(null);
        if (symbol == null || !order.isOpen()) {
            return;
        }
        BigDecimal shares = availableTo(order, symbol).min(order.remaining());
        BestPrice side = opposite(order, symbol);
        if (shares.signum() > 0 && side.price() != null) {
            fill(order, symbol, side, side.price(), shares);
        }
    }

    private BigDecimal availableTo(WorkingOrder order, SymbolMarket symbol) {
        BigDecimal price = opposite(order, symbol).price();
        if (price == null || !order.terms().accepts(price)) {
            return BigDecimal.ZERO;
        }
        return displayedOf(symbol).available(symbol, order.terms().side()).max(BigDecimal.ZERO);
    }

    private void fill(WorkingOrder order, SymbolMarket symbol, BestPrice side, BigDecimal price, BigDecimal shares) {
        displayedOf(symbol).take(order.terms().side(), shares);
        BigDecimal before = order.commission();
        BigDecimal total =
                commission.ofOrder(order.filled().add(shares), order.value().add(shares.multiply(price)));
        order.fill(shares, price, total);
        BigDecimal charged = total.subtract(before);
        @Nullable BigDecimal realized =
                account.book(order.contract(), order.terms().side().signed(shares), price, charged);
        Execution execution =
                execution(order, shares, price, Exchanges.name(side.exchange(), order.contract()), charged, realized);
        book.add(execution);
        advance(order);
        tell(order, execution);
    }

    private Execution execution(
            WorkingOrder order,
            BigDecimal shares,
            BigDecimal price,
            String exchange,
            BigDecimal charged,
            @Nullable BigDecimal realized) {
        return new Execution(
                numbers.nextExecId(),
                order.key(),
                order.permId(),
                order.contract(),
                order.terms().side(),
                shares,
                price,
                order.filled(),
                order.averagePrice(),
                exchange,
                time.instant(),
                order.fields().text("order.orderRef"),
                charged,
                realized);
    }

    private void advance(WorkingOrder order) {
        if (order.remaining().signum() > 0) {
            order.become(OrderStatus.SUBMITTED);
            return;
        }
        Instant now = time.instant();
        order.finish(
                OrderStatus.FILLED,
                now,
                "Filled Size: " + order.filled().stripTrailingZeros().toPlainString());
        book.retire(order);
    }

    /** The order in which a gateway tells of a fill. Source: tws-wire captures 04 and 12. */
    private void tell(WorkingOrder order, Execution execution) {
        log.info(
                "order filled clientId={} orderId={} permId={} execId={} symbol={} side={} shares={} price={} remaining={}",
                order.key().clientId(),
                order.key().orderId(),
                order.permId(),
                execution.execId(),
                order.contract().symbol(),
                execution.side(),
                execution.shares(),
                execution.price(),
                order.remaining());
        listener.onExecution(execution);
        listener.onOrder(order);
        listener.onStatus(order);
        listener.onCommission(execution);
        account.announce(order.contract());
    }

    private static BestPrice opposite(WorkingOrder order, SymbolMarket symbol) {
        return order.terms().side() == Side.BUY ? symbol.ask() : symbol.bid();
    }

    private Displayed displayedOf(SymbolMarket symbol) {
        return displayed.computeIfAbsent(symbol.contract().symbol(), any -> new Displayed());
    }
}
