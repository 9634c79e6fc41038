package com.quanticity.ibkr.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.simulator.maintenance.MaintenanceOptions;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.peer.Recordings;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void startsTheClockOnTheRecordedDay(@TempDir Path folder) throws IOException {
        Recordings.quotes(folder, "IBM", List.of("09:29:59.000,181.00,300,P,181.50,400,Q"));
        String dir = folder.toString();

        SimulatorConfig config = CommandLine.parse(
                        "--recordings", dir, "--start", "recording", "--from", "10:00", "--speed", "20")
                .config();

        assertThat(config.time().instant()).isBetween("2013-10-07T14:00:00Z", "2013-10-07T14:01:00Z");
        assertThat(config.time().speed()).isEqualTo(20);
        assertThat(config.market())
                .isInstanceOfSatisfying(
                        MarketSource.Recorded.class,
                        market -> assertThat(market.speed()).isEqualTo(1));
        assertThatThrownBy(() -> CommandLine.parse("--start", "recording")).hasMessageContaining("needs --recordings");
        assertThatThrownBy(() -> CommandLine.parse("--recordings", dir, "--start", "recording", "--speed", "max"))
                .hasMessageContaining("--speed max");
    }

    @Test
    void givesTheSecondUserItsOwnRights() {
        assertThat(CommandLine.parse("--second-port", "0", "--second-entitlements", "SPY/depth=nothing")
                        .config()
                        .gateways()
                        .secondEntitlements())
                .isEqualTo(Entitlements.parse("SPY/depth=nothing"));
        assertThatThrownBy(() -> CommandLine.parse("--second-entitlements", "SPY=nothing"))
                .hasMessageContaining("needs --second-port");
    }

    @Test
    void readsClockGatewaysAndMaintenance() {
        CommandLine line = CommandLine.parse(
                "--second-port",
                "4003",
                "--start",
                "2026-03-02T14:30:00Z",
                "--clock-speed=60",
                "--nightly-restart",
                "23:45",
                "--roll-back-order-ids",
                "--server-reset",
                "00:15",
                "--sunday-login",
                "13:00",
                "--maintenance-zone",
                "Europe/Berlin",
                "--zone",
                "EST",
                "--scenario",
                "farm-blip",
                "--transcript",
                "bytes.txt");

        MaintenanceOptions maintenance = line.config().gateways().maintenance();
        assertThat(line.config().gateways().secondPort()).isEqualTo(4003);
        assertThat(line.config().time().speed()).isEqualTo(60);
        assertThat(maintenance.restartAt()).isEqualTo(LocalTime.of(23, 45));
        assertThat(maintenance.idsRollBack()).isTrue();
        assertThat(maintenance.resetAt()).isEqualTo(LocalTime.of(0, 15));
        assertThat(maintenance.loginAt()).isEqualTo(LocalTime.of(13, 0));
        assertThat(maintenance.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(line.config().session().loginZone().name()).isEqualTo("EST");
        assertThat(line.scenario()).isNotNull();
        assertThat(line.transcript()).isEqualTo(Path.of("bytes.txt"));
    }

    @Test
    void standsStillOnASteppedClock() {
        SimulatorConfig config = CommandLine.parse("--clock", "stepped", "--start", "2026-03-02T14:30:00Z")
                .config();

        assertThat(config.time().speed()).isZero();
        assertThat(config.time().instant()).isEqualTo(Instant.parse("2026-03-02T14:30:00Z"));
    }

    @Test
    void hasTheDocumentedDefaults() {
        CommandLine commandLine = CommandLine.parse();

        assertThat(commandLine.controlPort()).isEqualTo(8090);
        assertThat(commandLine.config())
                .extracting(
                        SimulatorConfig::port,
                        SimulatorConfig::market,
                        config -> config.accounts().first().code(),
                        config -> config.session().serverVersion(),
                        SimulatorConfig::stateFile)
                .containsExactly(4002, new MarketSource.Generated(7), "DU1234567", 200, null);
    }

    @Test
    void takesEveryOption() {
        CommandLine commandLine = CommandLine.parse(
                "--port=0",
                "--control-port",
                "0",
                "--recordings",
                "data",
                "--date",
                "2013-10-08",
                "--from",
                "10:15",
                "--speed",
                "20",
                "--account",
                "DU7",
                "--state",
                "s.json",
                "--server-version",
                "187");

        assertThat(commandLine.config())
                .extracting(
                        SimulatorConfig::port,
                        SimulatorConfig::market,
                        config -> config.accounts().first().code(),
                        config -> config.session().serverVersion(),
                        SimulatorConfig::stateFile)
                .containsExactly(
                        0,
                        new MarketSource.Recorded(Path.of("data"), LocalDate.of(2013, 10, 8), LocalTime.of(10, 15), 20),
                        "DU7",
                        187,
                        Path.of("s.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense 1, unknown option --nonsense",
        "--port, option --port needs a value",
        "--port x, --port x is not readable",
        "--port 70000, --port 70000 is not possible: give 0 to 65535",
        "--port 1 --port 2, option --port is given twice",
        "--speed 2, option --speed needs --recordings",
        "--recordings d --speed 0, --speed 0 is not possible",
        "--recordings d --speed NaN, --speed NaN is not possible",
        "--recordings d --date yesterday, --date yesterday is not readable",
        "--recordings d --seed 1, --seed and --recordings exclude each other",
        "--recordings d --volatility-halts, --volatility-halts and --recordings exclude each other",
        "--messages-per-second 0, --messages-per-second 0 is not possible: give 1 to 1000000",
        "--depth-slots -1, --depth-slots -1 is not possible: give 0 to 1000000",
        "--tick-by-tick-spacing 3601, --tick-by-tick-spacing 3601 is not possible: give 0 to 3600",
        "--history-pacing maybe, --history-pacing maybe is not readable: give on or off",
        "--entitlements SPY, entitlement 'SPY' is not readable",
        "--server-version 201, --server-version 201 is not possible: give 176 to 200",
        "--account x, account must look like DU1234567"
    })
    void saysInOneLineWhatIsWrong(String arguments, String message) {
        assertThatThrownBy(() -> CommandLine.parse(arguments.split(" ", -1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(CommandLine.HELP)
                .contains(
                        "--port",
                        "--control-port",
                        "--seed",
                        "--recordings",
                        "--date",
                        "--from",
                        "--speed",
                        "--account",
                        "--state",
                        "--server-version");
    }

    @Test
    void namesABusyPort() {
        try (GatewaySimulator first = GatewaySimulator.start(SimulatorConfig.defaults())) {
            assertThatThrownBy(() ->
                            GatewaySimulator.start(SimulatorConfig.defaults().withPort(first.port())))
                    .isInstanceOf(SimulatorStartException.class)
                    .hasMessageStartingWith("port " + first.port() + " cannot be used");
        }
    }

    @Test
    void takesEntitlementsBesideWhatIsOnlyDelayed() {
        SimulatorConfig config = CommandLine.parse(
                        "--delayed", "SPY", "--entitlements", "SPY/depth=nothing,OPT=partly", "--volatility-halts")
                .config();

        assertThat(config.marketData())
                .isEqualTo(MarketOptions.defaults()
                        .withEntitlements(Entitlements.onlyDelayed("SPY")
                                .with(Entitlements.Rule.parse("SPY/depth=nothing"))
                                .with(Entitlements.Rule.parse("OPT=partly")))
                        .withVolatilityHalts(true));
        assertThatThrownBy(() -> CommandLine.parse("--entitlements", "SPY/depth=perhaps"))
                .isInstanceOf(UsageException.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void takesEveryLimit() {
        SessionLimits limits = CommandLine.parse(
                        "--messages-per-second",
                        "70",
                        "--lines",
                        "5",
                        "--shared-lines",
                        "--depth-slots",
                        "8",
                        "--tick-by-tick-slots",
                        "0",
                        "--tick-by-tick-spacing",
                        "2",
                        "--history-pacing",
                        "off")
                .config()
                .limits();

        assertThat(limits.messagesPerSecond()).isEqualTo(70);
        assertThat(limits.data().lines()).isEqualTo(5);
        assertThat(limits.data().areShared()).isTrue();
        assertThat(limits.data().depthSlots()).isEqualTo(8);
        assertThat(limits.data().tickByTickSlots()).isZero();
        assertThat(limits.data().tickByTickSpacing()).isEqualTo(Duration.ofSeconds(2));
        assertThat(limits.history())
                .isEqualTo(SessionLimits.defaults().history().withPacing(false));
    }

    @Test
    void takesHowTheMarketIsShown() {
        SimulatorConfig config = CommandLine.parse(
                        "--hours", "real", "--conflation", "off", "--delayed", "SPY,NASDAQ", "--hard-to-borrow", "GOOG")
                .config();

        assertThat(config.marketData())
                .isEqualTo(MarketOptions.defaults()
                        .withHours(MarketOptions.Hours.REAL)
                        .withConflation(MarketOptions.Conflation.OFF)
                        .withEntitlements(Entitlements.onlyDelayed("SPY", "NASDAQ"))
                        .withHardToBorrow(Set.of("GOOG")));
        assertThatThrownBy(() -> CommandLine.parse("--hours", "sometimes"))
                .hasMessage("--hours sometimes is not readable: give always or real");
    }
}
