package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Commission;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.matching.OrderTerms.TimeInForce;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders, changes and cancels, and keeps the rules about ids and ownership. */
public final class OrderDesk {

    private static final Logger log = LoggerFactory.getLogger(OrderDesk.class);

    private final ContractMaster contracts;
    private final Market market;
    private final OrderBook book;
    private final OrderNumbers numbers;
    private final MatchingEngine engine;
    private final BuyingPower buyingPower;
    private final String account;
    private final InstantSource time;
    private final OrderListener listener;
    private long priority;

    /**
     * Opens the desk over an empty book.
     *
     * @param listener hears of everything, on the event loop
     */
    public static OrderDesk open(
            ContractMaster contracts,
            Market market,
            Account account,
            Valuation valuation,
            Commission commission,
            InstantSource time,
            OrderListener listener) {
        OrderBook book = new OrderBook();
        OrderNumbers numbers = new OrderNumbers(time.instant());
        MatchingEngine engine = new MatchingEngine(market, book, numbers, account, commission, time, listener);
        BuyingPower buyingPower = new BuyingPower(account, valuation, market, book);
        return new OrderDesk(contracts, market, book, numbers, engine, buyingPower, account.code(), time, listener);
    }

    private OrderDesk(
            ContractMaster contracts,
            Market market,
            OrderBook book,
            OrderNumbers numbers,
            MatchingEngine engine,
            BuyingPower buyingPower,
            String account,
            InstantSource time,
            OrderListener listener) {
        this.contracts = contracts;
        this.market = market;
        this.book = book;
        this.numbers = numbers;
        this.engine = engine;
        this.buyingPower = buyingPower;
        this.account = account;
        this.time = time;
        this.listener = listener;
    }

    /** The part that must hear of every quote. */
    public MarketListener marketListener() {
        return engine;
    }

    /** All orders and executions. */
    public OrderBook book() {
        return book;
    }

    public OrderNumbers numbers() {
        return numbers;
    }

    /** Takes a new order, a change of an open one, or the release of a staged one. */
    public void place(int clientId, Request.PlaceOrder request) {
        OrderKey key = new OrderKey(clientId, request.orderId());
        WorkingOrder open = book.openOrder(key);
        if (open != null) {
            modify(open, request);
            return;
        }
        boolean wasStaged = book.unstage(key);
        if (!wasStaged && numbers.isUsed(key)) {
            refuseUsedId(key);
            return;
        }
        if (!request.fields().flag("order.transmit")) {
            numbers.use(key);
            book.stage(key, request);
            return;
        }
        placeNew(key, request);
    }

    private void refuseUsedId(OrderKey key) {
        WorkingOrder done = book.doneOrder(key);
        if (done != null && done.status() == OrderStatus.FILLED) {
            refuse(key, 104, "Cannot modify a filled order.");
        } else {
            refuse(key, 103, "Duplicate order id");
        }
    }

    private void placeNew(OrderKey key, Request.PlaceOrder request) {
        Optional<ListedContract> contract = contracts.findOne(request.contract());
        if (contract.isEmpty()) {
            refuse(key, 200, "No security definition has been found for the request");
            return;
        }
        switch (OrderReader.read(request.fields(), contract.get(), account)) {
            case OrderReading.Refusal refusal -> refuse(key, refusal.code(), refusal.text());
            case OrderReading.Terms terms -> {
                if (terms.isPreset()) {
                    listener.onMessage(key, 10349, "Order TIF was set to DAY based on order preset.");
                }
                accept(key, contract.get(), terms.terms(), request.fields());
            }
        }
    }

    private void accept(OrderKey key, ListedContract contract, OrderTerms terms, Fields fields) {
        numbers.use(key);
        WorkingOrder order =
                new WorkingOrder(key, numbers.nextPermId(), contract, terms, fields, time.instant(), priority++);
        Optional<String> rejection = rejection(contract, terms, null);
        if (rejection.isPresent()) {
            reject(order, rejection.get());
            return;
        }
        book.add(order);
        log.info(
                "order accepted clientId={} orderId={} permId={} symbol={} side={} quantity={} limit={} timeInForce={}",
                key.clientId(),
                key.orderId(),
                order.permId(),
                contract.symbol(),
                terms.side(),
                terms.quantity(),
                terms.limit(),
                terms.timeInForce());
        if (terms.timeInForce() == TimeInForce.FOK && !engine.couldFillWhole(order)) {
            finish(order, OrderStatus.INACTIVE, "Fill or kill order could not be filled at once");
            listener.onOrder(order);
            listener.onStatus(order);
            return;
        }
        work(order);
    }

    /** The callbacks of an order that was just accepted. Source: tws-wire captures 02, 03 and 04. */
    private void work(WorkingOrder order) {
        boolean isImmediate = order.terms().timeInForce() == TimeInForce.IOC;
        listener.onOrder(order);
        if (!isImmediate) {
            listener.onStatus(order);
        }
        engine.match(order);
        if (!order.isOpen()) {
            return;
        }
        if (isImmediate) {
            order.become(OrderStatus.PENDING_CANCEL);
            listener.onStatus(order);
            finish(order, OrderStatus.CANCELLED, "Immediate or cancel order was not filled");
            listener.onStatus(order);
        } else if (order.filled().signum() == 0) {
            order.become(OrderStatus.SUBMITTED);
            listener.onOrder(order);
            listener.onStatus(order);
        }
    }

