package com.quanticity.ibkr.quickstart.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.quanticity.ibkr.quickstart.system.AlgorithmDesk.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.quanticity.ibkr.quickstart.check.CheckFailedException;
import com.quanticity.ibkr.quickstart.check.PathCheck;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/** One platform for all tests, because starting it takes longest; in this order, because the last one kills it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemIT {

    /** Limits of two people and their silence take half a minute more, so they run on demand. */
    private static final String DESK = "ibkr.system.desk";

    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final String LOTS_OF_TEN = ",\"lot\":{\"largest\":10}";

    private static RunningPlatform platform;
    private static @Nullable Browser browser;

    @BeforeAll
    static void start() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) RECOVERY.toMillis());
        platform = RunningPlatform.start();
        Optional<Path> chromium = Browser.executable();
        browser = chromium.isPresent() ? Browser.launch(chromium.get()) : null;
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        if (platform != null) {
            platform.stop();
        }
    }

    @Test
    @Order(1)
    void quoteArrivesEverywhereAndOrderFills() throws IOException, CheckFailedException, SQLException {
        Map<String, Object> report = new PathCheck(platform.target("SPY")).run();

        assertThat(report)
                .containsKeys(
                        "quoteInRedisMillis", "quoteInDatabaseMillis", "orderAcceptedMillis", "orderFilledMillis");
        assertThat(String.valueOf(report.get("order"))).contains("status=FILLED", "filledQuantity=10");
        assertThat(platform.query("adapter", """
                        select count(*) - max(sequence) + min(sequence) - 1 from adapter.ib_l1_quotes group by connection
                        """)).isEqualTo("0");
    }

    @Test
    @Order(2)
    void consoleShowsTheMarketAndStopsTrading() throws IOException, InterruptedException {
        Browser chromium = needBrowser();
        Page trader = login(chromium, "trader");
        assertThat(tradingState(trader)).hasAttribute("data-state", "ACTIVE");
        untilLive(trader);

        String filled = platform.order("SPY", 20).path("clientOrderId").asString();
        assertThat(order(trader, filled)).hasAttribute("data-status", "FILLED");
        Browser.screenshot(trader, "1-active");

        trader.getByTestId("halt").click();
        Browser.screenshot(trader, "2-halt-dialog");
        trader.getByTestId("halt-confirm").click();
        assertThat(tradingState(trader)).hasAttribute("data-state", "HALTED");
        String denied = platform.order("SPY", 30).path("clientOrderId").asString();
        assertThat(order(trader, denied)).hasAttribute("data-status", "DENIED");
        assertThat(order(trader, denied)).containsText("TRADING_HALTED");
        trader.keyboard().press("Escape");
        Browser.screenshot(trader, "3-halted");

        resume(chromium, trader);
        assertThat(tradingState(trader)).hasAttribute("data-state", "ACTIVE");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void consoleSendsABracketAndReducesOneStrategy() throws IOException, InterruptedException {
        Browser chromium = needBrowser();
        Page trader = login(chromium, "trader");
        untilLive(trader);
        trader.getByTestId("new-order").click();
        trader.getByTestId("ticket-symbol").fill("spy");
        trader.getByTestId("ticket-quantity").fill("7");
        trader.getByTestId("ticket-limit").fill("640.00");
        trader.getByTestId("ticket-take-profit").fill("700.00");
        trader.getByTestId("ticket-stop-loss").fill("620.00");
        trader.getByTestId("ticket-preview-button").click();
        assertThat(trader.getByTestId("ticket-preview")).hasAttribute("data-level", "normal");
        assertThat(trader.getByTestId("ticket-preview")).containsText("Initial margin");
        Browser.screenshot(trader, "5-ticket");
        trader.getByTestId("ticket-send").click();
        assertThat(trader.getByTestId("order-answer")).containsText("is handed over");
        Locator working = trader.locator("#order-rows tr[data-status='WORKING']");
        assertThat(working.filter(new Locator.FilterOptions().setHasText("0 / 7")))
                .hasCount(3);

        trader.getByTestId("halt").click();
        trader.locator("#halt-dialog summary").click();
        trader.getByTestId("halt-scope").selectOption("strategy");
        trader.getByTestId("halt-scope-name").fill("manual");
        trader.getByTestId("reduce-confirm").click();
        assertThat(trader.locator("[data-testid=trading-scope][data-scope='strategy:manual']"))
                .hasAttribute("data-state", "REDUCING");
        Browser.screenshot(trader, "6-reducing");
        String denied = platform.order("SPY", 30).path("clientOrderId").asString();
        assertThat(order(trader, denied)).containsText("TRADING_REDUCING");

        platform.cancelAll();
        assertThat(working).hasCount(0);
        resume(chromium, trader, "strategy", "manual");
        assertThat(trader.getByTestId("trading-scope")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Order(4)
    @EnabledIfSystemProperty(named = DESK, matches = "true")
    void limitsOfTwoPeopleHoldAtTheLastHopAndSilenceDenies() throws IOException, InterruptedException {
        RiskOffice office = new RiskOffice(platform);
        office.limitOrdersInSpy("5");
        String tooMany = platform.restingOrder("SPY", 6);
        platform.awaitOrder(tooMany, "DENIED", "ORDER_QUANTITY");
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(platform.get("risk-manager", "/api/v1/limits/breaches"))
                        .asString()
                        .contains(tooMany, "ORDER_QUANTITY 5 of instrument:SPY", "\"value\":\"6\""));
        String resting = platform.restingOrder("SPY", 5);
        platform.awaitOrder(resting, "WORKING", "");

        platform.change(resting, 6);
        platform.awaitOrder(resting, "WORKING", "ORDER_QUANTITY");
        office.limitOrdersInSpy("6");
        platform.change(resting, 6);
        platform.awaitOrder(resting, "WORKING", "\"quantity\":\"?6\\b");

        long silent = platform.pid("risk-manager");
        RunningPlatform.signal(silent, "STOP");
        await().atMost(RECOVERY).until(() -> platform.health("ibkr-adapter", "trading") != 200);
        platform.awaitOrder(platform.restingOrder("SPY", 1), "DENIED", "TRADING_STATE_UNKNOWN");
        platform.cancelAll();
        platform.awaitOrder(resting, "CANCELLED", "");
        RunningPlatform.signal(silent, "CONT");
        untilTradable();
        office.limitOrdersInSpy("1000000");
    }

    /** Children are out when the engine dies; what it has planned goes on, and the broker has every child once. */
    @Test
    @Order(5)
    void algorithmsEndWholeThoughTheEngineIsKilled() throws IOException, InterruptedException, SQLException {
        AlgorithmDesk desk = new AlgorithmDesk(platform);
        desk.storeBars("QQQ");
        desk.act("depth-full", "{}");
        desk.act("depth-halt", "{\"symbol\":\"SPY\"}");
        await().atMost(RECOVERY).until(() -> !desk.hasBook("SPY"));
        String cross = desk.submit(
                "cross", "SPY", 20, window("AT_ONCE", 60, ""), ",\"price\":{\"pricing\":\"CROSS\",\"capTicks\":20}");
        String twap =
                desk.submit("twap", "AAPL", 40, window("TWAP", 12, ",\"slices\":4,\"jitterPercent\":0"), LOTS_OF_TEN);
        String vwap = desk.submit("vwap", "QQQ", 40, window("VWAP", 12, ""), LOTS_OF_TEN);
        String pov = desk.submit("pov", "SPY", 30, window("POV", 12, ",\"percent\":10"), LOTS_OF_TEN);
        String iceberg = desk.submit("iceberg", "IWM", 40, window("ICEBERG", 12, ",\"display\":10"), "");
        await().atMost(RECOVERY)
                .untilAsserted(() ->
                        assertThat(desk.parent(cross).path("remark").asString()).contains("book"));
        await().atMost(RECOVERY)
                .until(() -> desk.parent(twap).path("children").size() > 0
                        && desk.parent(iceberg).path("children").size() > 0);

        desk.endAction("depth-full");
        killEngine();

        for (String parent : List.of(twap, vwap, pov, iceberg, cross)) {
            desk.untilState(parent, "FILLED");
        }
        desk.isWhole(twap, 40, 10);
        desk.isWhole(vwap, 40, 10);
        desk.isWhole(pov, 30, 10);
        desk.isWhole(iceberg, 40, 10);
        desk.isWhole(cross, 20, 20);
        String run = desk.rebalance("{\"symbol\":\"MSFT\",\"quantity\":10},{\"symbol\":\"GOOG\",\"quantity\":5}");
        await().atMost(RECOVERY)
                .until(() -> desk.rebalancing(run).path("state").asString().equals("DONE"));
        assertThat(platform.query(
                        "execution", "select sum(quantity) from execution.positions where symbol in ('MSFT', 'GOOG')"))
                .isEqualTo("15");
    }

    /** The entry is cancelled as the engine dies, the target fills while the link to the broker is cut. */
    @Test
    @Order(6)
    void bracketFollowsItsPositionThroughAKillAndACutLink() throws IOException, InterruptedException, SQLException {
        AlgorithmDesk desk = new AlgorithmDesk(platform);
        BigDecimal bid = desk.last("META").setScale(0, RoundingMode.DOWN);
        BigDecimal entry = bid.subtract(BigDecimal.TEN);
        String id = desk.bracket("META", 30, entry, entry.subtract(BigDecimal.ONE), bid.add(BigDecimal.TEN));
        String resting = desk.submit("cascade", "AMZN", 20, window("AT_ONCE", 60, ""), resting(desk.last("AMZN")));
        await().atMost(RECOVERY)
                .until(() -> desk.leg(id, "ENTRY").path("status").asString().equals("WORKING")
                        && desk.leg(id, "TARGET").path("status").asString().equals("WORKING"));

        desk.fill(desk.leg(id, "ENTRY"), 10, entry);
        await().atMost(RECOVERY)
                .until(() -> desk.showBracket(id).path("position").asString().equals("10"));
        desk.cancel(resting);
        desk.cancel(id);
        killEngine();

        await().atMost(RECOVERY).untilAsserted(() -> {
            assertThat(desk.leg(id, "STOP").path("order").path("quantity").asString())
                    .isEqualTo("10");
            assertThat(desk.leg(id, "TARGET").path("order").path("quantity").asString())
                    .isEqualTo("10");
            assertThat(desk.leg(id, "TARGET").path("status").asString()).isEqualTo("WORKING");
            assertThat(desk.showBracket(id).path("protectedQuantity").asString())
                    .isEqualTo("10");
        });
        JsonNode target = desk.leg(id, "TARGET");
        desk.act("drop", "{\"client\":1}");
        desk.fill(target, 10, bid.add(BigDecimal.TEN));
        desk.untilState(id, "FILLED");
        assertThat(desk.leg(id, "STOP").path("status").asString()).isEqualTo("CANCELLED");
        assertThat(desk.showBracket(id).path("position").asString()).isEqualTo("0");
        desk.untilState(resting, "CANCELLED");
    }

    private static String resting(BigDecimal bid) {
        return ",\"price\":{\"pricing\":\"LIMIT\",\"limitPrice\":%s},\"lot\":{\"largest\":5}"
                .formatted(bid.multiply(new BigDecimal("0.97")).setScale(2, RoundingMode.DOWN));
    }

    @Test
    @Order(7)
    void pageSaysThatTheGatewayIsGoneAndThatItIsBack() throws IOException {
        Browser chromium = needBrowser();
        Page trader = login(chromium, "trader");
        Locator session = trader.locator("#session-rows tr[data-client-id='1']");
        assertThat(session).hasAttribute("data-state", "READY");

        RunningPlatform.kill(platform.pid("gateway-simulator"));

        assertThat(session).not().hasAttribute("data-state", "READY");
        Browser.screenshot(trader, "7-gateway-gone");
        assertThat(session).hasAttribute("data-state", "READY");
        Locator bidSize = trader.locator("#quote-rows tr[data-symbol='SPY'] [data-field='bid-size']");
        assertThat(bidSize).not().hasText(bidSize.innerText());
        Browser.screenshot(trader, "8-gateway-back");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Order(8)
    void killedServiceIsStartedAgain() throws IOException {
        long killed = platform.pid("risk-manager");

        RunningPlatform.kill(killed);

        await().atMost(RECOVERY)
                .until(() -> platform.isReady("risk-manager") && platform.pid("risk-manager") != killed);
        assertThat(RunningPlatform.said()).contains("risk-manager       ended (signal 9), starting again in 2 s");
        untilTradable();
    }

    @Test
    @Order(9)
    void ordersFillAgainAfterBothServersDied() throws IOException, CheckFailedException {
        long redis = platform.pid("redis");
        long postgres = platform.pid("postgresql");

        RunningPlatform.kill(redis);
        RunningPlatform.kill(postgres);
        await().atMost(RECOVERY)
                .until(() -> platform.isReady("redis")
                        && platform.isReady("postgresql")
                        && platform.pid("redis") != redis
                        && platform.pid("postgresql") != postgres);

        untilTradable();
        Map<String, Object> report = new PathCheck(platform.target("SPY")).run();
        assertThat(String.valueOf(report.get("order"))).contains("status=FILLED");
    }

    @Test
    @Order(10)
    void killedLauncherLeavesNothingBehind() {
        List<Long> children = platform.pids();
        assertThat(children).hasSize(8).allMatch(RunningPlatform::isAlive);

        platform.killLauncher();

        await().atMost(Duration.ofSeconds(15)).until(() -> children.stream().noneMatch(RunningPlatform::isAlive));
    }

    private static void killEngine() {
        long killed = platform.pid("execution-engine");
        RunningPlatform.kill(killed);
        await().atMost(RECOVERY)
                .until(() -> platform.isReady("execution-engine") && platform.pid("execution-engine") != killed);
    }

    private static void untilTradable() {
        await().atMost(RECOVERY).until(() -> platform.health("ibkr-adapter", "trading") == 200);
    }

    private static Browser needBrowser() {
        assumeThat(browser)
                .as("no Chromium on this machine: install the package chromium")
                .isNotNull();
        return Objects.requireNonNull(browser);
    }

    private static Page login(Browser chromium, String user) throws IOException {
        Page page = chromium.page();
        page.navigate(platform.url("ops-console"));
        page.getByTestId("login-username").fill(user);
        page.getByTestId("login-password").fill(platform.secret("console." + user));
        page.getByTestId("login-submit").click();
        assertThat(page.getByTestId("trading-state")).isVisible();
        return page;
    }

    /** Before that a click may find nothing that listens to it. */
    private static void untilLive(Page page) {
        Locator bidSize = page.locator("#quote-rows tr[data-symbol='SPY'] [data-field='bid-size']");
        assertThat(bidSize).not().hasText(bidSize.innerText());
    }

    private static void resume(Browser chromium, Page trader) throws IOException {
        resume(chromium, trader, "firm", "");
        assertThat(tradingState(trader)).hasAttribute("data-state", "ACTIVE");
    }

    private static void resume(Browser chromium, Page trader, String scope, String name) throws IOException {
        Page officer = login(chromium, "officer");
        trader.getByTestId("resume").click();
        trader.locator("#resume-dialog summary").click();
        trader.getByTestId("resume-scope").selectOption(scope);
        trader.getByTestId("resume-scope-name").fill(name);
        trader.getByTestId("resume-reason").fill("the test is over");
        trader.getByTestId("resume-request").click();
        officer.getByTestId("approve-sentence").fill("seen and agreed");
        Browser.screenshot(officer, "4-approval");
        officer.getByTestId("approve").click();
        trader.keyboard().press("Escape");
    }

    private static Locator tradingState(Page page) {
        return page.getByTestId("trading-state");
    }

    private static Locator order(Page page, String clientOrderId) {
        return page.locator("#order-rows tr[data-client-order-id='" + clientOrderId + "']");
    }
}
