package com.quanticity.ibkr.gateway.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class BrokerMessageLogTest {

    private static final Instant NOON = Instant.parse("2026-04-13T12:00:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(GatewaySession.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final BrokerMessageLog log = new BrokerMessageLog(ClientId.of(1));
    private @Nullable Level before;

    @BeforeEach
    void listen() {
        before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(before);
    }

    @Test
    void saysWhatACodeMeansAndWhatToDo() {
        log.message(message(7, 110), NOON);

        assertThat(texts())
                .containsExactly("broker message clientId=1 orderId=7 errorCode=110 name=PRICE_OFF_TICK"
                        + " meaning=price does not fit the minimum increment"
                        + " action=round the price with the contract's market rule message=text");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 2104, DEBUG",
        "7, 202, INFO",
        "7, 201, WARN",
        "-1, 1100, WARN",
        "-1, 326, ERROR",
        "1000000001, 10167, WARN",
        "7, 9999, WARN"
    })
    void choosesTheLevelBySeverity(int id, int code, String level) {
        log.message(message(id, code), NOON);

        assertThat(lines.list.getFirst().getLevel()).hasToString(level);
    }

    @Test
    void foldsWhatRepeatsIntoOneLineAMinute() {
        for (int i = 0; i < 100; i++) {
            log.message(message(i, 201), NOON.plusMillis(i));
        }
        log.message(message(7, 399), NOON.plusSeconds(1));
        log.summarise(NOON.plusSeconds(59));
        assertThat(texts()).hasSize(6);

        log.summarise(NOON.plusSeconds(61));

        assertThat(texts())
                .hasSize(7)
                .endsWith("broker message repeated clientId=1 errorCode=201 name=ORDER_REJECTED count=100"
                        + " since=2026-04-13T12:00:00Z");
    }

    @Test
    void aNewMinuteHasItsOwnLines() {
        log.message(message(7, 201), NOON);
        log.message(message(8, 201), NOON.plusSeconds(61));

        assertThat(texts()).hasSize(2);
    }

    private List<String> texts() {
        return lines.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static ErrorMessage message(int id, int code) {
        return new ErrorMessage(id, code, "text", "", null);
    }
}
