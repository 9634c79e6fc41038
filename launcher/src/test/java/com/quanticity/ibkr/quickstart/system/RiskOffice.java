package com.quanticity.ibkr.quickstart.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two people who change the limits of a platform that runs. */
final class RiskOffice {

    private static final String RISK = "risk-manager";
    private static final String LIMITS = "/api/v1/limits";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningPlatform platform;

    RiskOffice(RunningPlatform platform) {
        this.platform = platform;
    }

    /** Limits the quantity of one order in SPY: asked for by one person, approved by another, heard by the adapter. */
    void limitOrdersInSpy(String quantity) throws IOException, InterruptedException {
        ObjectNode content = (ObjectNode) platform.get(RISK, LIMITS).path("content");
        ArrayNode limits = content.putArray("limits");
        for (JsonNode limit : platform.get(RISK, LIMITS).path("content").path("limits")) {
            if (!limit.path("scope").asString("").equals("instrument:SPY")) {
                limits.add(limit);
            }
        }
        limits.addObject()
                .put("scope", "instrument:SPY")
                .put("kind", "ORDER_QUANTITY")
                .put("value", quantity);

        String proposals = LIMITS + "/proposals";
        String proposal = platform.post(RISK, proposals, Map.of("by", "ann", "reason", "test", "content", content), 201)
                .path("id")
                .asString();
        String approve = proposals + "/" + proposal + "/approve";
        platform.post(RISK, approve, Map.of("by", "ann"), 409);
        platform.post(RISK, approve, Map.of("by", "bob"), 200);

        long version = platform.get(RISK, LIMITS).path("version").asLong();
        await().atMost(PATIENCE)
                .until(() -> platform.get("ibkr-adapter", "/api/v1/gate")
                                .path("limitsVersion")
                                .asLong()
                        == version);
    }
}
