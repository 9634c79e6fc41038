package com.quanticity.ibkr.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.console.audit.AuditProperties.LockMode;
import com.quanticity.ibkr.console.audit.DayFile.Manifest;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a store. The server here keeps objects and honours If-None-Match; it enforces no lock. */
class S3TargetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Manifest MANIFEST = new Manifest(
            DAY, 1, 0, 1, "0".repeat(64), "a".repeat(64), "b".repeat(64), Instant.parse("2026-01-06T00:30:00Z"));

    private final List<Map<String, String>> puts = new ArrayList<>();
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void putsBothFilesLockedAndOnlyWhenThereAreNone() throws IOException {
        String place = target().put(day(), MANIFEST, LocalDate.of(2032, 1, 5), true);

        assertThat(place).isEqualTo("s3://record/audit/audit-2026-01-05.jsonl");
        assertThat(puts)
                .extracting(put -> put.get("path"))
                .containsExactly(
                        "/record/audit/audit-2026-01-05.jsonl", "/record/audit/audit-2026-01-05.manifest.json");
        assertThat(puts)
                .allSatisfy(put -> assertThat(put)
                        .containsEntry("x-amz-object-lock-mode", "COMPLIANCE")
                        .containsEntry("x-amz-object-lock-retain-until-date", "2032-01-05T00:00:00Z")
                        .containsEntry("x-amz-object-lock-legal-hold", "ON")
                        .containsEntry("if-none-match", "*")
                        .containsKey("x-amz-checksum-sha256")
                        .hasEntrySatisfying(
                                "authorization",
                                value -> assertThat(value).startsWith("AWS4-HMAC-SHA256 Credential=key/"))
                        .doesNotContainValue("secret"));
        assertThat(new String(objects.get("/record/audit/audit-2026-01-05.jsonl"), StandardCharsets.UTF_8))
                .isEqualTo("the links\n");
    }

    @Test
    void leavesADayThatIsThereAsItIs() throws IOException {
        DayFile day = day();
        target().put(day, MANIFEST, LocalDate.of(2032, 1, 5), false);

        target().put(day, MANIFEST, LocalDate.of(2032, 1, 5), false);

        assertThat(objects).hasSize(2);
    }

    @Test
    void refusesADayThatIsThereWithOtherLinks() throws IOException {
        target().put(day(), MANIFEST, LocalDate.of(2032, 1, 5), false);
        Manifest other =
                new Manifest(DAY, 2, 0, 2, "0".repeat(64), "c".repeat(64), "d".repeat(64), MANIFEST.exportedAt());

        assertThatThrownBy(() -> target().put(day(), other, LocalDate.of(2032, 1, 5), false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other links");
    }

    private DayFile day() throws IOException {
        DayFile day = DayFile.of(folder, DAY);
        Files.writeString(day.links(), "the links\n");
        Files.writeString(day.manifest(), ModelJson.write(MANIFEST));
        return day;
    }

    private DayTarget target() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return S3Target.of(new AuditProperties.S3(
                endpoint, "us-east-1", "record", "audit/", "key", "secret", LockMode.COMPLIANCE));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("GET")) {
            byte[] found = objects.getOrDefault(path, new byte[0]);
            exchange.sendResponseHeaders(200, found.length);
            exchange.getResponseBody().write(found);
        } else if (objects.putIfAbsent(path, body) == null) {
            Map<String, String> put = new TreeMap<>(Map.of("path", path));
            exchange.getRequestHeaders()
                    .forEach((name, values) -> put.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            puts.add(put);
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(412, -1);
        }
        exchange.close();
    }
}
