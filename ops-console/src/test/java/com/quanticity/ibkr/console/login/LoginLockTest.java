package com.quanticity.ibkr.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.MovableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginLockTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T14:03:27Z"));
    private final LoginLock lock = new LoginLock(clock);

    @Test
    void locksAfterFiveFailuresForAMinute() {
        fail(4);
        assertThat(lock.isLocked("trader|1")).isFalse();

        fail(1);
        assertThat(lock.isLocked("trader|1")).isTrue();
        assertThat(lock.isLocked("trader|2")).isFalse();

        clock.forward(LoginLock.LOCKED_FOR);
        assertThat(lock.isLocked("trader|1")).isFalse();
    }

    @Test
    void countsFailuresInARowOnly() {
        fail(4);
        lock.onSuccess("trader|1");
        fail(4);

        assertThat(lock.isLocked("trader|1")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            lock.onFailure("trader|1");
        }
    }
}
