package com.quanticity.ibkr.risk.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the positions are known and the summary is complete and young enough. Part of the group {@code trading} only. */
final class AccountHealthIndicator implements HealthIndicator {

    private final AccountViews views;
    private final Clock clock;

    AccountHealthIndicator(AccountViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant now = clock.instant();
        boolean fresh = views.arePositionsKnown() && views.isSummaryYoung(now);
        Health.Builder health = fresh ? Health.up() : Health.outOfService();
        views.summaryAge(now).map(Duration::toSeconds).ifPresent(age -> health.withDetail("summaryAgeSeconds", age));
        return health.withDetail("positionsKnown", views.arePositionsKnown()).build();
    }
}
