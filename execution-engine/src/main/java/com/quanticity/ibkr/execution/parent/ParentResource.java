package com.quanticity.ibkr.execution.parent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parent as callers see it.
 *
 * @param held whether a person must release it before more is sent
 * @param terms what it works by, as stored; null in lists
 * @param children its orders, oldest first; null in lists
 */
record ParentResource(
        @JsonUnwrapped ParentSnapshot snapshot,
        boolean held,

        @Schema(description = "plan, prices and sizes as stored", implementation = Object.class)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable ParentTerms terms,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ChildView> children) {

    /**
     * One child.
     *
     * @param role what it is for the parent: SLICE, or ENTRY, STOP, TARGET of a bracket
     */
    record ChildView(
            String role,
            @JsonUnwrapped OrderSnapshot snapshot,
            @Nullable Instant cancelRequestedAt) {}

    static ParentResource of(Parent parent) {
        return new ParentResource(parent.snapshot(), parent.isHeld(), null, null);
    }

    static ParentResource of(Parent parent, List<ChildOrder> children, Map<ClientOrderId, String> roles) {
        return new ParentResource(
                parent.snapshot(),
                parent.isHeld(),
                parent.terms(),
                children.stream()
                        .map(child -> new ChildView(
                                roles.getOrDefault(child.snapshot().order().clientOrderId(), "SLICE"),
                                child.snapshot(),
                                child.cancelRequestedAt()))
                        .toList());
    }
}
