package com.quanticity.ibkr.quickstart.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a component now.
 *
 * @param pid process id, null when none runs
 * @param startTime from the start of the process to its being ready, null before that
 * @param note one line about the last change, empty when there is nothing to say
 */
public record ComponentStatus(
        Component component,
        ComponentState state,
        @Nullable Long pid,
        @Nullable Duration startTime,
        String note) {

    static ComponentStatus waiting(Component component) {
        return new ComponentStatus(component, ComponentState.WAITING, null, null, "");
    }

    ComponentStatus starting() {
        return new ComponentStatus(component, ComponentState.STARTING, null, null, "");
    }

    ComponentStatus started(long processId) {
        return new ComponentStatus(component, ComponentState.STARTING, processId, null, "");
    }

    ComponentStatus ready(Duration took) {
        return new ComponentStatus(component, ComponentState.READY, pid, took, "");
    }

    ComponentStatus restarting(String why) {
        return new ComponentStatus(component, ComponentState.RESTARTING, null, null, why);
    }

    ComponentStatus failed(String why) {
        return new ComponentStatus(component, ComponentState.FAILED, null, null, why);
    }

    ComponentStatus stopped() {
        return new ComponentStatus(component, ComponentState.STOPPED, null, startTime, "");
    }
}
