package com.quanticity.ibkr.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionFanOutTest {

    private final SessionFanOut fanOut = new SessionFanOut();

    /** A default method that is not overridden would swallow what the session says. */
    @Test
    void passesOnEverythingAListenerCanBeTold() {
        List<String> told = Arrays.stream(SessionListener.class.getMethods())
                .map(Method::getName)
                .toList();

        assertThat(SessionFanOut.class.getDeclaredMethods())
                .extracting(Method::getName)
                .containsAll(told);
    }

    @Test
    void passesOnInOrder() {
        StringBuilder heard = new StringBuilder();

        fanOut.join(List.<SessionListener>of(batch -> heard.append("first "), batch -> heard.append("second")));
        fanOut.onEvents(new EventBatch(1, Instant.EPOCH, List.of()));

        assertThat(heard).hasToString("first second");
    }

    @Test
    void mayHaveWorkingOrdersWhenOneOfThemMay() {
        fanOut.join(List.of(new WithoutOrders()));
        assertThat(fanOut.mayHaveWorkingOrders()).isFalse();

        fanOut.join(List.<SessionListener>of(new WithoutOrders(), batch -> {}));
        assertThat(fanOut.mayHaveWorkingOrders()).isTrue();
    }

    private static final class WithoutOrders implements SessionListener {
        @Override
        public void onEvents(EventBatch batch) {}

        @Override
        public boolean mayHaveWorkingOrders() {
            return false;
        }
    }
}
