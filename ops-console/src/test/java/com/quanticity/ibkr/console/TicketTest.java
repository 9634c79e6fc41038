package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Orders of people, and stopping a part of trading. */
@NullUnmarked
class TicketTest extends RunsConsole {

    private static final Map<String, String> STOP_LIMIT = Map.of(
            "symbol", "spy",
            "side", "BUY",
            "quantity", "100",
            "type", "STOP_LIMIT",
            "stopPrice", "412.00",
            "limitPrice", "412.05",
            "timeInForce", "GOOD_TILL_CANCELLED",
            "outsideRth", "true");

    @Test
    void previewsAnOrderAndSendsWhatWasPreviewedUnderOneKey() {
        publishRisk(TradingState.REDUCING, "officer");
        PEER.preview = """
                {"outcome": "ANSWERED", "code": "", "reason": "", "value": "", "limit": "", "preview": {"marginCurrency": "USD",
                 "initialMargin": {"before": 0, "change": 10300.50, "after": 20601.00}, "commission": 1.25,
                 "commissionCurrency": "USD", "warning": ""}}""";
        try (Browser trader = Browser.of(port, "trader")) {
            String preview =
                    trader.command("/commands/orders/preview", STOP_LIMIT).body();

            assertThat(preview)
                    .contains("BUY 100 SPY STOP_LIMIT 412.05 stop 412.00 GOOD_TILL_CANCELLED outside regular hours")
                    .contains("+10300.50 to 20601.00 USD", "1.25 USD", "only what lowers a position passes");
            assertThat(PEER.tickets.getLast()).contains("\"symbol\":\"SPY\"", "\"stopPrice\":\"412.00\"");

            assertThat(trader.command("/commands/orders", STOP_LIMIT).statusCode())
                    .isEqualTo(409);
            String key = hidden(preview, "key");
            assertThat(trader.command("/commands/orders", with(STOP_LIMIT, "key", key))
                            .body())
                    .contains("is handed over");
            assertThat(PEER.tickets.getLast())
                    .startsWith("/api/v1/orders " + key + " {")
                    .contains("\"type\":\"STOP_LIMIT\"", "\"outsideRth\":true", "\"person\":\"trader\"");
        }
        awaitAudit("trader", "ORDER", "DONE", 1);
    }

