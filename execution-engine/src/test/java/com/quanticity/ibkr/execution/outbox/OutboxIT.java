package com.quanticity.ibkr.execution.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.test.RealRedis;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Redis goes away, the service dies in the middle: what was stored goes out once, or not at all and says so. */
class OutboxIT {

    private static final String BODY = """
            {"symbol":"SPY","side":"BUY","type":"LIMIT","quantity":10,"limitPrice":166}""";

    private static final String BRACKET = """
            {"kind":"BRACKET","orders":[
              {"symbol":"SPY","side":"BUY","type":"LIMIT","quantity":10,"limitPrice":166},
              {"symbol":"SPY","side":"SELL","type":"LIMIT","quantity":10,"limitPrice":170}]}""";

    /** Shorter than the five seconds of the live service, for a quicker test; longer than the second that a read may block. */
    private static final String TIMEOUT = "spring.data.redis.timeout=2s";

    /** A tenth of the live service's, and with it the pauses after failures. */
    private static final String POLL = "ibkr.execution.outbox-poll=50ms";

    private @Nullable RunningEngine running;

    @AfterEach
    void stop() {
        RealRedis.start();
        if (running != null) {
            running.close();
        }
    }

    @Test
    void handsOverAfterAnOutageInOrderAndOnce() {
        RunningEngine engine = start();
        RealRedis.stop();
        List<String> ids = List.of(
                engine.placed("outage-1", BODY), engine.placed("outage-2", BODY), engine.placed("outage-3", BODY));
        assertThat(ids).allMatch(id -> engine.statusOf(id).equals("STORED"));

        RealRedis.start();

        try (PlayedAdapter adapter = new PlayedAdapter(engine.prefix())) {
            await().until(() -> adapter.commands().size() >= 3);
            await().until(() -> unsent(engine) == 0);
            assertThat(adapter.commands()).extracting(command -> command.key()).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void deniesWhatCouldNotBeHandedOverInTime() {
        RunningEngine engine = start("ibkr.execution.command-max-age=4s");
        RealRedis.stop();
        String tried = engine.placed("late-1", BODY);
        awaitAttempt(engine, tried);
        String neverTried = engine.placed("late-2", BODY);

        await().until(() -> engine.statusOf(neverTried).equals("DENIED"));
        assertThat(engine.order(neverTried).text("reasonCode")).isEqualTo("COMMAND_EXPIRED");
        assertThat(engine.statusOf(tried)).as("not certain while Redis is away").isEqualTo("STORED");

        RealRedis.start();
        await().until(() -> engine.statusOf(tried).equals("DENIED"));
        assertNothingWasSent(engine);
    }

    @Test
    void neverSendsWhatWasCancelledWhileItWaited() {
        RunningEngine engine = start();
        RealRedis.stop();
        String tried = engine.placed("withdrawn-1", BODY);
        awaitAttempt(engine, tried);
        String neverTried = engine.placed("withdrawn-2", BODY);

        Answer cancelled = engine.delete("/api/v1/orders/" + neverTried);
        engine.delete("/api/v1/orders/" + tried);

        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        RealRedis.start();
        await().until(() -> engine.statusOf(tried).equals("CANCELLED"));
        assertNothingWasSent(engine);
    }

    @Test
    void anEntryThatIsCancelledWhileItWaitsTakesItsLegsWithItAndALegDoesNot() {
        RunningEngine engine = start();
        RealRedis.stop();
        awaitAttempt(engine, engine.placed("first", BODY));
        Answer bracket = engine.send("POST", "/api/v1/orders/groups", "entry-cancelled", BRACKET);
        Answer other = engine.send("POST", "/api/v1/orders/groups", "leg-cancelled", BRACKET);

        engine.delete("/api/v1/orders/" + bracket.text("orders.0.clientOrderId"));
        engine.delete("/api/v1/orders/" + other.text("orders.1.clientOrderId"));

        for (String leg : List.of("orders.0.clientOrderId", "orders.1.clientOrderId")) {
            assertThat(engine.statusOf(bracket.text(leg))).isEqualTo("CANCELLED");
            assertThat(engine.statusOf(other.text(leg))).isEqualTo("STORED");
        }
        RealRedis.start();
        try (PlayedAdapter adapter = new PlayedAdapter(engine.prefix())) {
            await().until(() -> adapter.commands().size() >= 3);
            await().until(() -> unsent(engine) == 0);
            assertThat(adapter.commands())
                    .extracting(command -> command.getClass().getSimpleName())
                    .containsExactly("Submit", "SubmitGroup", "Cancel");
        }
    }

    @Test
    void recognisesAfterACrashWhatHadArrived() {
        RunningEngine engine = start();
        try (PlayedAdapter adapter = new PlayedAdapter(engine.prefix())) {
            String id = engine.placed("arrived", BODY);
            await().until(() -> unsent(engine) == 0);
            engine.stop();
            leaveUncertain(engine, id);

            engine.startAgain();

            await().until(() -> unsent(engine) == 0);
            assertThat(adapter.commandsOf(id)).hasSize(1);
        }
    }

    @Test
    void publishesAfterACrashWhatHadNotArrivedUnderTheSameId() {
        RunningEngine engine = start();
        String id = engine.placed("lost", BODY);
        await().until(() -> unsent(engine) == 0);
        String messageId = messageId(engine, id);
        engine.stop();
        leaveUncertain(engine, id);
        RealRedis.flush();

        engine.startAgain();

        try (PlayedAdapter adapter = new PlayedAdapter(engine.prefix())) {
            await().until(() -> !adapter.commandMessages().isEmpty());
            assertThat(adapter.commandMessages()).extracting(Envelope::id).containsExactly(messageId);
            assertThat(adapter.commands().getFirst()).isInstanceOf(OrderCommand.Submit.class);
        }
    }

    private RunningEngine start(String... settings) {
        String[] all =
                Stream.concat(Stream.of(TIMEOUT, POLL), Stream.of(settings)).toArray(String[]::new);
        RunningEngine engine = RunningEngine.start(all);
        running = engine;
        return engine;
    }

    private static void assertNothingWasSent(RunningEngine engine) {
        try (PlayedAdapter adapter = new PlayedAdapter(engine.prefix())) {
            await().until(() -> !adapter.events().isEmpty());
            assertThat(adapter.commands()).isEmpty();
        }
    }

    private static void awaitAttempt(RunningEngine engine, String id) {
        await().until(() -> engine.jdbc()
                .sql("""
                        select count(*) from execution.outbox
                        where message_key = :id and stream = 'order.command' and state = 'ATTEMPTED'""")
                .param("id", id)
                .query(Long.class)
                .single()
                .equals(1L));
    }

    private static long unsent(RunningEngine engine) {
        return engine.jdbc()
                .sql("select count(*) from execution.outbox where state in ('WAITING', 'ATTEMPTED')")
                .query(Long.class)
                .single();
    }

    private static String messageId(RunningEngine engine, String id) {
        return engine.jdbc()
                .sql("select message_id from execution.outbox where message_key = :id and stream = 'order.command'")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .single();
    }

    /** As after a crash between the publication and its confirmation. */
    private static void leaveUncertain(RunningEngine engine, String id) {
        engine.jdbc().sql("""
                        update execution.outbox set state = 'ATTEMPTED', ended_at = null
                        where message_key = :id and stream = 'order.command'""").param("id", id).update();
    }
}
