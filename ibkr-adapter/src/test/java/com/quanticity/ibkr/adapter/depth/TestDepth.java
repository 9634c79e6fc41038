package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.entitlement.DataTarget;
import com.quanticity.ibkr.adapter.entitlement.EntitlementSink;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.ops.Alarm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A depth desk with lists in place of streams. */
final class TestDepth implements EntitlementSink {

    static final List<Contract> CONTRACTS = List.of(
            TestContracts.SPY,
            TestContracts.stock(320227571, "QQQ", "NASDAQ", "USD"),
            TestContracts.stock(9579970, "IWM", "ARCA", "USD"),
            TestContracts.stock(4815747, "NVDA", "NASDAQ", "USD"),
            TestContracts.stock(76792991, "TSLA", "NASDAQ", "USD"),
            TestContracts.stock(3691937, "AMZN", "NASDAQ", "USD"),
            TestContracts.stock(272093, "MSFT", "NASDAQ", "USD"),
            TestContracts.stock(107113386, "META", "NASDAQ", "USD"),
            TestContracts.stock(208813719, "GOOG", "NASDAQ", "USD"));

    final List<DepthUpdate> updates = new CopyOnWriteArrayList<>();
    final List<MarketStatus> statuses = new CopyOnWriteArrayList<>();
    final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    final List<String> entitlements = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    final DepthDesk desk;

    TestDepth(GatewaySession session, DepthProperties settings, Clock clock) {
        DepthFeed feed = new DepthFeed(settings, updates::addAll);
        DepthStatuses told = new DepthStatuses(statuses::add, clock);
        DepthMeters counted = new DepthMeters(meters);
        DepthHistory history = new DepthHistory(settings.historyTurns());
        DepthEvents events =
                new DepthEvents(feed, told, new AdapterAlarms(alarms::add, clock, meters), counted, history);
        desk = new DepthDesk(session, contracts, feed, told, events, counted, history, this, settings, clock);
    }

    void resolve(List<Contract> all) {
        all.forEach(contract -> contracts.onResolved(contract.symbol(), TestContracts.reference(contract)));
    }

    static DepthProperties settings(Map<String, Object> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", DepthProperties.class);
    }

    @Override
    public void asked(DataTarget target) {
        entitlements.add("asked " + target);
    }

    @Override
    public void served(DataTarget target, MarketDataType type) {
        entitlements.add("served " + target);
    }

    @Override
    public void answered(DataTarget target, int code, String message) {
        entitlements.add(code + " " + target);
    }
}
