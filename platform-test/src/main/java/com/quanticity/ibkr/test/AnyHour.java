package com.quanticity.ibkr.test;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes services under test pass at any hour of the week, found by JUnit itself: the broker's maintenance calendar, by which an outage
 * raises no alarm at night and on Sundays, is off unless a test turns it on. The simulator knows no such hours.
 */
public final class AnyHour implements LauncherSessionListener {

    private static final String MAINTENANCE = "ibkr.gateway.maintenance.enabled";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(MAINTENANCE) == null) {
            System.setProperty(MAINTENANCE, "false");
        }
    }
}
