package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Halting, with everything there and with a part of it away. */
@NullUnmarked
class HaltTest extends RunsConsole {

    @Test
    void haltsAndTracksUntilEveryServiceHasEchoed() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser trader = Browser.of(port, "trader").live()) {
            HttpResponse<String> answer = trader.command("/commands/halt", Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            OpsCommand.Halt halt = (OpsCommand.Halt) lastCommand();
            assertThat(halt.by()).isEqualTo("trader");
            trader.awaitChange(halt.commandId(), "HALTED not seen yet", "waiting for risk-manager");

            HttpResponse<String> again = trader.command("/commands/halt", Map.of());
            assertThat(again.body()).contains("Joined the halt");
            assertThat(lastCommand().commandId()).isEqualTo(halt.commandId());

            publishRisk(TradingState.HALTED, "trader");
            reply(halt.commandId(), "risk-manager");
            reply(halt.commandId(), "ibkr-adapter");
            trader.awaitChange("HALTED after", "waiting for execution-engine");
            reply(halt.commandId(), "execution-engine");
            trader.awaitChange("confirmed by every service");

            trader.command("/commands/halt/" + halt.commandId() + "/reason", Map.of("reason", "bad feed"));
        }
        awaitAudit("trader", "HALT", "CONFIRMED", 1);
        awaitAudit("trader", "HALT", "JOINED", 1);
        awaitAudit("trader", "HALT_REASON", "DONE", 1);
    }

    @Test
    void haltsWithoutADatabaseAndRecordsItAfterwards() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser officer = Browser.of(port, "officer")) {
            RealPostgres.stop();

            assertThat(officer.command("/commands/halt", Map.of()).statusCode()).isEqualTo(200);

            assertThat(((OpsCommand.Halt) lastCommand()).by()).isEqualTo("officer");
            RealPostgres.start();
        }
        awaitAudit("officer", "HALT", "DONE", 1);
    }

    @Test
    void saysSoWhenRedisIsAwayAndAsksTheRiskManagerDirectly() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser mate = Browser.of(port, "mate").live()) {
            RealRedis.stop();

            HttpResponse<String> answer = mate.command("/commands/halt", Map.of());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains(
                            "Redis did not confirm the halt",
                            "risk-manager, asked directly, has halted",
                            "Global cancel from TWS");
            assertThat(PEER.halts).last().asString().contains("\"by\":\"mate\"");
            mate.awaitChange("Redis does not answer");

            RealRedis.start();
            mate.await(event -> event.name().equals("change")
                    && event.data().contains("bus-banner")
                    && !event.data().contains("Redis does not answer"));

            assertThat(mate.command("/commands/halt", Map.of()).statusCode()).isEqualTo(200);
            assertThat(((OpsCommand.Halt) lastCommand()).by()).isEqualTo("mate");
        }
        awaitAudit("mate", "HALT", "UNCERTAIN", 1);
    }

    private void reply(String commandId, String component) {
        bus.publish(Topics.OPS_REPLY, "", Facts.done(commandId, component, Instant.now()));
    }
}
