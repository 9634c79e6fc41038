package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.console.audit.AuditStore;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.test.RealPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What services tell on {@code audit.entry} gets on the chain, and who may read it there. */
@NullUnmarked
class AuditRecordTest extends RunsConsole {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Ulid ids = new Ulid(Clock.systemUTC());

    @Autowired
    AuditStore store;

    @Test
    void recordsWhatServicesTellOnceAndInTheirOrder() {
        String order = ids.next();
        AuditEntry request = entry("submit", AuditReference.toOrder(order, "DU1"));
        AuditEntry sent = entry(
                "placeOrder", new AuditReference(order, ClientId.of(1), OrderId.of(7001), null, null, null, "DU1"));
        AuditEntry answer = entry(
                "orderStatus", new AuditReference(null, ClientId.of(1), OrderId.of(7001), null, null, null, null));
        for (AuditEntry entry : List.of(request, sent, request, answer, sent)) {
            bus.publish(Topics.AUDIT_ENTRY, entry.service(), entry);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(words(order)).containsExactly("submit", "placeOrder", "orderStatus"));
        assertThat(store.check().broken()).isEmpty();
    }

    @Test
    void waitsForTheDatabaseAndGoesOnWhenItIsBack() {
        AuditEntry entry = entry("limits", AuditReference.NONE);
        RealPostgres.stop();
        bus.publish(Topics.AUDIT_ENTRY, entry.service(), entry);
        bus.publish(Topics.AUDIT_ENTRY, entry.service(), entry);
        RealPostgres.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored(entry)).isEqualTo(1));

        await().atMost(PATIENCE)
                .until(() -> redis.opsForStream()
                                .pending("audit.entry", "ops-console-audit")
                                .getTotalPendingMessages()
                        == 0);
        assertThat(stored(entry)).isEqualTo(1);
        assertThat(store.check().broken()).isEmpty();
    }

    @Test
    void showsTheRecordToOfficersAndServicesOnly() {
        try (Browser officer = Browser.of(port, "officer");
                Browser trader = Browser.of(port, "trader")) {
            assertThat(officer.get("/api/v1/audit/verify").body()).contains("\"whole\":true", "headHash");
            assertThat(officer.get("/api/v1/audit/retention").body()).contains("\"name\":\"orders\"", "not exported");
            assertThat(trader.get("/api/v1/audit/entries").statusCode()).isEqualTo(403);
        }
        assertThat(get("/api/v1/audit/entries?kind=LOGIN&limit=1", "token-of-the-test")
                        .body())
                .contains("\"kind\":\"LOGIN\"", "\"next\":");
        assertThat(get("/api/v1/audit/entries", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/audit/entries?limit=0", "token-of-the-test").statusCode())
                .isEqualTo(400);
        assertThat(get("/v3/api-docs", null).body()).contains("findAuditEntries", "extractExecutions");
    }

    @Test
    void extractsExecutionsAsCsvAndParquet() {
        String path = "/api/v1/compliance/executions?from=2026-01-05T00:00:00Z&to=2026-01-06T00:00:00Z";

        assertThat(get(path, "token-of-the-test").body()).startsWith("execId,execFamily,corrects,");
        assertThat(get(path + "&format=parquet", "token-of-the-test").body()).startsWith("PAR1");
        assertThat(get(path + "&format=xls", "token-of-the-test").statusCode()).isEqualTo(400);
        awaitAudit("service", "EXTRACT_EXECUTIONS", "DONE", 2);
    }

    private List<String> words(String order) {
        return List.of(get("/api/v1/audit/entries?order=" + order, "token-of-the-test")
                        .body()
                        .split("\"what\":\""))
                .stream()
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .toList();
    }

    private int stored(AuditEntry entry) {
        return database.sql("select count(*) from console.audit_log where id = ?")
                .param(entry.id())
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> get(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private AuditEntry entry(String what, AuditReference reference) {
        return AuditEntry.of(
                ids.next(),
                AuditKind.ORDER_REQUEST,
                "ibkr-adapter",
                "momentum",
                what,
                Outcome.DONE,
                reference,
                "",
                "{}",
                AuditTimes.of(Instant.now()));
    }
}
