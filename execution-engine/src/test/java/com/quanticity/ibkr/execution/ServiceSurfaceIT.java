package com.quanticity.ibkr.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Topics;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and other services see of this one. */
@ExtendWith(SharedEngine.class)
class ServiceSurfaceIT {

    private final RunningEngine engine;
    private final PlayedAdapter adapter;

    ServiceSurfaceIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders", "/api/v1/positions", "/api/v1/fills"})
    void asksForTheToken(String path) {
        assertThat(engine.getWithoutToken(path).status()).isEqualTo(401);
        assertThat(engine.get(path).status()).isEqualTo(200);
    }

    @Test
    void showsTheTradingStateInItsOwnHealthGroup() {
        says(TradingState.ACTIVE, Instant.now());
        await().until(() -> trading().status() == 200);

        says(TradingState.HALTED, Instant.now());
        await().until(() -> trading().text("status").equals("HALTED"));
        assertThat(trading().status()).isEqualTo(503);
        assertThat(engine.getWithoutToken("/actuator/health").status()).isEqualTo(200);
        assertThat(engine.getWithoutToken("/actuator/health/readiness").status())
                .isEqualTo(200);

        says(TradingState.ACTIVE, Instant.now().minus(RiskState.VALIDITY).minusSeconds(1));
        await().until(() -> trading().text("status").equals("UNKNOWN"));
        assertThat(trading().status()).isEqualTo(503);
    }

    @Test
    void echoesAHaltThatItSees() {
        adapter.publish(Topics.OPS_COMMAND, new OpsCommand.Halt("01M7Y51PZCYYGHPW4JWFYETRT5", "anna", "drill"));

        await().untilAsserted(() -> {
            says(TradingState.HALTED, Instant.now());
            assertThat(adapter.bus().last(Topics.OPS_REPLY))
                    .hasValueSatisfying(
                            reply -> assertThat(reply.data().commandId()).isEqualTo("01M7Y51PZCYYGHPW4JWFYETRT5"));
        });
    }

    @Test
    void describesItsInterface() {
        Answer description = engine.getWithoutToken("/v3/api-docs");

        assertThat(description.json().get("paths").propertyNames())
                .contains(
                        "/api/v1/orders",
                        "/api/v1/orders/{clientOrderId}",
                        "/api/v1/orders/{clientOrderId}/cancel",
                        "/api/v1/orders/groups",
                        "/api/v1/orders/groups/preview",
                        "/api/v1/orders/preview",
                        "/api/v1/parents",
                        "/api/v1/brackets",
                        "/api/v1/brackets/preview",
                        "/api/v1/rebalances",
                        "/api/v1/algorithms",
                        "/api/v1/discrepancies",
                        "/api/v1/statements",
                        "/api/v1/attribution",
                        "/api/v1/fills",
                        "/api/v1/positions");
        assertThat(description.text("components.securitySchemes.bearer.scheme")).isEqualTo("bearer");
        assertThat(description.text("components.schemas.OrderRequest.properties.quantity.type"))
                .isEqualTo("string");
        assertThat(description
                        .json()
                        .at("/paths/~1api~1v1~1orders/post/responses/409/content")
                        .propertyNames())
                .containsExactly("application/problem+json");
        assertThat(description
                        .json()
                        .at("/components/schemas/OrderResource/properties")
                        .propertyNames())
                .contains("clientOrderId", "order", "status", "filledQuantity", "fills");
    }

    @Test
    void countsWhatItDoes() {
        String id = engine.placed("metrics", """
                {"symbol":"SPY","side":"BUY","type":"MARKET","quantity":10}""");
        await().until(() -> adapter.commandsOf(id).size() == 1);

        await().untilAsserted(() -> assertThat(
                        engine.getWithoutToken("/actuator/prometheus").body())
                .contains("execution_orders_open{")
                .contains("execution_outbox_age_seconds{")
                .contains("execution_commands_published_total{"));
    }

    private Answer trading() {
        return engine.getWithoutToken("/actuator/health/trading");
    }

    private void says(TradingState state, Instant at) {
        adapter.publish(Topics.RISK_STATE, new RiskState(state, 1, "anna", "drill", at, at));
    }
}
