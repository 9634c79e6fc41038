package com.quanticity.ibkr.model.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the order gate holds orders against, at one version; published by the risk-manager on change and repeated every few
 * seconds. Whoever has not heard it for {@link #VALIDITY} must deny.
 *
 * @param version grows with each change
 * @param by who asked for this version and who approved it
 * @param reason why, in the words of who asked
 * @param since when it took effect
 * @param at when this repetition was published
 * @param limits at most one for each scope and kind
 * @param restrictions contracts that must not be traded
 * @param permissions who may trade what
 * @param desks desk of each strategy that has one
 * @param overrides leave for single orders; those that lapsed are left out
 */
public record Limits(
        long version,
        String by,
        String reason,
        Instant since,
        Instant at,
        List<Limit> limits,
        List<Restriction> restrictions,
        List<Permission> permissions,
        Map<String, String> desks,
        List<LimitOverride> overrides) {

    /** How long a publication holds. */
    public static final Duration VALIDITY = Duration.ofSeconds(15);

    /** How often the risk-manager repeats it. */
    public static final Duration REPEAT = Duration.ofSeconds(3);

    private record Place(RiskScope scope, LimitKind kind) {}

    public Limits {
        limits = List.copyOf(limits);
        restrictions = List.copyOf(restrictions);
        permissions = List.copyOf(permissions);
        desks = Map.copyOf(desks);
        overrides = List.copyOf(overrides);
        Set<Place> places = new HashSet<>();
        for (Limit limit : limits) {
            if (!places.add(new Place(limit.scope(), limit.kind()))) {
                throw new IllegalArgumentException(limit.kind() + " of " + limit.scope() + " is set twice; keep one");
            }
        }
    }

    /** True when the publication is too old to be believed. */
    public boolean isStale(Instant now) {
        return now.isAfter(at.plus(VALIDITY));
    }

    /** The limit that is set for exactly this scope; null when none is. */
    public @Nullable Limit find(RiskScope scope, LimitKind kind) {
        for (Limit limit : limits) {
            if (limit.kind() == kind && limit.scope().equals(scope)) {
                return limit;
            }
        }
        return null;
    }

    /** The same, published again. */
    public Limits publishedAt(Instant now) {
        return new Limits(version, by, reason, since, now, limits, restrictions, permissions, desks, overrides);
    }
}
