package com.quanticity.ibkr.gateway.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class ControlThreadTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(ControlThread.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ControlThread control = new ControlThread("control");

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void close() {
        logger.detachAppender(lines);
        control.shutdown();
    }

    @Test
    void logsAnErrorOnceWithItsStackAndGoesOn() {
        CompletableFuture<Void> next = new CompletableFuture<>();

        control.execute(() -> {
            throw new LinkageError("half a class path");
        });
        control.execute(() -> next.complete(null));

        next.join();
        assertThat(lines.list)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.getThrowableProxy().getMessage()).isEqualTo("half a class path"));
    }
}
