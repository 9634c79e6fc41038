package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderEvent.Previewed;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderPreview;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.PreviewedOrder;
import com.quanticity.ibkr.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would come of orders that are sent together or not at all.
 *
 * @param outcome ANSWERED; else the worst that one of them meets: DENIED by our gate, REFUSED by the broker, or UNKNOWN, which is no
 *     permission
 * @param preview the broker's figures when it was asked about one order only, as of a bracket about its entry; null otherwise
 * @param code why, of the first order that meets it: denial reason or broker's code, empty when there is none
 * @param reason names that order and says what was wrong and what to do
 * @param orders each order, in the sequence it was given
 */
public record GroupPreview(
        PreviewOutcome outcome,
        @Nullable OrderPreview preview,
        String code,
        String reason,
        String value,
        String limit,
        List<Member> orders) {

    /**
     * One of the orders.
     *
     * @param role what it is in its group: ENTRY, and CHILD, STOP or TARGET of a bracket, MEMBER of an OCA group
     * @param outcome PASSED when our gate lets it pass and the broker was not asked, for it waits for another or another was denied
     * @param preview the broker's figures of it by itself, null unless ANSWERED
     */
    public record Member(
            String role,
            Side side,
            OrderType type,
            PreviewOutcome outcome,
            @Nullable OrderPreview preview,
            String code,
            String reason,
            String value,
            String limit) {}

    public GroupPreview {
        orders = List.copyOf(orders);
    }

    static GroupPreview of(OrderGroup group, List<String> roles, Previewed told) {
        Map<ClientOrderId, PreviewedOrder> answers =
                told.members().stream().collect(Collectors.toMap(PreviewedOrder::clientOrderId, Function.identity()));
        List<Member> members = new ArrayList<>();
        for (Order order : group.orders()) {
            members.add(member(order, roles.get(members.size()), answers.get(order.clientOrderId()), told));
        }
        return new GroupPreview(
                told.outcome(), told.preview(), told.code(), told.reason(), told.value(), told.limit(), members);
    }

    private static Member member(Order order, String role, @Nullable PreviewedOrder answer, Previewed told) {
        return answer == null
                ? new Member(role, order.side(), order.type(), PreviewOutcome.UNKNOWN, null, "", told.reason(), "", "")
                : new Member(
                        role,
                        order.side(),
                        order.type(),
                        answer.outcome(),
                        answer.preview(),
                        answer.code(),
                        answer.reason(),
                        answer.value(),
                        answer.limit());
    }
}
