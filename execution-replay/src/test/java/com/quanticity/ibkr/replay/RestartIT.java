package com.quanticity.ibkr.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class RestartIT {

    private final FreshDatabase database = RealPostgres.freshDatabase();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path root;

    @BeforeEach
    void record() {
        SampleRecording.write(root.resolve("sample"), "AAA", 100, "");
    }

    @Test
    void marksARunInterruptedByTheEndOfTheService() throws IOException, InterruptedException {
        String runId;
        try (ConfigurableApplicationContext service = start(recordingsRoot())) {
            runId = send(service, "POST", "", "{\"recordings\": \"sample\", \"speed\": \"1\"}")
                    .path("runId")
                    .asString();
        }

        try (ConfigurableApplicationContext service = start(recordingsRoot())) {
            JsonNode run = send(service, "GET", "/" + runId, "");

            assertThat(run.path("state").asString()).isEqualTo("INTERRUPTED");
            assertThat(run.path("reason").asString()).isEqualTo("the service ended while it ran");
            assertThat(run.path("endedAt").isNull()).isFalse();
        }
    }

    @Test
    void doesNotStartWithoutAFolderOfRecordings(CapturedOutput output) {
        assertThatThrownBy(() -> start()).isNotNull();

        assertThat(output.getAll())
                .contains(
                        "cannot start: ibkr.replay.recordings-root is missing and must name the folder that holds the "
                                + "recordings. Do: correct the configuration.");
    }

    private String recordingsRoot() {
        return "--ibkr.replay.recordings-root=" + root;
    }

    private ConfigurableApplicationContext start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--ibkr.service.token=replay-test-token-1234",
                "--ibkr.replay.session-enabled=false",
                "--ibkr.gateway.host=127.0.0.1",
                "--ibkr.gateway.port=1",
                "--spring.data.redis.host=" + RealRedis.host(),
                "--spring.data.redis.port=" + RealRedis.port(),
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        arguments.addAll(List.of(more));
        return SpringApplication.run(ExecutionReplayApplication.class, arguments.toArray(String[]::new));
    }

    private JsonNode send(ConfigurableApplicationContext service, String method, String path, String body)
            throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/replays" + path))
                .header("Authorization", "Bearer replay-test-token-1234")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
