package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.register.Algorithms;
import com.quanticity.ibkr.service.problem.ApiException;

/** An order that names an algorithm is held to the algorithm register. Source: Regulation (EU) 2017/589, article 12(3). */
final class RegisterCheck {

    private RegisterCheck() {}

    /** @throws ApiException 409 when the algorithm may not send this order */
    static void check(Algorithms algorithms, OrderRequest request) {
        String algorithm = request.algorithm();
        if (algorithm != null) {
            algorithms
                    .refusal(algorithm, request.contract(), request.quantity())
                    .ifPresent(refusal -> {
                        throw ApiException.conflict(refusal.code(), refusal.detail());
                    });
        }
    }
}
