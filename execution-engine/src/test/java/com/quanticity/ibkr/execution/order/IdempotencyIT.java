package com.quanticity.ibkr.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One key, one order. */
@ExtendWith(SharedEngine.class)
class IdempotencyIT {

    private static final String BODY = """
            {"symbol":"QQQ","side":"BUY","type":"LIMIT","quantity":"1.50","limitPrice":"79.10"}""";

    private final RunningEngine engine;
    private final PlayedAdapter adapter;

    IdempotencyIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @Test
    void answersARepetitionWithTheSameOrder() {
        Answer first = engine.place("repeat", BODY);
        Answer second = engine.place("repeat", """
                {"limitPrice":79.1,"quantity":1.5,"type":"LIMIT","side":"BUY","symbol":"QQQ","timeInForce":"DAY"}""");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("clientOrderId")).isEqualTo(first.text("clientOrderId"));
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void refusesTheKeyForOtherTerms() {
        String id = engine.placed("other-terms", BODY);

        Answer other = engine.place("other-terms", BODY.replace("1.50", "1.51"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("IDEMPOTENCY_KEY_TAKEN");
        assertThat(other.text("clientOrderId")).isEqualTo(id);
        assertThat(engine.order(id).text("order.quantity")).isEqualTo("1.50");
    }

    @Test
    void makesOneOrderOfTwentyRequestsAtOnce() throws Exception {
        List<Answer> answers = atOnce(20, () -> engine.place("twenty", BODY));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.text("clientOrderId")).distinct())
                .hasSize(1);
        String id = answers.getFirst().text("clientOrderId");
        await().until(() -> !adapter.commandsOf(id).isEmpty());
        assertThat(adapter.commandsOf(id)).hasSize(1);
    }

    private static List<Answer> atOnce(int times, Callable<Answer> request) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> requests =
                    IntStream.range(0, times).mapToObj(_ -> request).toList();
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }
}
