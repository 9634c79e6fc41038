package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.price.OrderTrigger;
import com.quanticity.ibkr.simulator.matching.terms.Links;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is kept over a restart.
 *
 * @param account code of the account
 * @param fields attributes under their layout names, as the client sent them
 * @param groups the same of its conditions, legs and parameters, by group; null in files of earlier versions
 * @param changed what the order has become since, null in files of earlier versions
 * @param completed null while the order works
 */
public record OrderSnapshot(
        int clientId,
        int orderId,
        long permId,
        String account,
        ListedContract contract,
        Map<String, String> fields,
        @Nullable Map<String, List<Map<String, String>>> groups,
        @Nullable Changed changed,
        Instant accepted,
        OrderStatus status,
        BigDecimal filled,
        BigDecimal value,
        BigDecimal commission,
        BigDecimal lastFillPrice,
        @Nullable Instant completed,
        String completedReason) {

    /**
     * What an order has become by itself.
     *
     * @param stop where its trigger stands
     * @param ocaGroup the group it was put in when its parent was filled
     */
    public record Changed(
            BigDecimal quantity,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal stop,
            String ocaGroup) {}

    public static OrderSnapshot of(WorkingOrder order) {
        Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
        for (String group : order.fields().groupNames()) {
            groups.put(
                    group,
                    order.fields().group(group).stream()
                            .map(OrderSnapshot::texts)
                            .toList());
        }
        return new OrderSnapshot(
                order.key().clientId(),
                order.key().orderId(),
                order.permId(),
                order.account().code(),
                order.contract(),
                texts(order.fields()),
                groups,
                new Changed(
                        order.terms().quantity(),
                        order.terms().limit(),
                        order.triggerPrice(),
                        order.terms().links().ocaGroup()),
                order.accepted(),
                order.status(),
                order.filled(),
                order.value(),
                order.commission(),
                order.lastFillPrice(),
                order.completed(),
                order.completedReason());
    }

    private static Map<String, String> texts(Fields fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.names().forEach(name -> texts.put(name, fields.text(name)));
        return texts;
    }

    public WorkingOrder toOrder(
            Account holder, ListedContract listed, List<ComboLeg> legs, OrderTerms read, long priority) {
        OrderTerms terms = changed == null ? read : changed(read, changed);
        WorkingOrder order = new WorkingOrder(
                new OrderKey(clientId, orderId), permId, holder, listed, legs, terms, wireFields(), accepted, priority);
        order.restoreProgress(filled, value, commission, lastFillPrice);
        if (changed != null && changed.stop() != null) {
            order.watch(new OrderTrigger(terms, listed.secType().equals("STK"), changed.stop()));
        }
        if (completed == null) {
            order.become(status);
        } else {
            order.finish(status, completed, completedReason);
        }
        return order;
    }

    private static OrderTerms changed(OrderTerms read, Changed changed) {
        Links links = read.links();
        return read.withQuantity(changed.quantity())
                .withLimit(changed.limit())
                .inGroup(new Links(links.parentId(), changed.ocaGroup(), links.ocaType()));
    }

    public Fields wireFields() {
        Fields wire = fields(fields);
        if (groups != null) {
            groups.forEach((name, elements) -> wire.putGroup(
                    name, elements.stream().map(OrderSnapshot::fields).toList()));
        }
        return wire;
    }

    private static Fields fields(Map<String, String> texts) {
        Fields fields = new Fields();
        texts.forEach(fields::put);
        return fields;
    }
}
