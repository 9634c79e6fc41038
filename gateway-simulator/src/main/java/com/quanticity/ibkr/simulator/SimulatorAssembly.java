package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Commission;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.account.worth.MarketMarks;
import com.quanticity.ibkr.simulator.account.worth.OptionPrices;
import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.clearing.BrokerTrades;
import com.quanticity.ibkr.simulator.clearing.Clearing;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.derived.DerivedMarkets;
import com.quanticity.ibkr.simulator.generator.GeneratorFeed;
import com.quanticity.ibkr.simulator.market.Congestion;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketFeed;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.matching.desk.OrderDesk;
import com.quanticity.ibkr.simulator.past.MarketHistory;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.recording.DepthRecording;
import com.quanticity.ibkr.simulator.recording.RecordingException;
import com.quanticity.ibkr.simulator.recording.RecordingFeed;
import com.quanticity.ibkr.simulator.recording.RecordingFolder;
import com.quanticity.ibkr.simulator.saved.ChangeListener;
import com.quanticity.ibkr.simulator.saved.StateFileException;
import com.quanticity.ibkr.simulator.saved.StateKeeper;
import com.quanticity.ibkr.simulator.session.Backlog;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.session.GatewayParts;
import com.quanticity.ibkr.simulator.session.LimitsInForce;
import com.quanticity.ibkr.simulator.session.OrderFanout;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Witness;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Puts a simulator together; nothing runs yet. */
final class SimulatorAssembly {

    /** Interest and dividends of the margin model [A]. */
    private static final OptionModel OPTION_MODEL = OptionModel.usual();

    private SimulatorAssembly() {}

    /**
     * Restores what was saved.
     *
     * @param sockets the bound ports, one for each gateway
     * @throws RecordingException when the recording cannot be used
     * @throws StateFileException when the state file cannot be used
     */
    static SimulatorParts of(SimulatorConfig config, List<ServerSocket> sockets) {
        EventLoop loop = new EventLoop(config.time());
        Backlog backlog = new Backlog(loop);
        MarketFeed feed = feed(config);
        ContractMaster contracts = ContractMaster.with(feed.symbols(), loop::now, feed.firstPrices());
        Market market = new Market(contracts, feed.symbols());
        Playback playback = playback(config.market(), loop, feed, market, backlog);
        DerivedMarkets derived = new DerivedMarkets(
                loop, contracts, market, calendar(config), playback::marketTime, seed(config.market()));
        market.setDeriver(derived);
        market.addListener(derived);
        MarketHistory history = new MarketHistory(
                seed(config.market()), market, playback, calendar(config), recordings(config.market()));
        Accounts accounts = accounts(config, loop);
        ChangeListener changes = new ChangeListener();
        LimitsInForce limits = new LimitsInForce(config.limits());
        MarketMarks marks = new MarketMarks(market, contracts);
        Valuation valuation =
                new Valuation(marks, config.accounts(), new OptionPrices(OPTION_MODEL, loop::now), loop::now);
        Witness witness = new Witness(loop::now);
        OrderFanout listeners = new OrderFanout();
        listeners.add(witness.orders());
        OrderDesk orders = OrderDesk.open(
                new OrderDesk.Parts(
                        loop,
                        contracts,
                        market,
                        config.marketData().calendar(),
                        accounts,
                        valuation,
                        Commission.defaults(),
                        config.orders(),
                        config.session().loginZone().zone()),
                changes.before(listeners));
        Clearing clearing =
                new Clearing(loop, contracts, accounts, valuation, marks, config.accounts(), broker(orders));
        GatewayParts parts = new GatewayParts(
                config.session(),
                limits,
                config.marketData().decidedFor(config.market() instanceof MarketSource.Recorded),
                config.orders(),
                loop,
                new SplittableRandom(seed(config.market())),
                contracts,
                market,
                playback,
                history,
                accounts,
                valuation,
                clearing,
                backlog);
        List<Gateway> gateways = new ArrayList<>();
        for (ServerSocket socket : sockets) {
            Entitlements rights = entitlements(config, gateways.isEmpty());
            gateways.add(new Gateway(socket, parts, rights, orders, listeners, witness));
        }
        market.addListener(orders.marketListener());
        StateKeeper keeper = keeper(config, loop, accounts, orders, contracts, changes);
        StateReader reader = new StateReader(config, loop.now(), market, playback, accounts, valuation, gateways);
        return new SimulatorParts(
                loop, feed, market, playback, history, gateways, accounts, clearing, limits, witness, reader, keeper);
    }

