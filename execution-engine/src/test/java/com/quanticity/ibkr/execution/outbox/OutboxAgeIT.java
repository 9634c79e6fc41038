package com.quanticity.ibkr.execution.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.model.stream.StreamName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;

@ExtendWith(SharedEngine.class)
class OutboxAgeIT {

    /** A stream that the engine has no publisher for: what waits there waits. */
    private static final StreamName STREAM = StreamName.OPS_REPLY;

    private final RunningEngine engine;

    OutboxAgeIT(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    void isUnknownThenUpThenDownWhenAMessageDoesNotLeave() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Clock later = Clock.offset(Clock.systemUTC(), OutboxAge.LONGEST.plus(Duration.ofSeconds(1)));
        OutboxAge age = new OutboxAge(engine.bean(OutboxStore.class), List.of(STREAM), later, meters);
        assertThat(age.health().getStatus()).isEqualTo(Status.UNKNOWN);

        age.refresh();
        assertThat(age.health().getStatus()).isEqualTo(Status.UP);

        engine.jdbc().sql("""
                insert into execution.outbox (message_id, stream, message_key, type, version, data, created_at, state)
                values ('stuck', 'ops.reply', '', '', 1, '', now(), 'WAITING')""").update();
        age.refresh();
        assertThat(age.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(meters.get("execution_outbox_age_seconds").gauge().value())
                .isGreaterThan((double) OutboxAge.LONGEST.toSeconds());
    }
}
