package com.quanticity.ibkr.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.service.SampleService;
import com.quanticity.ibkr.test.FreePort;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {

    private static final FreshDatabase DATABASE = RealPostgres.freshDatabase();

    private final Map<String, String> settings = new LinkedHashMap<>(Map.of(
            "spring.application.name", "sample-service",
            "server.port", "0",
            "ibkr.service.token", "a-token-of-the-test",
            "spring.data.redis.host", RealRedis.host(),
            "spring.data.redis.port", Integer.toString(RealRedis.port()),
            "spring.datasource.url", DATABASE.jdbcUrl(),
            "spring.datasource.username", DATABASE.username(),
            "spring.datasource.password", DATABASE.password()));

    @Test
    void startsWhenAllIsRight(CapturedOutput output) {
        settings.put("ibkr.sample.api-password", "very-secret");

        SpringApplication.run(SampleService.class, arguments()).close();

        assertThat(output.getAll())
                .contains("configuration ibkr.sample.runs=3 origin=default")
                .contains("configuration ibkr.service.token=****** origin=")
                .doesNotContain("a-token-of-the-test")
                .doesNotContain("very-secret");
    }

    @Test
    void namesAMissingToken(CapturedOutput output) {
        settings.remove("ibkr.service.token");

        assertRefused(
                output,
                "cannot start: ibkr.service.token is missing. Do: set ibkr.service.token (or IBKR_SERVICE_TOKEN) to 16 characters or more.");
    }

    @Test
    void namesAShortToken(CapturedOutput output) {
        settings.put("ibkr.service.token", "short");

        assertRefused(output, "cannot start: ibkr.service.token has only 5 characters. Do: set ibkr.service.token");
    }

    @Test
    void namesAnUnreachablePostgres(CapturedOutput output) {
        String url = "jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/ibkr";
        settings.put("spring.datasource.url", url);

        assertRefused(
                output,
                "cannot start: PostgreSQL does not answer at " + url
                        + " (Connection refused). Do: start PostgreSQL or correct spring.datasource.url.");
    }

    @Test
    void namesAWrongPassword(CapturedOutput output) {
        settings.put("spring.datasource.password", "wrong-password");

        assertRefused(
                output,
                "cannot start: PostgreSQL at " + DATABASE.jdbcUrl() + " refuses user '" + DATABASE.username()
                        + "' (FATAL: password authentication failed for user \"" + DATABASE.username()
                        + "\"). Do: correct spring.datasource.username and spring.datasource.password.");
        assertThat(output.getAll()).doesNotContain("wrong-password");
    }

    @Test
    void namesAMissingDatabase(CapturedOutput output) {
        String url = "jdbc:postgresql://127.0.0.1:" + RealPostgres.port() + "/nowhere";
        settings.put("spring.datasource.url", url);

        assertRefused(output, "cannot start: PostgreSQL has no such database: " + url + ". Do: create the database");
    }

    @Test
    void namesAMissingRight(CapturedOutput output) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create role guest login password 'guest'");
        }
        settings.put("spring.datasource.username", "guest");
        settings.put("spring.datasource.password", "guest");
        settings.put("spring.flyway.default-schema", "sample");
        settings.put("spring.flyway.create-schemas", "true");

        assertRefused(output, "cannot start: user 'guest' lacks a right in " + DATABASE.jdbcUrl());
    }

    @Test
    void namesAMissingDatabaseAddress(CapturedOutput output) {
        settings.remove("spring.datasource.url");

        assertRefused(output, "cannot start: spring.datasource.url is missing. Do: set spring.datasource.url");
    }

    @Test
    void namesAnUnreachableRedis(CapturedOutput output) {
        String port = Integer.toString(FreePort.find());
        settings.put("spring.data.redis.port", port);

        assertRefused(
                output,
                "cannot start: Redis does not answer at 127.0.0.1:" + port
                        + " (Connection refused). Do: start Redis or correct spring.data.redis.host and spring.data.redis.port.");
    }

    @Test
    void namesABusyPort(CapturedOutput output) throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("server.port", Integer.toString(busy.getLocalPort()));

            assertRefused(
                    output, "cannot start: port " + busy.getLocalPort() + " is in use. Do: stop what listens there");
        }
    }

    @Test
    void namesAPropertyOutOfItsRange(CapturedOutput output) {
        settings.put("ibkr.sample.runs", "0");

        assertRefused(output, "cannot start: ibkr.sample.runs=0 must be greater than or equal to 1");
    }

    @Test
    void namesAPropertyOfTheWrongType(CapturedOutput output) {
        settings.put("ibkr.sample.runs", "many");

        assertRefused(output, "cannot start: ibkr.sample.runs=many is refused: ");
    }

    @Test
    void namesAnUnknownProperty(CapturedOutput output) {
        settings.put("ibkr.sample.runz", "4");

        assertRefused(output, "cannot start: unknown property ibkr.sample.runz");
    }

    @Test
    void exitsWithCodeOneAndOneLine() throws IOException, InterruptedException {
        settings.remove("ibkr.service.token");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SampleService.class.getName()));
        command.addAll(List.of(arguments()));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);

        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isOne();
        assertThat(printed.lines()).singleElement().asString().contains("cannot start: ibkr.service.token is missing");
    }

    private void assertRefused(CapturedOutput output, String line) {
        assertThatThrownBy(() -> SpringApplication.run(SampleService.class, arguments()))
                .isNotNull();

        assertThat(output.getAll().lines().filter(printed -> printed.contains("cannot start:")))
                .singleElement()
                .asString()
                .contains(line);
        assertThat(output.getAll()).doesNotContain("\tat ").doesNotContain("APPLICATION FAILED");
    }

    private String[] arguments() {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
