package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Errors of the application's code, such as a class that is missing or a stack that is used up. */
@Timeout(60)
class FailingApplicationTest extends SessionFixture {

    @Test
    void endsWhatWasAskedAndStartsOverWhenTheListenerFails() {
        GatewaySession session = startWith(settings(), batch -> {
            if (batch.events().getFirst() instanceof TickSize) {
                throw new StackOverflowError("broken listener");
            }
        });
        Peer first = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        CompletableFuture<RequestOutcome> asked = session.ask(new AccountRequest.ReqPositions(), LONG);

        first.send("2", "6", "7", "8", "1");

        assertThat(first.seesTheEnd()).isTrue();
        assertThat(asked.join()).isInstanceOf(RequestOutcome.ConnectionLost.class);
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
    }

    @Test
    void startsOverWhenTheSynchronisingStepsFail() {
        AtomicInteger runs = new AtomicInteger();
        application = new RecordingApplication(synchronisation -> {
            if (runs.incrementAndGet() == 1) {
                throw new AssertionError("broken steps");
            }
        });
        GatewaySession session = start(settings());
        Peer first = gateway.acceptAndLogOn(200);

        assertThat(first.seesTheEnd()).isTrue();
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        assertThat(application.changes)
                .anySatisfy(change -> assertThat(change.reason())
                        .isEqualTo("synchronising failed: java.lang.AssertionError: broken steps"));
    }
}
