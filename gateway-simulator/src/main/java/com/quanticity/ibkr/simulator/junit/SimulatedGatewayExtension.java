package com.quanticity.ibkr.simulator.junit;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.scenario.ScenarioReader;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a simulator around each test. Every test has its own, so tests may run at the same time. */
public final class SimulatedGatewayExtension implements BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SimulatedGatewayExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        control(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GatewayControl.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ExtensionConfigurationException(
                    "a GatewayControl belongs to one test: take it as a parameter of the test or of a @BeforeEach method");
        }
        return control(context);
    }

    private static GatewayControl control(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(GatewayControl.class, _ -> start(settings(context)), GatewayControl.class);
    }

    private static SimulatedGateway settings(ExtensionContext context) {
        Optional<SimulatedGateway> ofMethod =
                AnnotationSupport.findAnnotation(context.getTestMethod(), SimulatedGateway.class);
        return ofMethod.or(() -> context.getTestClass()
                        .flatMap(type -> AnnotationSupport.findAnnotation(
                                type, SimulatedGateway.class, context.getEnclosingTestClasses())))
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "there is no @SimulatedGateway: put it on the test class or on the test"));
    }

    private static GatewayControl start(SimulatedGateway settings) {
        GatewaySimulator simulator = GatewaySimulator.start(config(settings));
        if (!settings.scenario().isEmpty()) {
            simulator.scenarios().play(ScenarioReader.named(settings.scenario()));
        }
        return new GatewayControl(simulator);
    }

    private static SimulatorConfig config(SimulatedGateway settings) {
        SimulatorConfig config = SimulatorConfig.defaults()
                .withMarket(new MarketSource.Generated(settings.seed()))
                .withServerVersion(settings.serverVersion())
                .withTime(time(settings));
        if (settings.secondGateway()) {
            config = config.withSecondPort(0);
        }
        if (!settings.account().isEmpty()) {
            config = config.withAccount(settings.account());
        }
        return settings.cash().isEmpty() ? config : config.withStartCash(new BigDecimal(settings.cash()));
    }

    private static SimulatorTime time(SimulatedGateway settings) {
        if (settings.start().isEmpty()) {
            return SimulatorTime.real();
        }
        Instant start = Instant.parse(settings.start());
        return settings.clockSpeed() == 0
                ? SimulatorTime.stepped(start)
                : SimulatorTime.accelerated(start, settings.clockSpeed());
    }
}
