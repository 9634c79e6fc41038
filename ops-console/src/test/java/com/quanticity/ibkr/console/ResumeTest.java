package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Resuming by two people. */
@NullUnmarked
class ResumeTest extends RunsConsole {

    @Test
    void resumesByTwoPeopleAndRefusesOne() {
        publishRisk(TradingState.HALTED, "trader");
        Object before = lastCommandIfAny();
        try (Browser trader = Browser.of(port, "trader").live();
                Browser officer = Browser.of(port, "officer").live();
                Browser mate = Browser.of(port, "mate")) {
            assertThat(trader.command("/commands/resume", Map.of("reason", " ")).statusCode())
                    .isEqualTo(409);
            assertThat(trader.command("/commands/resume", Map.of("reason", "feed is back"))
                            .statusCode())
                    .isEqualTo(200);
            String request = requestId(officer.awaitChange("asks to resume trading", "feed is back"));
            assertThat(officer.command("/commands/resume", Map.of("reason", "me too"))
                            .body())
                    .contains("has asked already");

            String approve = "/commands/resume/" + request + "/approve";
            assertThat(trader.command(approve, Map.of("sentence", "yes")).body())
                    .contains("two people");
            assertThat(mate.command(approve, Map.of("sentence", "yes")).body()).contains("risk officer or admin");
            assertThat(officer.command(approve, Map.of("sentence", "")).body()).contains("one sentence");
            assertThat(lastCommandIfAny()).isEqualTo(before);

            assertThat(officer.command(approve, Map.of("sentence", "checked")).statusCode())
                    .isEqualTo(200);

            OpsCommand.Resume resume = (OpsCommand.Resume) lastCommand();
            assertThat(resume.requestedBy()).isEqualTo("trader");
            assertThat(resume.approvedBy()).isEqualTo("officer");
            assertThat(resume.reason()).isEqualTo("feed is back");
            assertThat(officer.command(approve, Map.of("sentence", "again")).statusCode())
                    .isEqualTo(409);
            publishRisk(TradingState.ACTIVE, "trader and officer");
            trader.awaitChange("ACTIVE after");
            assertThat(approvalStatus(request)).isEqualTo("APPROVED");
        }
        awaitAudit("officer", "RESUME_APPROVE", "DONE", 1);
        awaitAudit("mate", "RESUME_APPROVE", "REFUSED", 1);
    }

    @Test
    void letsTheSecondPersonRefuseAndTheFirstWithdraw() {
        publishRisk(TradingState.HALTED, "trader");
        try (Browser trader = Browser.of(port, "trader").live();
                Browser officer = Browser.of(port, "officer").live()) {
            trader.command("/commands/resume", Map.of("reason", "first"));
            String first = requestId(officer.awaitChange("asks to resume trading", "first"));
            officer.command("/commands/resume/" + first + "/refuse", Map.of("sentence", "not yet"));
            assertThat(approvalStatus(first)).isEqualTo("REFUSED");

            trader.command("/commands/resume", Map.of("reason", "second"));
            String second = requestId(officer.awaitChange("asks to resume trading", "second"));
            trader.command("/commands/resume/" + second + "/refuse", Map.of("sentence", ""));
            assertThat(approvalStatus(second)).isEqualTo("WITHDRAWN");
        }
    }

    @Test
    void refusesToResumeWhatIsActive() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser trader = Browser.of(port, "trader")) {
            assertThat(trader.command("/commands/resume", Map.of("reason", "why not"))
                            .body())
                    .contains("ACTIVE already");
        }
    }

    private static String requestId(String change) {
        Matcher matcher =
                Pattern.compile("data-request-id=\\\\\"([0-9A-Z]{26})").matcher(change);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private String approvalStatus(String id) {
        return database.sql("select status from console.approvals where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private Object lastCommandIfAny() {
        return bus.last(Topics.OPS_COMMAND).<Object>map(Envelope::data).orElse("none");
    }
}