    /** Data is subscribed by user, and each gateway has its own user. */
    private static Entitlements entitlements(SimulatorConfig config, boolean isFirst) {
        Entitlements second = config.gateways().secondEntitlements();
        return isFirst || second == null ? config.marketData().entitlements() : second;
    }

    private static BrokerTrades broker(OrderDesk orders) {
        return new BrokerTrades() {
            @Override
            public void trade(
                    Account account,
                    ListedContract contract,
                    BigDecimal quantity,
                    BigDecimal price,
                    boolean isLiquidation) {
                orders.tradeForBroker(account, contract, quantity, price, isLiquidation);
            }

            @Override
            public void cancelOrders(Account account) {
                orders.cancelForBroker(account);
            }
        };
    }

    private static @Nullable StateKeeper keeper(
            SimulatorConfig config,
            EventLoop loop,
            Accounts accounts,
            OrderDesk orders,
            ContractMaster contracts,
            ChangeListener changes) {
        if (config.stateFile() == null) {
            return null;
        }
        StateKeeper keeper = new StateKeeper(config.stateFile(), loop, accounts, orders);
        keeper.restore(contracts);
        changes.onChange(keeper::changed);
        return keeper;
    }

    private static Accounts accounts(SimulatorConfig config, EventLoop loop) {
        return new Accounts(config.accounts().accounts().stream()
                .map(terms -> new Account(terms, () -> TradingCalendar.dateOf(loop.now())))
                .toList());
    }

    private static MarketFeed feed(SimulatorConfig config) {
        return switch (config.market()) {
            case MarketSource.Generated generated ->
                new GeneratorFeed(
                        generated.seed(),
                        config.time().instant(),
                        config.marketData().calendar(),
                        config.marketData().volatilityHalts());
            case MarketSource.Recorded recorded -> recording(recorded);
        };
    }

    /** The books of a day when the folder has them, else its best prices. */
    private static MarketFeed recording(MarketSource.Recorded recorded) {
        LocalDate date = recorded.date();
        return date != null && DepthRecording.isIn(recorded.folder(), date)
                ? DepthRecording.open(recorded.folder(), date, recorded.from())
                : new RecordingFeed(RecordingFolder.open(recorded.folder(), date), recorded.from());
    }

    private static @Nullable Path recordings(MarketSource source) {
        return switch (source) {
            case MarketSource.Generated _ -> null;
            case MarketSource.Recorded recorded -> recorded.folder();
        };
    }

    /** A recording keeps the hours of its day. */
    private static TradingCalendar calendar(SimulatorConfig config) {
        return switch (config.market()) {
            case MarketSource.Generated _ -> config.marketData().calendar();
            case MarketSource.Recorded _ -> TradingCalendar.real();
        };
    }

    /** A recording has no seed of its own: whatever is left to chance there repeats with the default. */
    static long seed(MarketSource source) {
        return switch (source) {
            case MarketSource.Generated generated -> generated.seed();
            case MarketSource.Recorded _ -> 7;
        };
    }

    private static Playback playback(
            MarketSource source, EventLoop loop, MarketFeed feed, Market market, Backlog backlog) {
        return switch (source) {
            case MarketSource.Generated _ -> new Playback(loop, feed, market, 1, Congestion.ignored(), false);
            case MarketSource.Recorded recorded ->
                new Playback(
                        loop,
                        feed,
                        market,
                        recorded.speed(),
                        recorded.waitsForClients() ? backlog : Congestion.ignored(),
                        recorded.isHeld());
        };
    }
}
