package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.process.ComponentStatus;

/** Shows a person how the platform is doing. Thread-safe. */
public interface StatusBoard {

    /** A component changed. */
    void show(ComponentStatus status);

    /** A line that stays. */
    void say(String line);
}
