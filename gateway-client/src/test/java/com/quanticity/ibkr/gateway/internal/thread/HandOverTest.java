package com.quanticity.ibkr.gateway.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandOverTest {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final HandOver handOver = new HandOver("consumer", 10, batch -> {}, this::onFailure);
    private boolean failsTwice;

    private void onFailure(Throwable failure) {
        failures.add(failure);
        if (failsTwice) {
            throw new AssertionError("again");
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        handOver.close(Duration.ofSeconds(5));
    }

    @Test
    void goesOnAfterAnError() {
        StackOverflowError error = new StackOverflowError();
        CompletableFuture<Void> next = new CompletableFuture<>();

        handOver.post(() -> {
            throw error;
        });
        handOver.post(() -> next.complete(null));
        handOver.start();

        next.join();
        assertThat(failures).containsExactly(error);
    }

    @Test
    void goesOnWhenTellingTheFailureFails() {
        failsTwice = true;
        CompletableFuture<Void> next = new CompletableFuture<>();

        handOver.post(() -> {
            throw new IllegalStateException("first");
        });
        handOver.post(() -> next.complete(null));
        handOver.start();

        next.join();
        assertThat(failures).hasSize(1);
    }
}
