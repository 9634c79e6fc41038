package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.position.Positions;
import com.quanticity.ibkr.execution.position.Trade;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent.CommissionReported;
import com.quanticity.ibkr.model.order.OrderEvent.Executed;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records executions and their commissions, and moves positions by them. An exact duplicate changes nothing, a correction takes the
 * place of what it corrects, a fill of an order that is not ours is adopted. Runs within the caller's transaction; the execution and the
 * position are locked first, because the trading path and the drop copy tell of the same executions.
 */
final class FillLedger {

    private static final Logger LOG = LoggerFactory.getLogger(FillLedger.class);

    private final Fills fills;
    private final OrderLedger ledger;
    private final Positions positions;
    private final Clock clock;
    private final MeterRegistry meters;

    FillLedger(Fills fills, OrderLedger ledger, Positions positions, Clock clock, MeterRegistry meters) {
        this.fills = fills;
        this.ledger = ledger;
        this.positions = positions;
        this.clock = clock;
        this.meters = meters;
    }

    void executed(Executed event) {
        Execution execution = event.execution();
        String reference =
                event.clientOrderId() == null ? "" : event.clientOrderId().value();
        executed(
                event,
                TradeOrigin.ofOrder(execution.clientId(), execution.orderId().value(), reference));
    }

    /** @param origin where it came from, as far as whoever tells of it sees */
    void executed(Executed event, TradeOrigin origin) {
        ExecId execId = ExecId.of(event.execution().execId());
        fills.lock(execId);
        positions.lock(event.execution().account(), event.execution().contractId());
        Optional<Fill> current = fills.current(execId);
        if (current.isEmpty()) {
            fresh(event, execId, origin);
        } else if (current.get().execId().equals(execId.text())) {
            repeated(event, current.get(), origin);
        } else if (fills.isRecorded(execId)) {
            ignored(event); // a revision that was corrected meanwhile
        } else {
            revised(event, execId, current.get(), origin);
        }
    }

    void commissionReported(CommissionReported event) {
        ExecId execId = ExecId.of(event.report().execId());
        fills.lock(execId);
        fills.keep(event.report(), event.at());
        Optional<Fill> fill = fills.current(execId);
        Optional<CommissionReport> report = fills.commission(execId);
        if (fill.isPresent() && report.isPresent()) {
            charge(fill.get(), report.get());
        }
    }

    private void fresh(Executed event, ExecId execId, TradeOrigin origin) {
        Optional<ChildOrder> order = lock(event.clientOrderId());
        Fill fill = fill(event, execId, fills.nextPlace(), event.clientOrderId(), order, origin);
        fills.insert(fill, true);
        if (fill.part().movesPosition()) {
            positions.add(trade(fill));
        }
        count("new");
        LOG.info(
                "fill recorded execId={} clientOrderId={} origin={} side={} quantity={} symbol={} price={}",
                fill.execId(),
                fill.clientOrderId(),
                fill.origin(),
                fill.side(),
                fill.quantity().toPlainString(),
                fill.symbol(),
                fill.price().toPlainString());
        order.ifPresent(each -> ledger.learn(each, event));
    }

    private void revised(Executed event, ExecId execId, Fill current, TradeOrigin origin) {
        ClientOrderId owner = event.clientOrderId() == null ? current.clientOrderId() : event.clientOrderId();
        Optional<ChildOrder> order = lock(owner);
        Fill fill = fill(event, execId, current.place(), owner, order, origin);
        if (execId.revision() < ExecId.of(current.execId()).revision()) {
            fills.insert(fill, false); // an older revision that comes late
            count("superseded");
            return;
        }
        fills.supersede(current);
        fills.insert(fill, true);
        rebuildPosition(fill);
        if (!current.account().equals(fill.account()) || !current.contractId().equals(fill.contractId())) {
            positions.lock(current.account(), current.contractId());
            rebuildPosition(current);
        }
        count("correction");
        LOG.warn(
                "fill corrected execId={} was={} clientOrderId={} quantity={} wasQuantity={} price={} wasPrice={}",
                fill.execId(),
                current.execId(),
                fill.clientOrderId(),
                fill.quantity().toPlainString(),
                current.quantity().toPlainString(),
                fill.price().toPlainString(),
                current.price().toPlainString());
        order.ifPresent(each -> ledger.learn(each, event));
        if (!Objects.equals(current.clientOrderId(), owner)) {
            lock(current.clientOrderId()).ifPresent(ledger::refresh);
        }
    }

