package com.quanticity.ibkr.console.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.service.ServiceToken;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ServiceListsTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServiceLists lists =
            new ServiceLists(http, new ServiceToken("a-token-of-enough-characters-for-it"), JsonMapper.shared());
    private HttpServer service;
    private int status = 200;
    private String answer = "{\"things\":[1,2]}";

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/things", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
        http.close();
    }

    @Test
    void readsAList() throws Exception {
        assertThat(lists.read(address(), "/things?open=true", "things")).hasSize(2);
    }

    @Test
    void refusesAnAnswerWithoutTheList() {
        answer = "{\"others\":[]}";

        assertThatThrownBy(() -> lists.read(address(), "/things", "things"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("/things answered without things");
    }

    @Test
    void failsWhenTheServiceRefuses() {
        status = 503;

        assertThatThrownBy(() -> lists.read(address(), "/things", "things"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("/things answered 503");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    }
}
