package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Who gets in, and what is recorded of it. */
@NullUnmarked
class LoginPageTest extends RunsConsole {

    @Test
    void asksForALogin() {
        try (Browser stranger = new Browser(port)) {
            HttpResponse<String> page = stranger.get("/");
            HttpResponse<String> stream = stranger.get("/live");

            assertThat(page.statusCode()).isEqualTo(302);
            assertThat(page.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
            assertThat(stream.statusCode()).isEqualTo(401);
            assertThat(stranger.get("/login").body()).contains("data-testid=\"login-username\"", "SIM");
            assertThat(stranger.get("/favicon.ico").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/actuator/prometheus").body()).contains("console_viewers");
        }
    }

    @Test
    void sendsTheProtectiveHeadersAndAStrictCookie() {
        try (Browser stranger = new Browser(port)) {
            HttpResponse<String> login = stranger.get("/login");

            assertThat(login.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(login.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(login.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(login.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
        }
    }

    @Test
    void locksALoginOutAfterFiveFailures() {
        try (Browser guesser = new Browser(port)) {
            for (int i = 0; i < 5; i++) {
                assertThat(location(guesser.login("locked", "wrong"))).endsWith("/login?wrong");
            }

            assertThat(location(guesser.login("locked", Browser.PASSWORD))).endsWith("/login?locked");
            assertThat(location(guesser.login("trader", Browser.PASSWORD))).endsWith("/");
        }
        awaitAudit("locked", "LOGIN", "REFUSED", 6);
    }

    @Test
    void refusesACommandWithoutItsToken() {
        try (Browser trader = Browser.of(port, "trader")) {
            HttpResponse<String> answer = trader.postWithoutToken("/commands/halt");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("out of date");
        }
    }

    @Test
    void showsAViewerTheHaltButtonAndRefusesTheCommand() {
        try (Browser viewer = Browser.of(port, "viewer")) {
            assertThat(viewer.page())
                    .containsPattern("id=\"halt\"[^>]*disabled")
                    .contains("halting needs the role trader");

            HttpResponse<String> answer = viewer.command("/commands/halt", Map.of());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Ask a trader, a risk officer or an admin");
        }
        awaitAudit("viewer", "DENIED", "REFUSED", 1);
    }

    @Test
    void answersUnknownPathsWithAPage() {
        try (Browser trader = Browser.of(port, "trader")) {
            HttpResponse<String> nowhere = trader.get("/nowhere");

            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(nowhere.body()).contains("back to the console");
        }
    }

    @Test
    void endsTheStreamWithTheLogin() {
        try (Browser trader = Browser.of(port, "trader").live()) {
            trader.post("/logout", Map.of());

            trader.await(event -> event.name().equals("end"));

            assertThat(trader.get("/live").statusCode()).isEqualTo(401);
        }
        awaitAudit("trader", "LOGOUT", "DONE", 1);
    }

    @Test
    void keepsTheAuditLogAppendOnly() {
        try (Browser trader = Browser.of(port, "trader")) {
            assertThat(trader.page()).isNotEmpty();
        }
        awaitAudit("trader", "LOGIN", "DONE", 1);

        for (String sql : List.of(
                "delete from console.audit_log",
                "update console.audit_log set who = 'x'",
                "truncate console.audit_log")) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
