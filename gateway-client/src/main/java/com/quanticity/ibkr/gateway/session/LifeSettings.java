package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session judges outages.
 *
 * @param environment which accounts the login may hold
 * @param backup null when there is one gateway only
 * @param calendar the planned outages
 * @param tradingFarms market data farms without which orders are held, such as {@code usfarm} or {@code us*}; empty = every one
 * @param brokerAlarmAfter how long the link to the broker may be lost before somebody is told
 * @param farmAlarmAfter how long a farm may be broken before somebody is told
 */
public record LifeSettings(
        GatewayEnvironment environment,
        @Nullable BackupGateway backup,
        MaintenanceCalendar calendar,
        List<String> tradingFarms,
        Duration brokerAlarmAfter,
        Duration farmAlarmAfter) {

    /** Paper accounts, one gateway, nothing planned. */
    public static final LifeSettings DEFAULT = new LifeSettings(
            GatewayEnvironment.PAPER,
            null,
            MaintenanceCalendar.none(),
            List.of(),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    public LifeSettings {
        tradingFarms = List.copyOf(tradingFarms);
        new Problems()
                .positive("broker-alarm-after", brokerAlarmAfter)
                .positive("farm-alarm-after", farmAlarmAfter)
                .throwIfAny();
    }
}