    @Test
    void sendsABracketAsAGroupAndNoDeniedOrder() {
        publishRisk(TradingState.ACTIVE, "officer");
        Map<String, String> bracket = Map.of(
                "symbol", "SPY",
                "side", "SELL",
                "quantity", "10",
                "type", "MARKET",
                "takeProfit", "390",
                "stopLoss", "430");
        try (Browser trader = Browser.of(port, "trader");
                Browser viewer = Browser.of(port, "viewer")) {
            PEER.preview = """
                    {"outcome": "DENIED", "code": "ORDER_VALUE", "reason": "too large", "value": "52000", "limit": "50000"}""";
            assertThat(trader.command("/commands/orders/preview", bracket).body())
                    .contains("Denied by our gate: ORDER_VALUE", "value 52000", "limit 50000")
                    .doesNotContain("ticket-send");
            assertThat(PEER.tickets.getLast()).startsWith("/api/v1/orders/groups/preview ");

            PEER.preview = "{\"outcome\": \"UNKNOWN\"}";
            String preview = trader.command("/commands/orders/preview", bracket).body();
            assertThat(preview).contains("take profit at 390", "stop loss at 430", "margin and cost are unknown");
            trader.command("/commands/orders", with(bracket, "key", hidden(preview, "key")));
            assertThat(PEER.tickets.getLast())
                    .startsWith("/api/v1/orders/groups ")
                    .contains("\"kind\":\"BRACKET\"", "\"type\":\"LIMIT\"", "\"stopPrice\":\"430\"");

            assertThat(trader.command("/commands/orders/preview", with(bracket, "quantity", "ten"))
                            .body())
                    .contains("quantity is no number: ten");
            assertThat(viewer.command("/commands/orders/preview", bracket).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void showsBesideEachLegOfABracketWhatItWouldMeet() {
        publishRisk(TradingState.ACTIVE, "officer");
        Map<String, String> bracket = with(with(STOP_LIMIT, "takeProfit", "430"), "stopLoss", "390.005");
        try (Browser trader = Browser.of(port, "trader")) {
            PEER.preview = """
                    {"outcome": "DENIED", "code": "PRICE_OFF_TICK", "reason": "order 3 of 3, SELL STOP: off the tick",
                     "value": "390.005", "limit": "0.01", "orders": [{"outcome": "PASSED"}, {"outcome": "PASSED"},
                     {"outcome": "DENIED", "code": "PRICE_OFF_TICK", "reason": "off the tick", "value": "390.005", "limit": "0.01"}]}""";
            assertThat(trader.command("/commands/orders/preview", bracket).body())
                    .contains("Denied by our gate: PRICE_OFF_TICK", "order 3 of 3, SELL STOP")
                    .containsPattern("with take profit at 430</span>: <span>our gate lets it pass")
                    .containsPattern(
                            "data-level=\"serious\".*with stop loss at 390.005</span>: <span>denied by our gate: "
                                    + "PRICE_OFF_TICK · off the tick · value 390.005 · limit 0.01")
                    .doesNotContain("ticket-send");

            PEER.preview = """
                    {"outcome": "UNKNOWN", "orders": [{"outcome": "UNKNOWN"}, {"outcome": "PASSED"}, {"outcome": "PASSED"}]}""";
            assertThat(trader.command("/commands/orders/preview", bracket).body())
                    .contains("the broker did not answer in time");

            PEER.preview = "{}";
            assertThat(trader.command("/commands/orders/preview", bracket).body())
                    .contains("Nobody answered in time", "not known whether our gate lets it pass");
        }
    }

    @Test
    void reducesAStrategyAndShowsItUntilTwoPeopleResumeIt() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser trader = Browser.of(port, "trader").live();
                Browser officer = Browser.of(port, "officer").live()) {
            assertThat(trader.command("/commands/reduce", Map.of("scope", "strategy", "scopeName", " "))
                            .statusCode())
                    .isEqualTo(409);
            trader.command("/commands/reduce", Map.of("scope", "strategy", "scopeName", "alpha"));
            assertThat(lastCommand())
                    .isInstanceOfSatisfying(
                            OpsCommand.Reduce.class,
                            reduce -> assertThat(reduce.scope()).isEqualTo(RiskScope.strategy("alpha")));

            publishScope(TradingState.REDUCING);
            trader.awaitChange("strategy:alpha REDUCING", "by trader");

            Map<String, String> alpha = Map.of("scope", "strategy", "scopeName", "alpha", "reason", "looked into it");
            publishScope(TradingState.REDUCING);
            assertThat(trader.command("/commands/resume", alpha).statusCode()).isEqualTo(200);
            String asked = officer.awaitChange("asks to resume trading", "of strategy:alpha");
            publishScope(TradingState.REDUCING);
            officer.command(
                    "/commands/resume/" + attribute(asked, "data-request-id") + "/approve",
                    Map.of("sentence", "agreed"));
            assertThat(lastCommand())
                    .isInstanceOfSatisfying(
                            OpsCommand.Resume.class,
                            resume -> assertThat(resume.scope()).isEqualTo(RiskScope.strategy("alpha")));
        }
        awaitAudit("trader", "REDUCE", "DONE", 1);
    }

    private void publishScope(TradingState state) {
        Instant now = Instant.now();
        RiskState before = bus.last(Topics.RISK_STATE).orElseThrow().data();
        bus.publish(
                Topics.RISK_STATE,
                "",
                new RiskState(
                        before.state(),
                        before.version() + 1,
                        before.by(),
                        before.reason(),
                        before.since(),
                        now,
                        List.of(new ScopedState(RiskScope.strategy("alpha"), state, "trader", "odd fills", now))));
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }

    private static String hidden(String html, String field) {
        return find(html, "name=\"" + field + "\" value=\"([^\"]+)\"");
    }

    private static String attribute(String change, String name) {
        return find(change, name + "=\\\\?\"([0-9A-Z]{26})");
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
