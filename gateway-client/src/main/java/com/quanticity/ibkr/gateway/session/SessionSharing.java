package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.lease.ClientIdLeases;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import java.time.Clock;

/**
 * What a session shares with the sessions of other processes.
 *
 * @param leases who may use which client id
 * @param messages the message budget of each gateway
 * @param history the counting of queries for the past
 * @param historyLimits how many of them
 * @param manualOrders true when orders typed into TWS (client id 0) are expected; false: they raise an alarm
 */
public record SessionSharing(
        ClientIdLeases leases,
        MessageShares messages,
        HistoryAllowances history,
        HistoryLimits historyLimits,
        boolean manualOrders) {

    /** Nothing is shared: the process has its gateways for itself. */
    public static SessionSharing alone(Clock clock) {
        return alone(clock, HistoryLimits.defaults(), true);
    }

    /** The same with the given rules. */
    public static SessionSharing alone(Clock clock, HistoryLimits historyLimits, boolean manualOrders) {
        return new SessionSharing(
                ClientIdLeases.none(clock),
                MessageShares.alone(),
                HistoryAllowances.alone(),
                historyLimits,
                manualOrders);
    }
}
