package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Limits;
import java.time.Instant;
import java.util.List;

/**
 * Limits as they were in force.
 *
 * @param version higher than that of every earlier one
 * @param content what it says
 * @param proposedBy who asked for it
 * @param approvedBy who agreed
 * @param reason why
 * @param since when it took effect
 */
record LimitVersion(
        long version, LimitContent content, String proposedBy, String approvedBy, String reason, Instant since) {

    /** @throws IllegalArgumentException when the content contradicts itself */
    Limits publishedAt(Instant now, List<LimitOverride> overrides) {
        return content.version(version, proposedBy + " and " + approvedBy, reason, since, now, overrides);
    }
}