    private void modify(WorkingOrder order, Request.PlaceOrder request) {
        boolean isOtherContract = contracts
                .findOne(request.contract())
                .map(contract -> !contract.equals(order.contract()))
                .orElse(true);
        if (isOtherContract) {
            refuse(order.key(), 105, "Order being modified does not match original order");
            return;
        }
        switch (OrderReader.read(request.fields(), order.contract(), account)) {
            case OrderReading.Refusal refusal ->
                refuse(order.key(), refusal.code() == 201 ? 321 : refusal.code(), refusal.text());
            case OrderReading.Terms terms -> modify(order, terms.terms(), request.fields());
        }
    }

    private void modify(WorkingOrder order, OrderTerms terms, Fields fields) {
        if (terms.side() != order.terms().side()
                || terms.timeInForce() != order.terms().timeInForce()) {
            refuse(order.key(), 105, "Order being modified does not match original order");
            return;
        }
        if (terms.quantity().compareTo(order.filled()) <= 0) {
            refuse(
                    order.key(),
                    321,
                    "Error validating request.-'bF' : cause - The size must stay above the filled size");
            return;
        }
        OrderTerms remaining = new OrderTerms(
                terms.side(), terms.quantity().subtract(order.filled()), terms.limit(), terms.timeInForce());
        Optional<String> rejection = rejection(order.contract(), remaining, order.key());
        if (rejection.isPresent()) {
            refuse(order.key(), 321, "Error validating request.-'bF' : cause - " + rejection.get());
            return;
        }
        order.modify(terms, fields, priority++);
        log.info(
                "order modified clientId={} orderId={} permId={} quantity={} limit={}",
                order.key().clientId(),
                order.key().orderId(),
                order.permId(),
                terms.quantity(),
                terms.limit());
        listener.onOrder(order);
        listener.onStatus(order);
        engine.match(order);
    }

    private Optional<String> rejection(ListedContract contract, OrderTerms terms, @Nullable OrderKey replacing) {
        if (market.of(contract).isEmpty()) {
            return Optional.of("No market for " + contract.symbol() + " in this simulation");
        }
        BigDecimal funds = buyingPower.fundsAfter(contract, terms, replacing);
        return funds.signum() >= 0
                ? Optional.empty()
                : Optional.of(
                        "YOUR ORDER IS NOT ACCEPTED. IN ORDER TO OBTAIN THE DESIRED POSITION YOUR EQUITY MUST EXCEED"
                                + " THE INITIAL MARGIN; " + funds.negate().setScale(2, RoundingMode.UP)
                                + " USD ARE MISSING");
    }

    private void reject(WorkingOrder order, String reason) {
        refuse(order.key(), 201, "Order rejected - reason:" + reason);
        finish(order, OrderStatus.INACTIVE, "Rejected: " + reason);
        listener.onOrder(order);
        listener.onStatus(order);
    }

    private void refuse(OrderKey key, int code, String text) {
        log.info("order refused clientId={} orderId={} code={} reason={}", key.clientId(), key.orderId(), code, text);
        listener.onMessage(key, code, text);
    }

    /** Cancels an order of this client. */
    public void cancel(int clientId, int orderId) {
        OrderKey key = new OrderKey(clientId, orderId);
        WorkingOrder open = book.openOrder(key);
        WorkingOrder done = book.doneOrder(key);
        if (open != null) {
            cancel(open);
        } else if (done != null) {
            listener.onMessage(
                    key,
                    10148,
                    "OrderId " + orderId + " that needs to be cancelled can not be cancelled, state: "
                            + done.status().wireText() + ".");
        } else if (book.unstage(key)) {
            listener.onMessage(key, 202, "Order Canceled - reason:");
        } else {
            listener.onMessage(key, 10147, "OrderId " + orderId + " that needs to be cancelled is not found.");
        }
    }

    /** Cancels every open order, whoever placed it. */
    public void cancelAll() {
        book.open().forEach(this::cancel);
    }

    /**
     * Starts a new trading day: day orders end, and what earlier days left behind is forgotten.
     *
     * @param today start of the new day
     */
    public void startDay(Instant today) {
        book.open().stream()
                .filter(order -> order.terms().timeInForce() != TimeInForce.GTC)
                .forEach(this::expire);
        book.forgetBefore(today);
    }

    private void expire(WorkingOrder order) {
        finish(order, OrderStatus.CANCELLED, "Expired");
        log.info(
                "order expired clientId={} orderId={} permId={}",
                order.key().clientId(),
                order.key().orderId(),
                order.permId());
        listener.onStatus(order);
    }

    private void cancel(WorkingOrder order) {
        order.become(OrderStatus.PENDING_CANCEL);
        listener.onStatus(order);
        finish(order, OrderStatus.CANCELLED, "Cancelled by Trader");
        log.info(
                "order cancelled clientId={} orderId={} permId={}",
                order.key().clientId(),
                order.key().orderId(),
                order.permId());
        listener.onStatus(order);
        listener.onMessage(order.key(), 202, "Order Canceled - reason:");
    }

    private void finish(WorkingOrder order, OrderStatus last, String reason) {
        Instant now = time.instant();
        order.finish(last, now, reason);
        book.retire(order);
    }

    /** What outlives a restart. */
    public OrderArchive archive() {
        return new OrderArchive(contracts, book, account, time);
    }

    /** Open orders of one client, or of all when {@code clientId} is null. */
    public List<WorkingOrder> openOrders(@Nullable Integer clientId) {
        return book.open().stream()
                .filter(order -> clientId == null || order.key().clientId() == clientId)
                .toList();
    }
}
