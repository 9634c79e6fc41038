package com.quanticity.ibkr.quickstart.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.quickstart.process.RestartPause;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Market;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Ports;
import com.quanticity.ibkr.quickstart.settings.Recording;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    private static final Market.Generated GENERATED = new Market.Generated(7);

    @TempDir
    Path home;

    private Folders folders;
    private Secrets secrets;

    @BeforeEach
    void makeSecrets() throws CannotStartException {
        folders = Folders.of(home, home.resolve("data"));
        secrets = Secrets.load(home.resolve("secrets.properties"), Application.roles(), Plan.CONSOLE_USERS);
    }

    @Test
    void givesEachServiceItsOwnRole() throws CannotStartException {
        Plan plan = plan(GENERATED);

        for (Application service : Application.services()) {
            String role = service.role().orElseThrow();
            assertThat(ServiceEnvironment.of(service, plan))
                    .containsEntry("SPRING_DATASOURCE_USERNAME", role)
                    .containsEntry("SPRING_DATASOURCE_PASSWORD", secrets.database(role))
                    .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:15432/ibkr")
                    .containsEntry(
                            "SERVER_PORT", Integer.toString(service.port().usual()))
                    .containsEntry("IBKR_SERVICE_TOKEN", secrets.serviceToken());
        }
        assertThat(ServiceEnvironment.of(Application.SIMULATOR, plan)).containsOnlyKeys("SERVER_ADDRESS");
    }

    @Test
    void putsNoSecretOnACommandLine() throws CannotStartException {
        List<String> command = JavaCommand.of(Path.of("app.jar"), SimulatorCommand.arguments(plan(GENERATED)));

        assertThat(command)
                .noneMatch(word -> word.contains(secrets.serviceToken())
                        || Application.roles().stream().anyMatch(role -> word.contains(secrets.database(role))));
    }

    @Test
    void makesConsoleUsersWhoMayTradeAndApprove() throws CannotStartException {
        assertThat(ServiceEnvironment.of(Application.CONSOLE, plan(GENERATED)))
                .containsEntry("IBKR_CONSOLE_ENVIRONMENT", "SIM")
                .containsEntry("IBKR_CONSOLE_USERS_0_NAME", "trader")
                .containsEntry("IBKR_CONSOLE_USERS_0_PASSWORD", "{noop}" + secrets.console("trader"))
                .containsEntry("IBKR_CONSOLE_USERS_1_ROLE", "risk_officer")
                .containsEntry("IBKR_CONSOLE_SERVICES_EXECUTIONENGINE", "http://127.0.0.1:8084");
    }

    @Test
    void passesTheRecordingOn() throws CannotStartException {
        Recording recording = new Recording(
                Path.of("/recordings"), LocalDate.of(2013, 10, 7), new TreeMap<>(Map.of("IBM", Path.of("x"))));
        Plan plan = plan(new Market.Recorded(recording, LocalTime.of(10, 0), new BigDecimal("2.5")));

        assertThat(String.join(" ", SimulatorCommand.arguments(plan)))
                .contains("--port 4002 --control-port 8090")
                .contains("--master-client-id 2")
                .contains("--recordings /recordings --date 2013-10-07 --speed 2.5 --from 10:00");
        assertThat(ServiceEnvironment.of(Application.ADAPTER, plan)).containsEntry("IBKR_ADAPTER_WATCHLIST", "IBM");
        assertThat(ServiceEnvironment.of(Application.REPLAY, plan))
                .containsEntry("IBKR_REPLAY_RECORDINGSROOT", "/recordings");
    }

    /** Else an outage at the broker's hours, a whole Sunday among them, would raise no alarm. */
    @Test
    void excusesNoOutageOfTheSimulator() throws CannotStartException {
        assertThat(ServiceEnvironment.of(Application.ADAPTER, plan(GENERATED)))
                .containsEntry("IBKR_GATEWAY_MAINTENANCE_ENABLED", "false");
        assertThat(ServiceEnvironment.of(Application.ADAPTER, plan(new Market.RealGateway("gateway.example", 4001))))
                .doesNotContainKey("IBKR_GATEWAY_MAINTENANCE_ENABLED");
    }

    @Test
    void startsNoSimulatorBesideARealGateway() throws CannotStartException {
        Plan plan = plan(new Market.RealGateway("gateway.example", 4001));

        assertThat(plan.applications()).doesNotContain(Application.SIMULATOR);
        assertThat(plan.portsInUse()).doesNotContain(Port.GATEWAY, Port.SIMULATOR_CONTROL);
        assertThat(ServiceEnvironment.of(Application.RISK, plan))
                .containsEntry("IBKR_GATEWAY_HOST", "gateway.example")
                .containsEntry("IBKR_GATEWAY_PORT", "4001")
                .containsEntry("IBKR_RISK_INITIALTRADINGSTATE", "HALTED");
        assertThat(ServiceEnvironment.of(Application.CONSOLE, plan)).containsEntry("IBKR_CONSOLE_ENVIRONMENT", "PAPER");
    }

    private Plan plan(Market market) throws CannotStartException {
        return new Plan(
                folders, Ports.usualExcept(Map.of()), secrets, market, RestartPause.from(Duration.ofSeconds(2)));
    }
}
