package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OpenClose;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo;
import com.quanticity.ibkr.model.order.attribute.OrderConditions;
import com.quanticity.ibkr.model.order.attribute.ShortSale;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an order carries besides price, size and lifetime. Null is "not given" throughout.
 *
 * @param oca group in which a fill of one cancels or reduces the others
 * @param parentClientOrderId the order whose fill wakes this one; both must come in one group
 * @param transmit false: the gateway keeps it silent until the last order of its group is sent; set by the group
 * @param outsideRth also works outside regular trading hours
 * @param displaySize shown size of an iceberg
 * @param hidden not shown at all, where the exchange allows it
 * @param allOrNone filled whole or not at all
 * @param triggerMethod price watched by stops and touches
 * @param conditions what must come true first
 * @param algo the broker's algorithm that works it
 * @param openClose for institutions that must say so
 * @param shortSale where borrowed shares come from
 * @param comboRouting how a combination is routed: the broker's tags with their values, {@code NonGuaranteed} = {@code 1} lets its
 *     legs trade apart; empty for anything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderAttributes(
        @Nullable OcaGroup oca,
        @Nullable ClientOrderId parentClientOrderId,
        boolean transmit,
        boolean outsideRth,
        @Nullable BigDecimal displaySize,
        boolean hidden,
        boolean allOrNone,
        @Nullable TriggerMethod triggerMethod,
        @Nullable OrderConditions conditions,
        @Nullable OrderAlgo algo,
        @Nullable OpenClose openClose,
        @Nullable ShortSale shortSale,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> comboRouting) {

    /** Orders written before combinations traded have no routing. */
    @SuppressWarnings("NullAway")
    public OrderAttributes {
        comboRouting = comboRouting == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(comboRouting));
    }

    /** A plain order. */
    public static final OrderAttributes NONE = builder().build();

    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        return new Builder()
                .oca(oca)
                .parent(parentClientOrderId)
                .transmit(transmit)
                .outsideRth(outsideRth)
                .displaySize(displaySize)
                .hidden(hidden)
                .allOrNone(allOrNone)
                .triggerMethod(triggerMethod)
                .conditions(conditions)
                .algo(algo)
                .openClose(openClose)
                .shortSale(shortSale)
                .comboRouting(comboRouting);
    }

    /** Collects what is given. Not thread-safe. */
    public static final class Builder {
        private @Nullable OcaGroup oca;
        private @Nullable ClientOrderId parent;
        private boolean transmit = true;
        private boolean outsideRth;
        private @Nullable BigDecimal displaySize;
        private boolean hidden;
        private boolean allOrNone;
        private @Nullable TriggerMethod triggerMethod;
        private @Nullable OrderConditions conditions;
        private @Nullable OrderAlgo algo;
        private @Nullable OpenClose openClose;
        private @Nullable ShortSale shortSale;
        private Map<String, String> comboRouting = Map.of();

        private Builder() {}

        public Builder oca(@Nullable OcaGroup value) {
            oca = value;
            return this;
        }

        public Builder parent(@Nullable ClientOrderId value) {
            parent = value;
            return this;
        }

        public Builder transmit(boolean value) {
            transmit = value;
            return this;
        }

        public Builder outsideRth(boolean value) {
            outsideRth = value;
            return this;
        }

        public Builder displaySize(@Nullable BigDecimal value) {
            displaySize = value;
            return this;
        }

        public Builder hidden(boolean value) {
            hidden = value;
            return this;
        }

        public Builder allOrNone(boolean value) {
            allOrNone = value;
            return this;
        }

        public Builder triggerMethod(@Nullable TriggerMethod value) {
            triggerMethod = value;
            return this;
        }

        public Builder conditions(@Nullable OrderConditions value) {
            conditions = value;
            return this;
        }

        public Builder algo(@Nullable OrderAlgo value) {
            algo = value;
            return this;
        }

        public Builder openClose(@Nullable OpenClose value) {
            openClose = value;
            return this;
        }

        public Builder shortSale(@Nullable ShortSale value) {
            shortSale = value;
            return this;
        }

        public Builder comboRouting(Map<String, String> value) {
            comboRouting = value;
            return this;
        }

        public OrderAttributes build() {
            return new OrderAttributes(
                    oca,
                    parent,
                    transmit,
                    outsideRth,
                    displaySize,
                    hidden,
                    allOrNone,
                    triggerMethod,
                    conditions,
                    algo,
                    openClose,
                    shortSale,
                    comboRouting);
        }
    }
}
