package com.quanticity.ibkr.model.ops;

import com.quanticity.ibkr.model.session.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm was raised or is over, on {@code ops.alarm}. Kind, component and subject together name it: it is raised once, however
 * often its condition is seen, and cleared once.
 *
 * @param kind row of the registry
 * @param subject what it is about when a component can have several of a kind, such as a farm or a symbol; empty when not
 * @param phase raised or cleared
 * @param severity how soon a person must act
 * @param component module that says so
 * @param clientId session it is about, null when about none
 * @param gateway {@code host:port}, null when about none
 * @param text one line: what happened this time
 * @param condition what is true while it lasts
 * @param consequence what it means for the desk
 * @param firstAction what to do first
 * @param runbook path in this repository
 * @param since when the condition began
 * @param at when this was said
 */
public record Alarm(
        AlarmKind kind,
        String subject,
        Phase phase,
        AlarmSeverity severity,
        String component,
        @Nullable ClientId clientId,
        @Nullable String gateway,
        String text,
        String condition,
        String consequence,
        String firstAction,
        String runbook,
        Instant since,
        Instant at) {

    /** Whether the condition lasts. */
    public enum Phase {
        RAISED,
        CLEARED
    }

    /** An alarm with the words of the registry. */
    public static Alarm raised(
            AlarmKind kind,
            String subject,
            String component,
            @Nullable ClientId clientId,
            @Nullable String gateway,
            String text,
            Instant since,
            Instant at) {
        return new Alarm(
                kind,
                subject,
                Phase.RAISED,
                kind.severity(),
                component,
                clientId,
                gateway,
                text,
                kind.condition(),
                kind.consequence(),
                kind.firstAction(),
                kind.runbook(),
                since,
                at);
    }

    /** The same alarm, over. */
    public Alarm cleared(String how, Instant when) {
        return new Alarm(
                kind,
                subject,
                Phase.CLEARED,
                severity,
                component,
                clientId,
                gateway,
                how,
                condition,
                consequence,
                firstAction,
                runbook,
                since,
                when);
    }

    /** True while the condition lasts. */
    public boolean raised() {
        return phase == Phase.RAISED;
    }

    /** The same for every message about this alarm. */
    public String key() {
        return component + "|" + kind + "|" + subject;
    }
}
