package com.quanticity.ibkr.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.service.RunsSampleService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.client.RestTestClient;

@RunsSampleService
class BearerTokenTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private RestTestClient client = RestTestClient.bindToServer().build();

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    @Test
    void asksForTheTokenWhenThereIsNone() {
        client.get()
                .uri("/api/v1/pages?size=1")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOKEN_MISSING")
                .jsonPath("$.detail")
                .isEqualTo(
                        "This request carries no token. Send the header 'Authorization: Bearer <ibkr.service.token>'.");
    }

    @Test
    void refusesAWrongToken() {
        client.get()
                .uri("/api/v1/pages?size=1")
                .header("Authorization", "Bearer another-token-of-the-test")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("WRONG_TOKEN");
    }

    @Test
    void letsTheTokenInWithoutASession() {
        client.get()
                .uri("/api/v1/pages?size=1")
                .header("Authorization", "Bearer " + RunsSampleService.TOKEN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/actuator/info"
            })
    void opensHealthMetricsAndInfo(String path) {
        client.get().uri(path).exchange().expectStatus().isOk();
    }

    @Test
    void closesEverythingElseAlsoWithTheToken() {
        client.get()
                .uri("/elsewhere")
                .header("Authorization", "Bearer " + RunsSampleService.TOKEN)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CLOSED_PATH");
    }

    @Test
    void closesOtherActuatorEndpoints() {
        client.get().uri("/actuator/env").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void wireCaptureNeedsTheToken() {
        client.get().uri("/actuator/wirecapture").exchange().expectStatus().isUnauthorized();
        client.get().uri("/actuator/wirecapture/file").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void choosingTheGatewayNeedsTheToken() {
        client.get().uri("/actuator/gatewaychoice").exchange().expectStatus().isUnauthorized();
        client.post().uri("/actuator/gatewaychoice").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void inventsNoUser() {
        assertThat(context.getBeanProvider(UserDetailsService.class).getIfAvailable())
                .isNull();
    }
}
