package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.Upkeep;
import com.quanticity.ibkr.execution.alarm.EngineAlarms;
import com.quanticity.ibkr.execution.ledger.AdoptedFills;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.execution.position.Positions;
import com.quanticity.ibkr.execution.reconcile.witness.OutsideOrders;
import com.quanticity.ibkr.execution.reconcile.witness.Standing;
import com.quanticity.ibkr.execution.reconcile.witness.WitnessedFills;
import com.quanticity.ibkr.execution.reconcile.witness.Witnesses;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Witnesses and tables → comparison → discrepancies, locks, alarms; and the desk for decisions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconcileProperties.class)
class ReconcileConfiguration {

    @Bean
    Witnesses witnesses(StringRedisTemplate redis, StreamBus bus, ReconcileProperties properties) {
        return new Witnesses(redis, bus.prefix(), properties.witnessMaxAge());
    }

    @Bean
    Discrepancies discrepancies(JdbcClient jdbc, Outbox outbox) {
        return new Discrepancies(jdbc, outbox);
    }

    @Bean
    Comparisons comparisons(
            Discrepancies discrepancies, FullRounds rounds, TransactionOperations transactions, Clock clock) {
        return new Comparisons(discrepancies, rounds, transactions, clock);
    }

    @Bean
    LockPublisher lockPublisher(StreamBus bus, Clock clock, MeterRegistry meters) {
        LockPublisher locks = new LockPublisher(bus, clock);
        meters.gauge(
                ExecutionMeter.INSTRUMENTS_LOCKED.meterName(),
                locks,
                held -> held.locks().size());
        return locks;
    }

    @Bean
    FullRounds fullRounds(ReconcileProperties properties) {
        return new FullRounds(properties.fullEvery());
    }

    @Bean
    FillComparison fillComparison(
            WitnessedFills witnessed, Witnesses witnesses, FullRounds rounds, JdbcClient jdbc, MeterRegistry meters) {
        FillComparison fills = new FillComparison(
                witnessed::completeSince, witnesses::adapterReadySince, new FillCheck(jdbc), rounds, meters);
        meters.gauge(ExecutionMeter.FILLS_UNSETTLED.meterName(), fills, FillComparison::unsettled);
        return fills;
    }

    @Bean
    Reconciler reconciler(
            Witnesses witnesses,
            Positions positions,
            ChildOrders orders,
            FillComparison fills,
            OutsideOrders outside,
            Discrepancies discrepancies,
            Standing standing,
            LockPublisher locks,
            EngineAlarms alarms,
            ReconcileProperties properties,
            TransactionOperations transactions,
            Clock clock) {
        BreakBook book = new BreakBook(properties.tolerance(), new Ulid(clock)::next);
        ReconcileAlarms reconcileAlarms = new ReconcileAlarms(alarms, properties.blindAfter());
        return new Reconciler(
                witnesses,
                positions,
                orders,
                fills,
                outside,
                discrepancies,
                book,
                standing,
                locks,
                reconcileAlarms,
                transactions,
                clock);
    }

    @Bean
    Upkeep reconcileUpkeep(Reconciler reconciler, ReconcileProperties properties) {
        return new Upkeep("reconcile", properties.every(), reconciler::run);
    }

    @Bean
    DiscrepancyDesk discrepancyDesk(
            Discrepancies discrepancies,
            Witnesses witnesses,
            WitnessedFills witnessed,
            OutsideOrders outside,
            Positions positions,
            AdoptedFills fills,
            OrderLedger orders,
            StatedTrades stated,
            JdbcClient jdbc,
            TransactionOperations transactions,
            ReconcileProperties properties,
            Clock clock) {
        Adoption adoption = new Adoption(witnesses, witnessed, outside, positions, fills, orders, stated, clock);
        return new DiscrepancyDesk(discrepancies, adoption, jdbc, transactions, properties.longestIgnore(), clock);
    }
}
