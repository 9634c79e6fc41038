package com.quanticity.ibkr.gateway.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

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
                .hasMessageContaining("ibkr.gateway.port is missing")
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
                        "ibkr.gateway.reconnect-initial=2s",
                        "ibkr.gateway.reconnect-max=30s",
                        "ibkr.gateway.reconnect-jitter=0.5",
                        "ibkr.gateway.probe-interval=4s",
                        "ibkr.gateway.probe-timeout=5s",
                        "ibkr.gateway.silence-timeout=6s",
                        "ibkr.gateway.synchronise-timeout=7s",
                        "ibkr.gateway.messages-per-second=20",
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
                        "ibkr.gateway.reconnect-jitter=1.5",
                        "ibkr.gateway.messages-per-second=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("reconnect-jitter")
                        .hasMessageContaining("messages-per-second"));
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
