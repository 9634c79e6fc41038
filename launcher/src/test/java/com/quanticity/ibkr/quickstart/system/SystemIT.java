package com.quanticity.ibkr.quickstart.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.quanticity.ibkr.quickstart.check.CheckFailedException;
import com.quanticity.ibkr.quickstart.check.PathCheck;
import java.io.IOException;
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

/** One platform for all tests, because starting it takes longest; in this order, because the last one kills it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemIT {

    private static final Duration RECOVERY = Duration.ofSeconds(90);

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
        Locator bidSize = trader.locator("#quote-rows tr[data-symbol='SPY'] [data-field='bid-size']");
        assertThat(bidSize).not().hasText(bidSize.innerText());

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
    void pageSaysThatTheGatewayIsGoneAndThatItIsBack() throws IOException {
        Browser chromium = needBrowser();
        Page trader = login(chromium, "trader");
        Locator session = trader.locator("#session-rows tr[data-client-id='1']");
        assertThat(session).hasAttribute("data-state", "READY");

        RunningPlatform.kill(platform.pid("gateway-simulator"));

        assertThat(session).not().hasAttribute("data-state", "READY");
        Browser.screenshot(trader, "5-gateway-gone");
        assertThat(session).hasAttribute("data-state", "READY");
        Locator bidSize = trader.locator("#quote-rows tr[data-symbol='SPY'] [data-field='bid-size']");
        assertThat(bidSize).not().hasText(bidSize.innerText());
        Browser.screenshot(trader, "6-gateway-back");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Order(4)
    void killedServiceIsStartedAgain() throws IOException {
        long killed = platform.pid("risk-manager");

        RunningPlatform.kill(killed);

        await().atMost(RECOVERY)
                .until(() -> platform.isReady("risk-manager") && platform.pid("risk-manager") != killed);
        assertThat(RunningPlatform.said()).contains("risk-manager       ended (signal 9), starting again in 2 s");
        untilTradable();
    }

    @Test
    @Order(5)
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
    @Order(6)
    void killedLauncherLeavesNothingBehind() {
        List<Long> children = platform.pids();
        assertThat(children).hasSize(8).allMatch(RunningPlatform::isAlive);

        platform.killLauncher();

        await().atMost(Duration.ofSeconds(15)).until(() -> children.stream().noneMatch(RunningPlatform::isAlive));
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

    private static void resume(Browser chromium, Page trader) throws IOException {
        Page officer = login(chromium, "officer");
        trader.getByTestId("resume").click();
        trader.getByTestId("resume-reason").fill("the test is over");
        trader.getByTestId("resume-request").click();
        officer.getByTestId("approve-sentence").fill("seen and agreed");
        Browser.screenshot(officer, "4-approval");
        officer.getByTestId("approve").click();
        assertThat(tradingState(officer)).hasAttribute("data-state", "ACTIVE");
        trader.keyboard().press("Escape");
    }

    private static Locator tradingState(Page page) {
        return page.getByTestId("trading-state");
    }

    private static Locator order(Page page, String clientOrderId) {
        return page.locator("#order-rows tr[data-client-order-id='" + clientOrderId + "']");
    }
}
