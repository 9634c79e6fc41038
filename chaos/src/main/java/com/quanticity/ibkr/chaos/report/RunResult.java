package com.quanticity.ibkr.chaos.report;

import com.quanticity.ibkr.chaos.plan.RunPlan;
import com.quanticity.ibkr.chaos.proof.Violation;
import java.time.Duration;
import java.util.List;

/** What came of one run. */
public record RunResult(RunPlan plan, Duration took, List<Violation> violations) {

    public RunResult {
        violations = List.copyOf(violations);
    }
}
