package com.quanticity.ibkr.chaos.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders of which a fill cancels the others (OCA).
 *
 * @param members limit orders without changes and cancels of their own
 * @param cancelAt when the first member's cancellation is asked for, null when it is left alone
 */
public record PlannedGroup(
        Duration at, List<PlannedOrder> members, @Nullable Duration cancelAt) implements PlannedTrade {

    public PlannedGroup {
        members = List.copyOf(members);
    }

    @Override
    public int orders() {
        return members.size();
    }

    @Override
    public String toString() {
        return "one cancels the others " + members
                + (cancelAt == null ? "" : ", cancel the first at " + cancelAt.toMillis() + " ms");
    }
}
