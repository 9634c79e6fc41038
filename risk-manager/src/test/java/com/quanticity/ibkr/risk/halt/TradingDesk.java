package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.risk.RealStores;
import com.quanticity.ibkr.risk.delivery.RetryingQueue;
import com.quanticity.ibkr.risk.halt.TradingHistory.Entry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The trading state as the service wires it, on real servers; closing it is the end of the process. */
final class TradingDesk implements AutoCloseable {

    private final RealStores stores;
    private final RetryingQueue<Entry> unstored;
    private final TradingAnnouncer announcer;
    private final TradingHistory history;
    private final TradingControl control;
    private final OpsCommands commands;

    TradingDesk(RealStores stores, TradingState initial) {
        this(stores, initial, Clock.systemUTC());
    }

    TradingDesk(RealStores stores, TradingState initial, Clock clock) {
        TradingStateConfiguration wiring = new TradingStateConfiguration();
        TradingStateProperties properties = new TradingStateProperties(initial, Duration.ofMinutes(1));
        this.stores = stores;
        this.history = new TradingHistory(stores.jdbc(), stores.transaction());
        this.unstored = wiring.unstoredTradingEntries(history, stores.meters());
        this.announcer = wiring.tradingAnnouncer(stores.bus(), stores.redis(), clock, stores.meters());
        TradingStateMachine machine =
                wiring.tradingStateMachine(history, announcer, unstored, properties, clock, stores.meters());
        this.control = wiring.tradingControl(machine, history, unstored, announcer, properties, clock);
        this.commands = wiring.opsCommands(stores.bus(), control, stores.meters());
        unstored.start();
        announcer.start(machine::announcedAt);
        commands.start();
    }

    TradingControl control() {
        return control;
    }

    TradingHistory history() {
        return history;
    }

    void send(OpsCommand command) {
        stores.bus().publish(Topics.OPS_COMMAND, "", command);
    }

    List<OpsReply> replies() {
        return stores.published(Topics.OPS_REPLY);
    }

    RiskState lastAnnounced() {
        return announcer.lastAnnounced().orElseThrow();
    }

    @Override
    public void close() {
        commands.close();
        announcer.close();
        unstored.close();
    }
}
