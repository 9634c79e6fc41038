package com.quanticity.ibkr.adapter.gate.limit;

import com.quanticity.ibkr.model.risk.Limits;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits as this service last heard them. Silence for {@link Limits#VALIDITY} makes them stale, measured from the older of
 * publication and arrival. Thread-safe.
 */
public final class LimitBook {

    private static final Logger LOG = LoggerFactory.getLogger(LimitBook.class);

    private final Clock clock;
    private volatile @Nullable RuleBook heard;

    public LimitBook(Clock clock) {
        this.clock = clock;
    }

    /** Takes a publication. One that is older than what is known changes nothing. */
    public synchronized void onLimits(Limits limits) {
        RuleBook known = heard;
        if (known != null
                && (limits.version() < known.limits().version()
                        || limits.at().isBefore(known.limits().at()))) {
            return;
        }
        Instant now = clock.instant();
        if (known != null && limits.equals(known.limits().publishedAt(limits.at()))) {
            heard = known.heardAgain(limits, now);
        } else {
            heard = RuleBook.of(limits, now);
            LOG.info(
                    "limits heard version={} limits={} by={} reason={}",
                    limits.version(),
                    limits.limits().size(),
                    limits.by(),
                    limits.reason());
        }
    }

    /** What was heard last, however old; null before anything was. */
    public @Nullable RuleBook last() {
        return heard;
    }
}
