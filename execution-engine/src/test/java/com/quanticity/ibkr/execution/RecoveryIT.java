package com.quanticity.ibkr.execution;

import static com.quanticity.ibkr.execution.PlayedAdapter.accepted;
import static com.quanticity.ibkr.execution.PlayedAdapter.commission;
import static com.quanticity.ibkr.execution.PlayedAdapter.executed;
import static com.quanticity.ibkr.execution.PlayedAdapter.working;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.test.RealPostgres;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service or its database stops in the middle: nothing is lost, nothing counts twice. */
class RecoveryIT {

    private static final String BODY = """
            {"symbol":"SPY","side":"BUY","type":"MARKET","quantity":10}""";

    private final RunningEngine engine = RunningEngine.start("spring.datasource.hikari.connection-timeout=1000");
    private final PlayedAdapter adapter = new PlayedAdapter(engine.prefix());

    @AfterEach
    void stop() {
        RealPostgres.start();
        adapter.close();
        engine.close();
    }

    @Test
    void goesOnWithTheSamePlanOfAParentAfterARestart() {
        adapter.showsMarket("SPY", "167.10", "167.12");
        String id = engine.post(
                        "/api/v1/parents", "plan", """
                        {"symbol":"SPY","side":"BUY","quantity":20,"person":"ada","strategy":"restarted",
                         "plan":{"kind":"TWAP","end":"%s","slices":2,"jitterPercent":0,"endRule":"COMPLETE"},"lot":{"largest":10}}""".formatted(Instant.now().plusSeconds(4)))
                .text("parentOrderId");
        await().until(() -> slicesWhileTheMarketIsLive() == 1);
        fillSlice(0);

        engine.stop();
        engine.startAgain();

        // Also when the restart takes longer than the window: what is left goes out once nothing is out.
        await().until(() -> slicesWhileTheMarketIsLive() == 2);
        fillSlice(1);
        await().until(() -> engine.get("/api/v1/parents/" + id).text("state").equals("FILLED"));
        assertThat(slices()).hasSize(2);
    }

    private void fillSlice(int number) {
        String child = slices().get(number).clientOrderId().value();
        adapter.says(accepted(child, 41 + number));
        adapter.says(executed(child, 41 + number, "plan." + number + ".01", Side.BUY, "10", "167"));
    }

    /** What is not told again is not believed for long. */
    private int slicesWhileTheMarketIsLive() {
        adapter.showsMarket("SPY", "167.10", "167.12");
        return slices().size();
    }

    private List<OrderCommand.Submit> slices() {
        return adapter.commands().stream()
                .filter(OrderCommand.Submit.class::isInstance)
                .map(OrderCommand.Submit.class::cast)
                .toList();
    }

    @Test
    void takesUpAfterARestartWhatHappenedMeanwhile() {
        String id = engine.placed("restart", BODY);
        adapter.says(accepted(id, 21));
        adapter.says(executed(id, 21, "restart.1.01", Side.BUY, "4", "167"));
        await().until(() -> engine.statusOf(id).equals("PARTIALLY_FILLED"));

        engine.stop();
        adapter.says(executed(id, 21, "restart.1.01", Side.BUY, "4", "167"));
        adapter.says(executed(id, 21, "restart.2.01", Side.BUY, "6", "168"));
        adapter.says(commission(id, "restart.2.01", "1"));
        engine.startAgain();

        await().until(() -> engine.order(id).text("commission").equals("1"));
        assertThat(engine.statusOf(id)).isEqualTo("FILLED");
        assertThat(engine.get("/api/v1/positions").text("positions.0.quantity")).isEqualTo("10");
        Answer repeated = engine.place("restart", BODY);
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.text("clientOrderId")).isEqualTo(id);
        assertThat(adapter.commandsOf(id)).hasSize(1);
    }

    @Test
    void waitsForItsDatabaseAndLosesNoFact() {
        String id = engine.placed("outage", BODY);
        await().until(() -> adapter.commandsOf(id).size() == 1);

        RealPostgres.stop();
        Answer refused = engine.place("during-outage", BODY);
        adapter.says(accepted(id, 22));
        adapter.says(working(id, 22));
        adapter.says(executed(id, 22, "outage.1.01", Side.BUY, "10", "167"));
        RealPostgres.start();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("code")).isEqualTo("DATABASE_UNAVAILABLE");
        await().until(() -> engine.statusOf(id).equals("FILLED"));
        assertThat(engine.place("during-outage", BODY).status()).isEqualTo(201);
    }
}