    private void repeated(Executed event, Fill current, TradeOrigin origin) {
        ignored(event);
        if (current.origin() == TradeOrigin.MANUAL && origin != current.origin()) {
            fills.setOrigin(current, origin);
        }
        ClientOrderId owner = event.clientOrderId();
        if (!saysTheSame(current, event.execution())) {
            contradicted(current);
        } else if (current.clientOrderId() == null && owner != null) {
            Optional<ChildOrder> order = lock(owner);
            fills.assign(current, owner, strategy(order), part(event.execution(), order));
            if (current.part().movesPosition()) {
                positions.attribute(current.account(), current.contractId(), trades(current));
            }
            order.ifPresent(each -> ledger.learn(each, event));
        }
    }

    private void ignored(Executed event) {
        meters.counter(ExecutionMeter.DUPLICATES_IGNORED.meterName(), "kind", "fill")
                .increment();
        LOG.debug("fill repeated execId={}", event.execution().execId());
    }

    private void contradicted(Fill current) {
        meters.counter(ExecutionMeter.CONTRADICTIONS.meterName(), "kind", "execution")
                .increment();
        LOG.error(
                "execution repeated with other content execId={} clientOrderId={}; the first one counts, check it with"
                        + " the broker",
                current.execId(),
                current.clientOrderId());
    }

    private void charge(Fill fill, CommissionReport report) {
        BigDecimal commission = report.commission();
        if (commission == null) {
            return;
        }
        fills.setCommission(fill, report);
        BigDecimal before = fill.commission() == null ? BigDecimal.ZERO : fill.commission();
        if (commission.compareTo(before) != 0 && fill.part().movesPosition()) {
            positions.lock(fill.account(), fill.contractId());
            positions.addCommission(trade(fill), commission.subtract(before));
        }
        lock(fill.clientOrderId()).ifPresent(ledger::refresh);
    }

    private Optional<ChildOrder> lock(@Nullable ClientOrderId owner) {
        return owner == null ? Optional.empty() : ledger.lock(owner);
    }

    private void rebuildPosition(Fill of) {
        if (!of.part().movesPosition()) {
            return;
        }
        positions.rebuild(of.account(), of.contractId(), of.symbol(), trades(of));
    }

    private List<Trade> trades(Fill of) {
        return fills.ofPosition(of.account(), of.contractId()).stream()
                .map(FillLedger::trade)
                .toList();
    }

    private Fill fill(
            Executed event,
            ExecId execId,
            long place,
            @Nullable ClientOrderId owner,
            Optional<ChildOrder> order,
            TradeOrigin origin) {
        Execution execution = event.execution();
        Optional<CommissionReport> report = fills.commission(execId);
        return new Fill(
                execution.execId(),
                place,
                owner,
                strategy(order),
                execution.account(),
                execution.contractId(),
                execution.symbol(),
                execution.side(),
                execution.quantity(),
                execution.price(),
                pointValue(execution),
                execution.exchange(),
                execution.executedAt(),
                execution.clientId(),
                execution.orderId(),
                execution.permId(),
                report.map(CommissionReport::commission).orElse(null),
                report.map(CommissionReport::currency).orElse(null),
                report.map(CommissionReport::realizedPnl).orElse(null),
                clock.instant(),
                origin,
                part(execution, order));
    }

    /** What a person books, by hand or from a statement, does not tell it; earlier trades of the contract do. */
    private BigDecimal pointValue(Execution execution) {
        if (execution.tellsPointValue()) {
            return execution.pointValue();
        }
        return fills.pointValue(execution.contractId()).orElseGet(() -> {
            LOG.warn(
                    "point value not known execId={} contractId={} symbol={} counted={}; right for stocks only",
                    execution.execId(),
                    execution.contractId(),
                    execution.symbol(),
                    execution.pointValue());
            return execution.pointValue();
        });
    }

    private static FillPart part(Execution execution, Optional<ChildOrder> order) {
        if (execution.fillsCombination()) {
            return FillPart.COMBINATION;
        }
        boolean isOfCombination = order.filter(each ->
                        ContractSpec.isCombination(each.snapshot().order().symbol()))
                .isPresent();
        return isOfCombination ? FillPart.LEG : FillPart.WHOLE;
    }

    private static String strategy(Optional<ChildOrder> order) {
        return order.map(each -> each.snapshot().order().strategy()).orElse(Fill.EXTERNAL);
    }

    private void count(String kind) {
        meters.counter(ExecutionMeter.FILLS_RECORDED.meterName(), "kind", kind).increment();
    }

    static Trade trade(Fill fill) {
        return new Trade(
                fill.account(),
                fill.contractId(),
                fill.strategy(),
                fill.symbol(),
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.pointValue(),
                fill.commission() == null ? BigDecimal.ZERO : fill.commission());
    }

    private static boolean saysTheSame(Fill fill, Execution execution) {
        return fill.account().equals(execution.account())
                && fill.contractId().equals(execution.contractId())
                && fill.side() == execution.side()
                && fill.quantity().compareTo(execution.quantity()) == 0
                && fill.price().compareTo(execution.price()) == 0;
    }
}
