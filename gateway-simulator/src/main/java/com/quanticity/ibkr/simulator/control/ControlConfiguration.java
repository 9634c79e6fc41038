package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The parts of the control interface. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(ControlAutoConfigurations.class)
class ControlConfiguration {

    @Bean
    ControlController controlController(GatewaySimulator simulator) {
        return new ControlController(simulator);
    }

    @Bean
    FaultController faultController(GatewaySimulator simulator) {
        return new FaultController(simulator);
    }

    @Bean
    ActionController actionController(GatewaySimulator simulator) {
        return new ActionController(simulator);
    }

    @Bean
    ScenarioController scenarioController(GatewaySimulator simulator) {
        return new ScenarioController(simulator);
    }

    @Bean
    WitnessController witnessController(GatewaySimulator simulator) {
        return new WitnessController(simulator);
    }

    @Bean
    ClockController clockController(GatewaySimulator simulator) {
        return new ClockController(simulator);
    }

    @Bean
    StatusPageController statusPageController() {
        return new StatusPageController();
    }

    @Bean
    OrdersController ordersController(GatewaySimulator simulator) {
        return new OrdersController(simulator);
    }

    @Bean
    AccountController accountController(GatewaySimulator simulator) {
        return new AccountController(simulator);
    }

    @Bean
    EntitlementController entitlementController(GatewaySimulator simulator) {
        return new EntitlementController(simulator);
    }

    @Bean
    MarketController marketController(GatewaySimulator simulator) {
        return new MarketController(simulator);
    }

    @Bean
    LimitController limitController(GatewaySimulator simulator) {
        return new LimitController(simulator);
    }

    @Bean
    ControlProblems controlProblems() {
        return new ControlProblems();
    }

    @Bean
    MeterBinder simulatorMeters(GatewaySimulator simulator) {
        return registry -> SimulatorMeter.bindAll(simulator, registry);
    }
}
