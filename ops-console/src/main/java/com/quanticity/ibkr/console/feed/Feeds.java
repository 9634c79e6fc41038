package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.command.CommandTracker;
import com.quanticity.ibkr.console.discrepancies.DiscrepancyBook;
import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.market.QuoteBook;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.parents.ParentBook;
import com.quanticity.ibkr.console.positions.AccountBook;
import com.quanticity.ibkr.console.positions.PositionBook;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.console.streams.StreamStatusBook;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Reads the streams into the books, each on a thread of its own. Nothing is acknowledged: the page is a view. */
final class Feeds implements SmartLifecycle {

    private final StreamBus bus;
    private final SessionBook sessions;
    private final QuoteBook quotes;
    private final StreamStatusBook streams;
    private final OrderBook orders;
    private final ParentBook parents;
    private final PositionBook positions;
    private final DiscrepancyBook discrepancies;
    private final AccountBook account;
    private final TradingStateBook trading;
    private final CommandTracker commands;
    private final Accounts accounts;
    private final List<StreamSubscription> open = new ArrayList<>();

    Feeds(
            StreamBus bus,
            SessionBook sessions,
            QuoteBook quotes,
            StreamStatusBook streams,
            OrderBook orders,
            ParentBook parents,
            PositionBook positions,
            DiscrepancyBook discrepancies,
            AccountBook account,
            TradingStateBook trading,
            CommandTracker commands,
            Accounts accounts) {
        this.bus = bus;
        this.sessions = sessions;
        this.quotes = quotes;
        this.streams = streams;
        this.orders = orders;
        this.parents = parents;
        this.positions = positions;
        this.discrepancies = discrepancies;
        this.account = account;
        this.trading = trading;
        this.commands = commands;
        this.accounts = accounts;
    }

    @Override
    public synchronized void start() {
        open.add(bus.tail(
                Topics.SESSION_EVENT, TailFrom.OLDEST, message -> sessions.onEvent(message.id(), message.data())));
        open.add(
                bus.tail(Topics.OPS_ALARM, TailFrom.OLDEST, message -> sessions.onAlarm(message.id(), message.data())));
        open.add(bus.tail(Topics.CONTRACT_REFERENCE, TailFrom.OLDEST, message -> quotes.onContract(message.data())));
        open.add(bus.tail(Topics.MARKET_QUOTE, TailFrom.LAST, message -> quotes.onQuotes(message.data())));
        open.add(bus.tail(Topics.MARKET_STATUS, TailFrom.OLDEST, message -> streams.onStatus(message.data())));
        open.add(bus.tail(Topics.EXECUTION_EVENT, TailFrom.OLDEST, this::onExecutionEvent));
        open.add(bus.tail(
                Topics.ACCOUNT_POSITION,
                TailFrom.OLDEST,
                message -> positions.onBrokers(message.data(), message.data().at())));
        open.add(bus.tail(Topics.ACCOUNT_VALUE, TailFrom.OLDEST, message -> account.onValue(message.data())));
        open.add(bus.tail(
                Topics.OPS_COMMAND, TailFrom.NOW, message -> commands.onCommand(message.data(), message.at())));
        open.add(bus.tail(Topics.OPS_REPLY, TailFrom.NOW, message -> commands.onReply(message.data())));
        open.add(bus.tail(Topics.RISK_STATE, TailFrom.OLDEST, message -> {
            trading.onRiskState(message.data());
            commands.onRiskState(message.data());
        }));
    }

    private void onExecutionEvent(Envelope<ExecutionEvent> message) {
        switch (message.data()) {
            case ExecutionEvent.OrderChanged changed -> {
                accounts.onAccount(changed.snapshot().order().account());
                orders.onOrder(changed.snapshot());
                parents.onOrder(changed.snapshot());
            }
            case ExecutionEvent.PositionChanged changed ->
                positions.onOurs(changed.position(), changed.position().at());
            case ExecutionEvent.ParentChanged changed -> parents.onParent(changed.snapshot());
            case ExecutionEvent.ChildSent sent -> parents.onChild(sent);
            case ExecutionEvent.IntentAnswered _ -> {
                // The strategy that asked is told; what was taken shows as its parent.
            }
            case ExecutionEvent.DiscrepancyChanged changed -> discrepancies.onDiscrepancy(changed.discrepancy());
        }
    }

    @Override
    public synchronized void stop() {
        open.forEach(StreamSubscription::close);
        open.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !open.isEmpty();
    }
}
