package com.quanticity.ibkr.gateway.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.maintenance.MaintenancePlan;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.session.BackupGateway;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewayEnvironment;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.LifeSettings;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

@Timeout(60)
class GatewayChoiceEndpointTest {

    private final FakeGateway primary = new FakeGateway();
    private final FakeGateway backup = new FakeGateway();
    private final ConfiguredSessions sessions = new ConfiguredSessions(
            SessionSettings.of(ConnectSettings.of(primary.host(), primary.port(), ClientId.of(1)), "ibkr-adapter", true)
                    .with(new LifeSettings(
                            GatewayEnvironment.PAPER,
                            new BackupGateway(backup.host(), backup.port(), false, Duration.ofMinutes(10)),
                            MaintenanceCalendar.of(MaintenancePlan.DEFAULT),
                            List.of(),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5))),
            GatewayBindings.nativeBinding(Clock.systemUTC()),
            Clock.systemUTC(),
            SessionSharing.alone(Clock.systemUTC()),
            new SimpleMeterRegistry());
    private final GatewayChoiceEndpoint endpoint = new GatewayChoiceEndpoint(sessions);
    private volatile boolean workingOrders;

    @AfterEach
    void close() {
        sessions.close();
        primary.close();
        backup.close();
    }

    @Test
    void movesAReadySession() {
        GatewaySession session = ready();

        assertThat(endpoint.choose("backup", "drill", null).getStatus()).isEqualTo(200);

        backup.acceptAndLogOn(200);
        await().until(() -> session.state() == SessionState.READY);
        assertThat(body(endpoint.present()))
                .containsEntry("role", GatewayRole.BACKUP)
                .containsEntry("gateway", backup.host() + ":" + backup.port());
        assertThat(endpoint.choose("BACKUP", "again", null).getStatus()).isEqualTo(409);
    }

    @Test
    void keepsASessionWhoseOrdersMayWorkUnlessItIsMeant() {
        GatewaySession session = ready();
        workingOrders = true;

        WebEndpointResponse<Map<String, Object>> refused = endpoint.choose("backup", "drill", null);

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(body(refused).get("error")).asString().contains("cancel them first");
        assertThat(session.state()).isEqualTo(SessionState.READY);
        assertThat(endpoint.choose("backup", "drill", true).getStatus()).isEqualTo(200);
        backup.acceptAndLogOn(200);
        await().until(() -> session.state() == SessionState.READY);
    }

    @Test
    void saysWhatCannotBeUsed() {
        assertThat(endpoint.present().getStatus()).isEqualTo(503);
        assertThat(endpoint.choose("backup", "drill", null).getStatus()).isEqualTo(503);
        assertThatThrownBy(() -> endpoint.choose("third", "drill", null))
                .isInstanceOf(InvalidEndpointRequestException.class)
                .hasMessageContaining("role must be primary or backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "drill\nsession state=READY clientId=1", "drill\u001b[2J"})
    void takesOnlyAReasonOfOneLine(String reason) {
        assertThatThrownBy(() -> endpoint.choose("backup", reason, null))
                .isInstanceOf(InvalidEndpointRequestException.class)
                .hasMessageContaining("reason");
    }

    @Test
    void writesTheReasonIntoTheLog() {
        Logger logger = (Logger) LoggerFactory.getLogger(GatewaySession.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        Level before = logger.getLevel();
        logger.setLevel(Level.WARN);
        ready();

        endpoint.choose("backup", "disk of the first is full", null);

        logger.setLevel(before);
        logger.detachAppender(lines);
        assertThat(lines.list).anySatisfy(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("gateway chosen role=BACKUP clientId=1 from=" + primary.host() + ":" + primary.port()
                            + " reason=disk of the first is full");
        });
    }

    private GatewaySession ready() {
        GatewaySession session = sessions.create(made -> new Application());
        session.start();
        primary.acceptAndLogOn(200);
        await().until(() -> session.state() == SessionState.READY);
        return session;
    }

    private static Map<String, Object> body(WebEndpointResponse<Map<String, Object>> response) {
        return Objects.requireNonNull(response.getBody());
    }

    private final class Application implements SessionListener {

        @Override
        public void onEvents(EventBatch batch) {}

        @Override
        public boolean mayHaveWorkingOrders() {
            return workingOrders;
        }
    }
}
