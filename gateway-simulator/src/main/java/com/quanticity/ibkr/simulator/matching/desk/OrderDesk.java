package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Commission;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderHabit;
import com.quanticity.ibkr.simulator.matching.OrderHabits;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.matching.OrderOptions;
import com.quanticity.ibkr.simulator.matching.OrderRules;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.Settings;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Alarms;
import com.quanticity.ibkr.simulator.matching.life.Bookings;
import com.quanticity.ibkr.simulator.matching.life.Combos;
import com.quanticity.ibkr.simulator.matching.life.Commissions;
import com.quanticity.ibkr.simulator.matching.life.ConditionCheck;
import com.quanticity.ibkr.simulator.matching.life.Endings;
import com.quanticity.ibkr.simulator.matching.life.Filler;
import com.quanticity.ibkr.simulator.matching.life.Groups;
import com.quanticity.ibkr.simulator.matching.life.HedgeSizes;
import com.quanticity.ibkr.simulator.matching.life.HoldRules;
import com.quanticity.ibkr.simulator.matching.life.Hours;
import com.quanticity.ibkr.simulator.matching.life.Locates;
import com.quanticity.ibkr.simulator.matching.life.Markets;
import com.quanticity.ibkr.simulator.matching.life.OrderLife;
import com.quanticity.ibkr.simulator.matching.life.Teller;
import com.quanticity.ibkr.simulator.matching.reading.OrderReader;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes orders, changes and cancels, and keeps the rules about ids and ownership. Event loop only. */
public final class OrderDesk {

    /** Executions are remembered for so long. Source: tws-wire orders.md, section 6, executions query. */
    private static final Duration EXECUTIONS_KEPT = Duration.ofDays(7);

    /** Wherever the login machine is, its day began within so long before the exchanges' midnight. */
    private static final Duration COMPLETED_KEPT = Duration.ofDays(1);

    private final OrderBook book = new OrderBook();
    private final OrderNumbers numbers;
    private final Settings settings;
    private final Alarms alarms;
    private final Endings endings;
    private final OrderLife life;
    private final OrderEntry entry;
    private final OrderChanges changes;
    private final OrderCancels cancels;
    private final BrokerTrades brokerTrades;
    private final Corrections corrections;
    private final ManualOrders manual;
    private final OrderArchive archive;
    private final Interventions interventions;

    /** What an order desk is made of. */
    public record Parts(
            EventLoop loop,
            ContractMaster contracts,
            Market market,
            TradingCalendar calendar,
            Accounts accounts,
            Valuation valuation,
            Commission commission,
            OrderOptions options,
            ZoneId loginZone) {}

    /**
     * Opens the desk over an empty book.
     *
     * @param listener hears of everything, on the event loop
     */
    public static OrderDesk open(Parts parts, OrderListener listener) {
        return new OrderDesk(parts, listener);
    }

    private OrderDesk(Parts parts, OrderListener listener) {
        Accounts accounts = parts.accounts();
        Hours hours = new Hours(parts.calendar());
        this.numbers = new OrderNumbers(parts.loop().now());
        this.settings = new Settings(parts.options());
        this.alarms = new Alarms(parts.loop());
        Markets markets = new Markets(parts.market(), alarms);
        Commissions commissions = new Commissions(parts.commission());
        Teller teller = new Teller(listener, settings::habits, alarms);
        this.endings = new Endings(book, alarms, teller);
        Bookings bookings = new Bookings(book, numbers, commissions, alarms, teller);
        Filler filler = new Filler(markets, bookings, alarms);
        BuyingPower buyingPower = new BuyingPower(parts.valuation(), parts.market(), book);
        Rejections rejections = new Rejections(markets, book, buyingPower, settings);
        Locates locates = new Locates(settings);
        ConditionCheck conditions = new ConditionCheck(markets, parts.valuation(), book, alarms);
        this.life = new OrderLife(
                book,
                markets,
                filler,
                bookings,
                numbers,
                new Groups(book, new HedgeSizes(markets), endings, alarms, teller),
                endings,
                new HoldRules(conditions, locates, hours, alarms),
                locates,
                hours,
                alarms,
                teller);
        Allocations allocations = new Allocations(accounts, parts.valuation());
        OrderReader reader = new OrderReader(parts.loginZone());
        this.entry = new OrderEntry(
                parts.contracts(),
                book,
                numbers,
                new Combos(parts.contracts(), markets),
                rejections,
                new Previews(markets, parts.valuation(), buyingPower, commissions),
                life,
                endings,
                alarms,
                teller,
                accounts,
                reader,
                allocations);
        this.changes = new OrderChanges(parts.contracts(), reader, rejections, entry, life, teller);
        this.cancels = new OrderCancels(book, endings, settings, hours, alarms, teller);
        this.brokerTrades = new BrokerTrades(book, numbers, alarms, teller);
        this.interventions = new Interventions(book, life, endings, teller);
        this.corrections = new Corrections(book, accounts, alarms, teller);
        this.manual = new ManualOrders(
                book,
                numbers,
                entry,
                settings,
                teller,
                accounts.carrying().iterator().next().code());
        this.archive = new OrderArchive(
                accounts, parts.contracts(), book, life, parts.loop()::now, parts.loginZone(), allocations);
    }

