package com.quanticity.ibkr.simulator.session;

import java.util.List;
import java.util.Set;

/**
 * What the gateway sends after START_API without being asked for. Source: tws-wire README, section 3; captures 01, 23, 24.
 *
 * @param order what comes when; a step that is missing is not sent
 * @param notices about the farms, in their order
 */
public record StartBurst(List<Step> order, List<Notice> notices) {

    private static final List<Notice> FARMS = List.of(
            new Notice(2104, "Market data farm connection is OK:usfarm"),
            new Notice(2106, "HMDS data farm connection is OK:ushmds"),
            new Notice(2158, "Sec-def data farm connection is OK:secdefnj"));

    public StartBurst {
        order = List.copyOf(order);
        notices = List.copyOf(notices);
        if (Set.copyOf(order).size() < order.size()) {
            throw new IllegalArgumentException("the start burst repeats a step: name each at most once, not " + order);
        }
    }

    /** Accounts, next valid id, three farm notices; no open orders. */
    public static StartBurst defaults() {
        return new StartBurst(List.of(Step.MANAGED_ACCOUNTS, Step.NEXT_VALID_ID, Step.NOTICES), FARMS);
    }

    public StartBurst withOrder(Step... steps) {
        return new StartBurst(List.of(steps), notices);
    }

    public StartBurst withNotices(List<Notice> others) {
        return new StartBurst(order, others);
    }

    /** One part of the burst. */
    public enum Step {
        MANAGED_ACCOUNTS,
        NEXT_VALID_ID,
        NOTICES,
        /** The client's open orders, as the gateway's option "download open orders on connection" sends them. */
        OPEN_ORDERS
    }

    /** A message about no request. */
    public record Notice(int code, String text) {}
}
