package com.quanticity.ibkr.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How tests wait, found by JUnit itself: what cannot be read yet, because a server is away or a value is absent, is not there yet and is
 * asked again; a busy build machine gets half a minute. A test that succeeds waits no longer than it must.
 */
public final class PatientAwait implements LauncherSessionListener {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.ignoreExceptionsByDefault();
        Awaitility.setDefaultTimeout(LIMIT);
    }
}
