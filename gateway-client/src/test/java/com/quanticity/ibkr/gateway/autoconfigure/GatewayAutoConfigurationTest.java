package com.quanticity.ibkr.gateway.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

@Timeout(60)
class GatewayAutoConfigurationTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(GatewayAutoConfiguration.class));

    @Test
    void namesEveryMissingRequiredValueAtOnce() {
        runner.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("ibkr.gateway.host is missing")
                .hasMessageContaining("ibkr.gateway.owner is missing"));
    }

    @Test
    void bindsTheDefaults() {
        runner.withPropertyValues(
                        "ibkr.gateway.host=127.0.0.1", "ibkr.gateway.port=4002", "ibkr.gateway.owner=ibkr-adapter")
                .run(context -> assertThat(
                                context.getBean(GatewayProperties.class).toSettings())
                        .isEqualTo(SessionSettings.of(
                                ConnectSettings.of("127.0.0.1", 4002, ClientId.of(1)), "ibkr-adapter", true)));
    }

    @Test
    void bindsEveryKey() {
        runner.withPropertyValues(
                        "ibkr.gateway.host=gateway.local",
                        "ibkr.gateway.port=4001",
                        "ibkr.gateway.owner=risk-manager",
                        "ibkr.gateway.min-version=180",
                        "ibkr.gateway.max-version=199",
                        "ibkr.gateway.connect-options=+PACEAPI",
                        "ibkr.gateway.connect-timeout=3s",
                        "ibkr.gateway.reconnect.initial=2s",
                        "ibkr.gateway.reconnect.max=30s",
                        "ibkr.gateway.reconnect.jitter=0.5",
                        "ibkr.gateway.liveness.probe-interval=4s",
                        "ibkr.gateway.liveness.probe-timeout=5s",
                        "ibkr.gateway.liveness.silence-timeout=6s",
                        "ibkr.gateway.synchronise-timeout=7s",
                        "ibkr.gateway.pacing.messages-per-second=20",
                        "ibkr.gateway.hand-over-capacity=1000",
                        "ibkr.gateway.market-data-type=delayed")
                .run(context -> assertThat(
                                context.getBean(GatewayProperties.class).toSettings())
                        .isEqualTo(new SessionSettings(
                                new ConnectSettings(
                                        "gateway.local",
                                        4001,
                                        ClientId.of(2),
                                        180,
                                        199,
                                        "+PACEAPI",
                                        Duration.ofSeconds(3)),
                                "risk-manager",
                                false,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(30),
                                0.5,
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7),
                                20,
                                1000,
                                MarketDataType.DELAYED)));
    }

    @ParameterizedTest
    @CsvSource({"paper,gateway,4002", "live,gateway,4001", "paper,tws,7497", "live,tws,7496"})
    void takesTheUsualPortOfSoftwareAndEnvironment(String environment, String software, int port) {
        runner.withPropertyValues(
                        "ibkr.gateway.host=127.0.0.1",
                        "ibkr.gateway.owner=ibkr-adapter",
                        "ibkr.gateway.environment=" + environment,
                        "ibkr.gateway.software=" + software)
                .run(context -> assertThat(context.getBean(GatewayProperties.class)
                                .toSettings()
                                .connect()
                                .port())
                        .isEqualTo(port));
    }

    @Test
    void namesMissingAndUnusableValuesTogether() {
        runner.withPropertyValues(
                        "ibkr.gateway.port=70000",
                        "ibkr.gateway.max-version=201",
                        "ibkr.gateway.liveness.silence-timeout=1s",
                        "ibkr.gateway.capture.max-size=0B")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContainingAll(
                                "ibkr.gateway.host is missing",
                                "ibkr.gateway.owner is missing",
                                "ibkr.gateway.port must be 1..65535, was 70000",
                                "176..201",
                                "ibkr.gateway.liveness.silence-timeout must be longer",
                                "ibkr.gateway.capture.max-size must be positive"));
    }

    @Test
    void takesTheOfficialBindingWhenItIsThere() {
        withOfficial("auto").run(context -> assertThat(bindingOf(context)).isEqualTo("official 10.34"));
        withOfficial("official").run(context -> assertThat(bindingOf(context)).isEqualTo("official 10.34"));
        withOfficial("native").run(context -> assertThat(bindingOf(context)).isEqualTo("native"));
    }

    @Test
    void saysHowToGetTheOfficialBindingWhenItIsMissing() {
        runner.withPropertyValues(
                        "ibkr.gateway.host=127.0.0.1",
                        "ibkr.gateway.owner=ibkr-adapter",
                        "ibkr.gateway.binding=official")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("./install-tws-api"));
    }

    @Test
    void refusesKeysItDoesNotKnow() {
        runner.withPropertyValues(
                        "ibkr.gateway.host=127.0.0.1",
                        "ibkr.gateway.port=4002",
                        "ibkr.gateway.owner=ibkr-adapter",
                        "ibkr.gateway.client-id=7")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void reportsEveryUnusableValueAtOnce() {
        runner.withPropertyValues(
                        "ibkr.gateway.host=127.0.0.1",
                        "ibkr.gateway.port=4002",
                        "ibkr.gateway.owner=ibkr-adapter",
                        "ibkr.gateway.reconnect.jitter=1.5",
                        "ibkr.gateway.pacing.messages-per-second=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("reconnect.jitter")
                        .hasMessageContaining("messages-per-second"));
    }

    private static Status status(ApplicationContext context, String component) {
        HealthIndicator indicator = context.getBean(component + "HealthIndicator", HealthIndicator.class);
        return Objects.requireNonNull(indicator.health()).getStatus();
    }

    private ApplicationContextRunner withOfficial(String choice) {
        return runner.withBean(GatewayBinding.class, () -> new GatewayBinding() {
                    @Override
                    public String name() {
                        return "official 10.34";
                    }

                    @Override
                    public ConnectOutcome connect(ConnectSettings settings, GatewayListener listener) {
                        throw new UnsupportedOperationException("not connected in this test");
                    }
                })
                .withPropertyValues(
                        "ibkr.gateway.host=127.0.0.1",
                        "ibkr.gateway.owner=ibkr-adapter",
                        "ibkr.gateway.binding=" + choice);
    }

    private static String bindingOf(ApplicationContext context) {
        return context.getBean(ConfiguredSessions.class).bindingName();
    }

    @Test
    void isAbsentWhenSwitchedOff() {
        runner.withPropertyValues("ibkr.gateway.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(GatewaySessionFactory.class));
    }

    @Test
    void startsWithoutAGatewayAndTellsHealthWhy() {
        FakeGateway gateway = new FakeGateway();
        gateway.close();
        runner.withPropertyValues(
                        "ibkr.gateway.host=" + gateway.host(),
                        "ibkr.gateway.port=" + gateway.port(),
                        "ibkr.gateway.owner=ibkr-adapter")
                .run(context -> {
                    GatewaySession session =
                            context.getBean(GatewaySessionFactory.class).create(made -> batch -> {});
                    session.start();
                    SessionHealthIndicator indicator = context.getBean(SessionHealthIndicator.class);

                    await().untilAsserted(
                                    () -> assertThat(session.status().attempt()).isGreaterThan(0));
                    Health health = indicator.health();
                    assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                    assertThat(health.getDetails().get("reason")).asString().contains("start the gateway");
                    assertThat(status(context, "gatewayAlive")).isEqualTo(Status.UP);
                    assertThat(status(context, "gatewayRunning")).isEqualTo(Status.UP);

                    session.close();
                    assertThat(status(context, "gatewayAlive")).isEqualTo(Status.UP);
                    assertThat(status(context, "gatewayRunning")).isEqualTo(Status.OUT_OF_SERVICE);
                });
    }

    @Test
    void isUpWhenTheSessionIsReadyAndClosesItWithTheContext() {
        try (FakeGateway gateway = new FakeGateway()) {
            runner.withPropertyValues(
                            "ibkr.gateway.host=" + gateway.host(),
                            "ibkr.gateway.port=" + gateway.port(),
                            "ibkr.gateway.owner=execution-replay")
                    .run(context -> {
                        GatewaySession session =
                                context.getBean(GatewaySessionFactory.class).create(made -> batch -> {});
                        session.start();
                        gateway.acceptAndLogOn(199);
                        SessionHealthIndicator indicator = context.getBean(SessionHealthIndicator.class);

                        await().untilAsserted(() ->
                                assertThat(indicator.health().getStatus()).isEqualTo(Status.UP));
                        assertThat(indicator.health().getDetails())
                                .containsEntry("clientId", 3)
                                .containsEntry("serverVersion", 199)
                                .containsEntry("binding", "native");
                        context.close();
                        assertThat(session.state()).isEqualTo(SessionState.CLOSED);
                    });
        }
    }
}
