package com.quanticity.ibkr.risk.halt;

import static com.quanticity.ibkr.model.risk.TradingState.HALTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.ops.OpsCommand.Resume;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeRuleTest {

    private static final Instant HALTED_AT = Instant.parse("2026-03-02T14:30:00Z");
    private static final TradingChange HALT = new TradingChange(HALTED, 2, "carol", "loss", HALTED_AT, "C1");
    private static final Instant NOW = HALTED_AT.plusSeconds(30);

    private final ResumeRule rule = new ResumeRule(Duration.ofMinutes(1));

    @Test
    void twoPeopleMayResume() {
        assertThat(rule.objection(resume("alice", "bob"), NOW, HALT, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"alice,ALICE", "alice,' alice '", "alice,''", "' ',bob"})
    void onePersonMayNotResume(String requestedBy, String approvedBy) {
        assertThat(rule.objection(resume(requestedBy, approvedBy), NOW, HALT, NOW))
                .hasValueSatisfying(why -> assertThat(why).endsWith("let a second person approve it"));
    }

    @Test
    void oldApprovalDoesNotHold() {
        assertThat(rule.objection(resume("alice", "bob"), NOW, HALT, NOW.plusSeconds(61)))
                .hasValueSatisfying(why -> assertThat(why).contains("longer ago than 60 s"));
    }

    @Test
    void approvalOfAnEarlierHaltDoesNotHold() {
        assertThat(rule.objection(resume("alice", "bob"), HALTED_AT.minusMillis(1), HALT, NOW))
                .hasValueSatisfying(why -> assertThat(why).startsWith("approved before the present halt by carol"));
    }

    private static Resume resume(String requestedBy, String approvedBy) {
        return new Resume("C2", requestedBy, approvedBy, "calm again");
    }
}
