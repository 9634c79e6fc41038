package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.Restriction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one version of the limits says; a part that is left out is empty.
 *
 * @param limits at most one for each scope and kind
 * @param restrictions contracts that must not be traded
 * @param permissions who may trade what; none at all allows nothing
 * @param desks desk of each strategy that has one
 */
record LimitContent(
        List<Limit> limits, List<Restriction> restrictions, List<Permission> permissions, Map<String, String> desks) {

    LimitContent {
        limits = limits == null ? List.of() : List.copyOf(limits);
        restrictions = restrictions == null ? List.of() : List.copyOf(restrictions);
        permissions = permissions == null ? List.of() : List.copyOf(permissions);
        desks = desks == null ? Map.of() : Map.copyOf(desks);
    }

    /** @throws IllegalArgumentException when a limit is set twice */
    Limits version(long version, String by, String reason, Instant since, Instant at, List<LimitOverride> overrides) {
        return new Limits(version, by, reason, since, at, limits, restrictions, permissions, desks, overrides);
    }

    /** What is wrong with it, null when nothing is. */
    @Nullable String problem() {
        try {
            version(1, "", "", Instant.EPOCH, Instant.EPOCH, List.of());
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
