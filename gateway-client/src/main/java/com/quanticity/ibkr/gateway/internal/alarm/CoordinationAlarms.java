package com.quanticity.ibkr.gateway.internal.alarm;

import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Duration;

/** Tells people when a session cannot coordinate with others: its lease of the client id, and the message budget. */
public final class CoordinationAlarms {

    private static final Duration BUDGET_DELAY = Duration.ofSeconds(5);

    private final AlarmBoard alarms;

    public CoordinationAlarms(AlarmBoard alarms) {
        this.alarms = alarms;
    }

    public void onLeaseStanding(LeaseStanding standing) {
        switch (standing) {
            case LeaseStanding.Proven() -> {
                isBack();
                alarms.clear(AlarmKind.LEASE_LOST, "", "the client id is ours again");
            }
            case LeaseStanding.Unproven(String why) -> isAway(why);
            case LeaseStanding.Lost(String why) -> alarms.raise(AlarmKind.LEASE_LOST, "", why);
        }
    }

    public void isAway(String why) {
        alarms.raise(AlarmKind.COORDINATION_LOST, "lease", why);
    }

    public void isBack() {
        alarms.clear(AlarmKind.COORDINATION_LOST, "lease", "Redis answers again");
    }

    /** The budget is shared again and again; a moment without Redis is nothing to tell. */
    public void checkBudget(SendLanes lanes) {
        if (lanes.isFallback()) {
            alarms.raise(
                    AlarmKind.COORDINATION_LOST,
                    "budget",
                    "Redis does not answer: sending at most " + lanes.slots() + " messages a second",
                    BUDGET_DELAY);
        } else {
            alarms.clear(AlarmKind.COORDINATION_LOST, "budget", "the message budget is shared again");
        }
    }
}
