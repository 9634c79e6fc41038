package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway speaks a version we do not accept. */
@Timeout(60)
class VersionRefusalTest {

    @Test
    void tellsBothRangesAndGoesOnTrying() {
        try (FakeGateway gateway = new FakeGateway();
                SimulatedSession adapter = SimulatedSession.trader(gateway.host(), gateway.port())) {
            gateway.accept().answerHello(179);
            adapter.awaitTold("RAISED VERSION_REFUSED");
            gateway.accept().answerHello(179);

            gateway.acceptAndLogOn(200);

            adapter.awaitState(SessionState.READY);
            adapter.awaitTold("RAISED VERSION_REFUSED", "CLEARED VERSION_REFUSED");
            assertThat(adapter.heard.changes)
                    .filteredOn(change -> change.state() == SessionState.REFUSED)
                    .hasSize(2)
                    .extracting(SessionEvent::reason)
                    .allMatch(reason -> reason.contains("speaks version 179, we accept 180..200"));
        }
    }
}
