package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.order.check.Finding;
import com.quanticity.ibkr.service.problem.ApiException;
import java.util.List;
import java.util.stream.Collectors;

/** What the rules of orders find, as the answer to a request. */
final class InvalidOrders {

    private InvalidOrders() {}

    /** @throws ApiException 400 that names every field, unless nothing was found */
    static void refuse(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        String phrases = findings.stream()
                .map(finding -> finding.field() + " (was "
                        + (finding.value().isEmpty() ? "absent" : "'" + finding.value() + "'") + ") " + finding.rule())
                .collect(Collectors.joining("; "));
        throw ApiException.badRequest("INVALID_REQUEST", "Not valid: " + phrases + ".")
                .with("errors", findings);
    }
}
