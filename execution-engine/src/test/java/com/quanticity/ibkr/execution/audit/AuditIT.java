package com.quanticity.ibkr.execution.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an order leaves on {@code audit.entry}: who asked for what, what was stored, and what the adapter was asked. */
@ExtendWith(SharedEngine.class)
class AuditIT {

    private static final String BODY = """
            {"symbol":"AUD","side":"BUY","type":"LIMIT","quantity":"7","limitPrice":"79.10"}""";

    private final RunningEngine engine;

    AuditIT(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    void recordsRequestParentAndCommand() {
        String id = engine.placed("audit-1", BODY);

        await().untilAsserted(() ->
                assertThat(told()).extracting(AuditEntry::what).contains("POST /api/v1/orders", "parent", "submit"));

        AuditEntry submit = told().stream()
                .filter(entry -> id.equals(entry.reference().clientOrderId()))
                .findFirst()
                .orElseThrow();
        assertThat(submit.what()).isEqualTo("submit");
        assertThat(submit.payload()).contains("\"79.10\"", id);
        AuditEntry request = one("POST /api/v1/orders");
        assertThat(request.who()).isEqualTo("service");
        assertThat(request.reference().commandId()).isEqualTo("audit-1");
        assertThat(request.payload()).contains("\\\"symbol\\\":\\\"AUD\\\"", "\"status\":201");
    }

    @Test
    void recordsARefusedRequest() {
        engine.place("audit-2", "{\"symbol\":\"AUD\",\"side\":\"MAYBE\"}");

        await().untilAsserted(() -> assertThat(told())
                .filteredOn(entry -> "audit-2".equals(entry.reference().commandId()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.REFUSED)));
    }

    private AuditEntry one(String what) {
        return told().stream()
                .filter(entry -> entry.what().equals(what)
                        && "audit-1".equals(entry.reference().commandId()))
                .findFirst()
                .orElseThrow();
    }

    /** Other tests share the engine. */
    private List<AuditEntry> told() {
        List<AuditEntry> entries = new ArrayList<>();
        engine.bean(StreamBus.class)
                .read(
                        Topics.AUDIT_ENTRY,
                        Instant.EPOCH,
                        Instant.now().plusSeconds(60),
                        message -> entries.add(message.data()));
        return entries.stream()
                .filter(entry -> String.valueOf(entry.payload()).contains("AUD"))
                .toList();
    }
}
