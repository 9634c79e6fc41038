package com.quanticity.ibkr.console.compliance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The payload of an audit entry, of any version: what it does not have is null. */
record Payload(JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Payload of(@Nullable String json) {
        return new Payload(json == null ? MissingNode.getInstance() : MAPPER.readTree(json));
    }

    Payload at(String name) {
        return new Payload(node.path(name));
    }

    /** The order of a command: its own, that of a group, or the payload itself. */
    Payload order(@Nullable String clientOrderId) {
        if (node.has("order")) {
            return at("order");
        }
        for (JsonNode order : node.path("group").path("orders")) {
            if (order.path("clientOrderId").asString("").equals(clientOrderId)) {
                return new Payload(order);
            }
        }
        return this;
    }

    @Nullable String text(String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    @Nullable BigDecimal decimal(String name) {
        String text = text(name);
        return text == null ? null : new BigDecimal(text);
    }

    @Nullable Integer integer(String name) {
        BigDecimal value = decimal(name);
        return value == null ? null : value.intValueExact();
    }

    /** @throws IllegalArgumentException when the payload lacks it */
    BigDecimal required(String name) {
        BigDecimal value = decimal(name);
        if (value == null) {
            throw new IllegalArgumentException("the payload of an execution has no " + name + "; verify the chain");
        }
        return value;
    }
}
