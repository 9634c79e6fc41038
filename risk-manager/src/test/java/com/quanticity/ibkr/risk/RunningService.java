package com.quanticity.ibkr.risk;

import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this process, on a free port; closing it is its orderly end. */
final class RunningService implements AutoCloseable {

    static final String TOKEN = "a-token-of-the-test";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param more further arguments, {@code --name=value} */
    static RunningService start(FreshDatabase database, String prefix, int gatewayPort, String... more) {
        RealRedis.declareFirstStart(prefix);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--ibkr.service.token=" + TOKEN,
                "--ibkr.streams.prefix=" + prefix,
                "--ibkr.gateway.host=127.0.0.1",
                "--ibkr.gateway.port=" + gatewayPort,
                "--spring.data.redis.host=" + RealRedis.host(),
                "--spring.data.redis.port=" + RealRedis.port(),
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        arguments.addAll(List.of(more));
        return new RunningService(
                new SpringApplicationBuilder(RiskManagerApplication.class).run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", "Bearer " + TOKEN));
    }

    HttpResponse<String> getWithoutToken(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
