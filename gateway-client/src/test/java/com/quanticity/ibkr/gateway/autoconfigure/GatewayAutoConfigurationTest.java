package com.quanticity.ibkr.gateway.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.maintenance.DailyWindow;
import com.quanticity.ibkr.gateway.maintenance.Holiday;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.maintenance.MaintenancePlan;
import com.quanticity.ibkr.gateway.maintenance.WeeklyTime;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.session.BackupGateway;
import com.quanticity.ibkr.gateway.session.FlowSettings;
import com.quanticity.ibkr.gateway.session.GatewayEnvironment;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.LifeSettings;
import com.quanticity.ibkr.gateway.session.LivenessSettings;
import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SynchroniseSettings;
import com.quanticity.ibkr.gateway.subscription.QuietTimes;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(GatewayAutoConfiguration.class))
            .withPropertyValues("ibkr.gateway.lease.mode=off", "ibkr.gateway.maintenance.enabled=true");

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
                                context.getBean(GatewayProperties.class).toSettings(QuietTimes.UNKNOWN))
                        .isEqualTo(SessionSettings.of(
                                        ConnectSettings.of("127.0.0.1", 4002, ClientId.of(1)), "ibkr-adapter", true)
                                .with(new LifeSettings(
                                        GatewayEnvironment.PAPER,
                                        null,
                                        MaintenanceCalendar.of(MaintenancePlan.DEFAULT),
                                        List.of(),
                                        Duration.ofMinutes(1),
                                        Duration.ofMinutes(5)))));
    }

    @Test
    void bindsEveryKey(@TempDir Path folder) throws IOException {
        Path holidays = Files.writeString(folder.resolve("holidays.txt"), "2026-12-25 Christmas\n");
        runner.withPropertyValues(
                        "ibkr.gateway.host=gateway.local",
                        "ibkr.gateway.port=4001",
                        "ibkr.gateway.owner=risk-manager",
                        "ibkr.gateway.min-version=180",
                        "ibkr.gateway.max-version=199",
                        "ibkr.gateway.connect-options=+PACEAPI",
                        "ibkr.gateway.connect-timeout=3s",
                        "ibkr.gateway.follow-redirects=true",
                        "ibkr.gateway.reconnect.initial=2s",
                        "ibkr.gateway.reconnect.max=30s",
                        "ibkr.gateway.reconnect.jitter=0.5",
                        "ibkr.gateway.liveness.probe-interval=4s",
                        "ibkr.gateway.liveness.probe-timeout=5s",
                        "ibkr.gateway.liveness.silence-timeout=6s",
                        "ibkr.gateway.synchronise-timeout=7s",
                        "ibkr.gateway.pacing.messages-per-second=20",
                        "ibkr.gateway.hand-over-capacity=1000",
                        "ibkr.gateway.market-data-type=delayed",
                        "ibkr.gateway.environment=live",
                        "ibkr.gateway.trading-farms=us*,cashfarm",
                        "ibkr.gateway.broker-alarm-after=8s",
                        "ibkr.gateway.farm-alarm-after=9s",
                        "ibkr.gateway.backup.host=other.local",
                        "ibkr.gateway.backup.port=4003",
                        "ibkr.gateway.backup.automatic-return=true",
                        "ibkr.gateway.backup.return-after=11s",
                        "ibkr.gateway.maintenance.zone=Europe/Zurich",
                        "ibkr.gateway.maintenance.restart-time=05:10",
                        "ibkr.gateway.maintenance.ready-by=05:20",
                        "ibkr.gateway.maintenance.resets[0]=06:00-07:00 Europe/Zurich",
                        "ibkr.gateway.maintenance.resets[1]=23:00-01:00 Asia/Hong_Kong",
                        "ibkr.gateway.maintenance.weekend-from=SAT 05:00",
                        "ibkr.gateway.maintenance.weekend-to=SAT 09:00",
                        "ibkr.gateway.maintenance.token-expiry=SUN 07:00",
                        "ibkr.gateway.maintenance.login-from=SUN 08:00",
                        "ibkr.gateway.maintenance.login-by=SUN 20:00",
                        "ibkr.gateway.maintenance.lead=12s",
                        "ibkr.gateway.maintenance.grace=13s",
                        "ibkr.gateway.maintenance.holidays=" + holidays,
                        "ibkr.gateway.subscriptions.first-data=14s",
                        "ibkr.gateway.subscriptions.quiet=15s",
                        "ibkr.gateway.subscriptions.quiet-least=20s",
                        "ibkr.gateway.subscriptions.quiet-most=21s",
                        "ibkr.gateway.subscriptions.retry-initial=16s",
                        "ibkr.gateway.subscriptions.retry-max=17s",
                        "ibkr.gateway.subscriptions.refused-retry=18s",
                        "ibkr.gateway.subscriptions.line-retry=19s")
                .run(context -> assertThat(
                                context.getBean(GatewayProperties.class).toSettings(QuietTimes.UNKNOWN))
                        .isEqualTo(SessionSettings.of(
                                        new ConnectSettings(
                                                "gateway.local",
                                                4001,
                                                ClientId.of(2),
                                                180,
                                                199,
                                                "+PACEAPI",
                                                Duration.ofSeconds(3),
                                                true),
                                        "risk-manager",
                                        false)
                                .with(new ReconnectSettings(Duration.ofSeconds(2), Duration.ofSeconds(30), 0.5))
                                .with(new LivenessSettings(
                                        Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6)))
                                .with(new FlowSettings(20, 1000))
                                .with(new SynchroniseSettings(Duration.ofSeconds(7), MarketDataType.DELAYED))
                                .with(new LifeSettings(
                                        GatewayEnvironment.LIVE,
                                        new BackupGateway("other.local", 4003, true, Duration.ofSeconds(11)),
                                        MaintenanceCalendar.of(everythingElse()),
                                        List.of("us*", "cashfarm"),
                                        Duration.ofSeconds(8),
                                        Duration.ofSeconds(9)))
                                .with(new SubscriptionSettings(
                                        Duration.ofSeconds(14),
                                        Duration.ofSeconds(15),
                                        Duration.ofSeconds(20),
                                        Duration.ofSeconds(21),
                                        Duration.ofSeconds(16),
                                        Duration.ofSeconds(17),
                                        Duration.ofSeconds(18),
                                        Duration.ofSeconds(19),
                                        QuietTimes.UNKNOWN))));
    }

    private static MaintenancePlan everythingElse() {
        return new MaintenancePlan(
                ZoneId.of("Europe/Zurich"),
                LocalTime.of(5, 10),
                LocalTime.of(5, 20),
                List.of(DailyWindow.of("06:00-07:00 Europe/Zurich"), DailyWindow.of("23:00-01:00 Asia/Hong_Kong")),
                WeeklyTime.of("SAT 05:00"),
                WeeklyTime.of("SAT 09:00"),
                WeeklyTime.of("SUN 07:00"),
                WeeklyTime.of("SUN 08:00"),
                WeeklyTime.of("SUN 20:00"),
                Duration.ofSeconds(12),
                Duration.ofSeconds(13),
                List.of(new Holiday(LocalDate.of(2026, 12, 25), null, null, "Christmas")));
    }

    @Test
    void reportsWhatIsWrongWithBackupAndCalendarTogether() {
        runner.withPropertyValues(
                        "ibkr.gateway.host=127.0.0.1",
                        "ibkr.gateway.owner=ibkr-adapter",
                        "ibkr.gateway.backup.host=other.local",
                        "ibkr.gateway.maintenance.ready-by=04:45")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("ibkr.gateway.backup needs host and port")
                        .hasMessageContaining("restart-time and ready-by must differ"));
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
                                .toSettings(QuietTimes.UNKNOWN)
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
    void takesTheQuietTimesTheServiceKnows() {
        QuietTimes always = (subscription, at) -> true;
        runner.withBean(QuietTimes.class, () -> always)
                .withPropertyValues("ibkr.gateway.host=127.0.0.1", "ibkr.gateway.owner=ibkr-adapter")
                .run(context -> assertThat(context.getBean(ConfiguredSessions.class)
                                .settings()
                                .subscriptions()
                                .quietTimes())
                        .isSameAs(always));
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
                        "ibkr.gateway.pacing.messages-per-second=0",
                        "ibkr.gateway.subscriptions.quiet=0s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("reconnect.jitter")
                        .hasMessageContaining("messages-per-second")
                        .hasMessageContaining("ibkr.gateway.subscriptions.quiet must be positive, was 0s"));
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
                        throw new AssertionError("this test connects nothing");
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
