package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.state.SimulatorState;
import com.quanticity.ibkr.simulator.state.SimulatorState.AccountState;
import com.quanticity.ibkr.simulator.state.SimulatorState.ExecutionState;
import com.quanticity.ibkr.simulator.state.SimulatorState.FaultState;
import com.quanticity.ibkr.simulator.state.SimulatorState.GatewayState;
import com.quanticity.ibkr.simulator.state.SimulatorState.MarketState;
import com.quanticity.ibkr.simulator.state.SimulatorState.OrderState;
import com.quanticity.ibkr.simulator.state.SimulatorState.PositionState;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads off what really is. Event loop only. */
final class StateReader {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final SimulatorConfig config;
    private final Instant startedAt;
    private final Market market;
    private final Playback playback;
    private final Accounts accounts;
    private final Valuation valuation;
    private final Gateway gateway;
    private final List<Gateway> gateways;

    StateReader(
            SimulatorConfig config,
            Instant startedAt,
            Market market,
            Playback playback,
            Accounts accounts,
            Valuation valuation,
            List<Gateway> gateways) {
        this.config = config;
        this.startedAt = startedAt;
        this.market = market;
        this.playback = playback;
        this.accounts = accounts;
        this.valuation = valuation;
        this.gateways = gateways;
        this.gateway = gateways.getFirst();
    }

    Instant startedAt() {
        return startedAt;
    }

    SimulatorState read() {
        return new SimulatorState(
                startedAt,
                config.time().instant(),
                gateway.port(),
                config.session().serverVersion(),
                gateway.gate().isPaused(),
                IntStream.rangeClosed(1, gateways.size())
                        .mapToObj(this::gatewayState)
                        .toList(),
                IntStream.rangeClosed(1, gateways.size())
                        .boxed()
                        .flatMap(number -> gateways.get(number - 1).view().clients(number).stream())
                        .toList(),
                marketState(),
                accounts.all().stream().map(this::accountState).toList(),
                gateway.orders().openOrders(null).stream()
                        .map(StateReader::orderState)
                        .toList(),
                gateway.view().messages(),
                faultState(),
                gateway.failedTasks());
    }

    private GatewayState gatewayState(int number) {
        Gateway each = gateways.get(number - 1);
        return new GatewayState(
                number,
                each.port(),
                each.isListening(),
                each.view().activeFaults(),
                each.view().data());
    }

    private FaultState faultState() {
        return new FaultState(
                gateway.faults().silentSymbols(),
                gateway.faults().hasCompetingSession(),
                gateway.faults().isReadOnly(),
                gateway.faults().login().name(),
                gateway.isListening());
    }

    List<ExecutionState> executions() {
        return gateway.executionsOfToday().stream()
                .map(StateReader::executionState)
                .toList();
    }

    private static ExecutionState executionState(Execution execution) {
        return new ExecutionState(
                execution.execId(),
                execution.order().wireClientId(),
                execution.order().wireOrderId(),
                execution.permId(),
                execution.contract().symbol(),
                execution.side().executionText(),
                execution.shares(),
                execution.price(),
                execution.exchange(),
                execution.time(),
                execution.orderRef(),
                execution.commission(),
                execution.realized());
    }

    private MarketState marketState() {
        List<SymbolState> symbols =
                market.all().stream().map(StateReader::symbolState).toList();
        return switch (config.market()) {
            case MarketSource.Generated generated -> marketState("generator", generated.seed(), null, null, 1, symbols);
            case MarketSource.Recorded recorded ->
                marketState(
                        "recording",
                        null,
                        recorded.folder().toString(),
                        LocalDateTime.ofInstant(playback.start(), NEW_YORK),
                        Double.isInfinite(recorded.speed()) ? 0 : recorded.speed(),
                        symbols);
        };
    }

    private MarketState marketState(
            String source,
            @Nullable Long seed,
            @Nullable String folder,
            @Nullable LocalDateTime start,
            double speed,
            List<SymbolState> symbols) {
        return new MarketState(
                source,
                seed,
                folder,
                start == null ? null : start.toLocalDate(),
                start == null ? null : start.toLocalTime(),
                speed,
                playback.isHeld(),
                playback.hasBegun(),
                playback.marketTime(),
                playback.hasEnded(),
                symbols);
    }

    private static SymbolState symbolState(SymbolMarket symbol) {
        SymbolMarket.Counts counts = symbol.counts();
        MarketEvent.Trade last = symbol.last();
        return new SymbolState(
                symbol.contract().symbol(),
                symbol.contract().conId(),
                symbol.firstRow(),
                symbol.lastRow(),
                counts.rowsPlayed(),
                counts.unchangedRows(),
                counts.bidChanges(),
                counts.askChanges(),
                counts.trades(),
                counts.framesSent(),
                symbol.bid().price(),
                symbol.bid().size(),
                symbol.ask().price(),
                symbol.ask().size(),
                last == null ? null : last.price());
    }

    private AccountState accountState(Account account) {
        AccountValues values = valuation.of(account);
        return new AccountState(
                account.code(),
                account.currency(),
                values.cash(),
                values.netLiquidation(),
                values.grossPosition(),
                values.initialMargin(),
                values.maintenanceMargin(),
                values.buyingPower(),
                account.positions().stream()
                        .map(position -> new PositionState(
                                position.contract().symbol(),
                                position.contract().conId(),
                                position.quantity(),
                                position.averageCost()))
                        .toList());
    }

    private static OrderState orderState(WorkingOrder order) {
        return new OrderState(
                order.key().wireClientId(),
                order.key().wireOrderId(),
                order.permId(),
                order.contract().symbol(),
                order.terms().side().name(),
                order.terms().quantity(),
                order.filled(),
                order.terms().limit(),
                order.terms().timeInForce().name(),
                order.status().wireText(),
                order.fields().text("order.orderRef"));
    }
}
