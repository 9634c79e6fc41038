package com.quanticity.ibkr.gateway.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SessionLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(GatewaySession.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Level before = logger.getLevel();

    @BeforeEach
    void listen() {
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
    void hasNoKeyForWhatIsNotKnown() {
        try (ConnectedSession gateway = new ConnectedSession(MessageShares.alone())) {
            gateway.brokerLost();
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.startsWith("session state=READY clientId=1 "))
                .anyMatch(line -> line.startsWith("session state=BROKER_DOWN ") && line.contains(" errorCode=1100 "))
                .anyMatch(line -> line.startsWith("alarm raised kind=") || line.startsWith("session state=CLOSED"))
                .noneMatch(line -> line.contains("=null") || line.contains("connection=0") || line.contains("= "));
    }
}