    /** The part that must hear of every quote. */
    public MarketListener marketListener() {
        return life;
    }

    /** All orders and executions. */
    public OrderBook book() {
        return book;
    }

    public OrderNumbers numbers() {
        return numbers;
    }

    /** The rules as they are now. */
    public OrderRules rules() {
        return settings.rules();
    }

    public void use(OrderRules rules) {
        settings.use(rules);
        life.onShortableChanged();
    }

    /** How orders are told of now. */
    public OrderHabits habits() {
        return settings.habits();
    }

    public void use(OrderHabits habits) {
        settings.use(habits);
    }

    /** Sets how many shares of a symbol can be borrowed; null for plenty. Orders that wait for them are looked at. */
    public void setShortable(String symbol, @Nullable BigDecimal shares) {
        Map<String, BigDecimal> shortable = new HashMap<>(settings.rules().shortable());
        if (shares == null) {
            shortable.remove(symbol);
        } else {
            shortable.put(symbol, shares);
        }
        use(settings.rules().withShortable(shortable));
    }

    /** Takes a new order, a change of an open one, the release of a staged one, or a preview. */
    public void place(int clientId, Request.PlaceOrder request) {
        OrderKey key = new OrderKey(clientId, request.orderId());
        boolean isPreview = request.fields().flag("order.whatIf");
        WorkingOrder open = book.openOrder(key);
        if (isPreview) {
            entry.preview(key, request);
            return;
        }
        if (open != null) {
            changes.modify(open, request);
            return;
        }
        boolean wasStaged = book.unstage(key) != null;
        if (!wasStaged && numbers.isUsed(key)) {
            refuseUsedId(key);
        } else if (request.fields().flag("order.transmit")) {
            entry.enter(key, request);
        } else {
            entry.stage(key, request);
        }
    }

    private void refuseUsedId(OrderKey key) {
        WorkingOrder done = book.doneOrder(key);
        boolean isFilled = done != null && done.status() == OrderStatus.FILLED;
        if (!isFilled) {
            entry.refuse(key, new Refusal(103, "Duplicate order id"));
        } else if (!settings.habits().has(OrderHabit.IGNORES_LATE_MODIFIES)) {
            entry.refuse(key, new Refusal(104, "Cannot modify a filled order."));
        }
    }

    /**
     * Cancels an order of this client, or of another one where the rules allow it.
     *
     * @param refused state with which an open order refuses, null when it can be cancelled
     */
    public void cancel(int clientId, int orderId, @Nullable String refused) {
        cancels.cancel(new OrderKey(clientId, orderId), refused);
    }

    /**
     * Cancels every open order, whoever placed it.
     *
     * @param refused state with which they refuse, null when they can be cancelled
     */
    public void cancelAll(@Nullable String refused) {
        cancels.cancelAll(refused);
    }

    /**
     * Places an order by hand, bound to no client.
     *
     * @param limit null for a market order
     * @return the account-wide number, empty when the order was refused
     */
    public OptionalLong placeManually(
            String symbol, Side side, BigDecimal quantity, @Nullable BigDecimal limit, String timeInForce) {
        return manual.place(symbol, side, quantity, limit, timeInForce);
    }

    /** Gives the manual orders that are open to client 0. */
    public void bindManualOrders() {
        manual.bindAll();
    }

    /** Gives the manual orders that are open and those to come to client 0, or no longer does so. */
    public void bindManualOrders(boolean alsoLater) {
        manual.bind(alsoLater);
    }

    /**
     * Books a trade that the broker makes by itself.
     *
     * @param quantity positive bought, negative sold
     */
    public void tradeForBroker(
            Account account, ListedContract contract, BigDecimal quantity, BigDecimal price, boolean isLiquidation) {
        brokerTrades.trade(account, contract, quantity, price, isLiquidation);
    }

    /** Cancels every open order of an account before the broker closes its positions. */
    public void cancelForBroker(Account account) {
        for (WorkingOrder order : book.open()) {
            if (order.isOpen() && order.account() == account) {
                endings.cancel(order, Endings.BY_SYSTEM);
            }
        }
    }

    /** Gives an execution another price; empty when there is none of this id. */
    public Optional<Execution> correct(String execId, BigDecimal price) {
        return corrections.correct(execId, price);
    }

    /** Takes an execution back; empty when there is none of this id. */
    public Optional<Execution> bust(String execId) {
        return corrections.bust(execId);
    }

    /**
     * Starts a new trading day: day orders end, and what no query can ask for any more is forgotten.
     *
     * @param today start of the new day
     */
    public void startDay(Instant today) {
        for (WorkingOrder order : book.open()) {
            if (order.isOpen() && !order.terms().timeInForce().outlivesTheDay()) {
                endings.expire(order);
            }
        }
        book.forgetBefore(today.minus(COMPLETED_KEPT), today.minus(EXECUTIONS_KEPT));
    }

    /** What a test does to open orders. */
    public Interventions interventions() {
        return interventions;
    }

    /** What outlives a restart. */
    public OrderArchive archive() {
        return archive;
    }

    /** Open orders of one client, or of all when {@code clientId} is null. */
    public List<WorkingOrder> openOrders(@Nullable Integer clientId) {
        return book.open().stream()
                .filter(order -> clientId == null || order.key().clientId() == clientId)
                .toList();
    }
}
