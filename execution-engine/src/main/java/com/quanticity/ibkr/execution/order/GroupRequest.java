package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import com.quanticity.ibkr.model.order.check.Finding;
import com.quanticity.ibkr.model.order.check.OrderRules;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Body of a group of orders: all are sent or none. */
@Schema(
        description =
                "Orders that are sent together or not at all. BRACKET: the first is the entry, the others wake with its"
                        + " fill. OCA: a fill of one cancels or reduces the others.")
record GroupRequest(
        @NotNull(message = "must be BRACKET or OCA") OrderGroup.Kind kind,

        @Schema(description = "for OCA, and for no other") @Nullable OcaType ocaType,

        @NotNull(message = "must be given") @Size(min = 2, max = OrderGroup.MOST_ORDERS, message = "must be 2 to 20 orders") List<@Valid OrderRequest> orders) {

    /** @throws com.quanticity.ibkr.service.problem.ApiException 400 that names every field that is wrong */
    OrderGroup group(String groupId, Supplier<String> ids, Instant now) {
        checkOcaType();
        List<Order> all = orders.stream()
                .map(request -> request.order(ClientOrderId.of(ids.get())))
                .toList();
        OrderGroup group = switch (kind) {
            case BRACKET -> OrderGroup.bracket(groupId, all.getFirst(), all.subList(1, all.size()));
            case OCA -> OrderGroup.oca(groupId, ocaType == null ? OcaType.CANCEL_OTHERS : ocaType, all);
        };
        InvalidOrders.refuse(OrderRules.check(group, now));
        return group;
    }

    /** What each order is in the group. */
    List<String> roles() {
        return IntStream.range(0, orders.size())
                .mapToObj(i -> switch (kind) {
                    case BRACKET -> i == 0 ? "ENTRY" : "CHILD";
                    case OCA -> "MEMBER";
                })
                .toList();
    }

    private void checkOcaType() {
        if (ocaType != null && kind != OrderGroup.Kind.OCA) {
            InvalidOrders.refuse(List.of(new Finding("ocaType", ocaType.name(), "must be absent for a " + kind)));
        }
    }
}
