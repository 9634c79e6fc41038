package com.quanticity.ibkr.execution.reconcile.witness;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.ledger.AdoptedFills;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Drop copy → tables; Redis → readings. */
@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {

    @Bean
    WitnessedFills witnessedFills(JdbcClient jdbc) {
        return new WitnessedFills(jdbc);
    }

    @Bean
    OutsideOrders outsideOrders(JdbcClient jdbc) {
        return new OutsideOrders(jdbc);
    }

    @Bean
    BrokerPositions brokerPositions(Witnesses witnesses, Clock clock) {
        return new BrokerPositions(witnesses, clock);
    }

    @Bean
    Standing reconcileStanding(MeterRegistry meters) {
        Standing standing = new Standing();
        for (Witness witness : Witness.values()) {
            Gauge.builder(ExecutionMeter.WITNESS_KNOWN.meterName(), standing, known -> known.isKnown(witness) ? 1 : 0)
                    .tag("witness", witness.text())
                    .register(meters);
        }
        return standing;
    }

    @Bean
    DropCopyThreads dropCopyThreads(
            StreamBus bus,
            WitnessedFills witnessed,
            OutsideOrders outside,
            AdoptedFills fills,
            TransactionOperations transactions) {
        return new DropCopyThreads(bus, new DropCopyIntake(witnessed, outside, fills, transactions));
    }
}
