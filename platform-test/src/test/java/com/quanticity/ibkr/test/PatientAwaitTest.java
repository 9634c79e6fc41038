package com.quanticity.ibkr.test;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientAwaitTest {

    @Test
    void whatCannotBeReadYetIsAskedAgain() {
        AtomicInteger asked = new AtomicInteger();

        await().until(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return true;
        });
    }
}
