package com.quanticity.ibkr.quickstart.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An order as the execution-engine shows it. */
record Order(JsonNode answer) {

    private static final List<String> SHOWN =
            List.of("clientOrderId", "status", "filledQuantity", "averagePrice", "reasonCode", "reason");
    private static final List<String> DEAD = List.of("DENIED", "REJECTED", "CANCELLED");

    String clientOrderId() {
        return text("clientOrderId");
    }

    boolean isFilled() {
        return text("status").equals("FILLED");
    }

    /** Whether it can never fill any more. */
    boolean isDead() {
        return DEAD.contains(text("status"));
    }

    /** The fields worth a look, absent ones left out. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("symbol", answer.path("order").path("symbol").asString(""));
        for (String field : SHOWN) {
            if (!text(field).isEmpty()) {
                facts.put(field, text(field));
            }
        }
        return facts;
    }

    private String text(String field) {
        JsonNode value = answer.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
    }
}
