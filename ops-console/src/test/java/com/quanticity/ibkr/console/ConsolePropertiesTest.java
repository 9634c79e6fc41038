package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.console.environment.Environment;
import com.quanticity.ibkr.console.login.Role;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConsolePropertiesTest {

    private static final String HASH = "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG";

    @Test
    void hasDefaults() {
        ConsoleProperties properties = bind(user(0, "ann", HASH, "trader"));

        assertThat(properties.environment()).isNull();
        assertThat(properties.approvalLifetime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(properties.maximumViewers()).isEqualTo(50);
        assertThat(properties.services().executionEngine()).isEqualTo(URI.create("http://127.0.0.1:8084"));
        assertThat(properties.users()).singleElement().isEqualTo(new ConsoleProperties.User("ann", HASH, Role.TRADER));
    }

    @Test
    void bindsEveryKey() {
        Map<String, Object> keys = user(0, "ann", "{noop}secret", "risk_officer");
        keys.put("ibkr.console.environment", "SIM");
        keys.put("ibkr.console.approval-lifetime", "30s");
        keys.put("ibkr.console.maximum-viewers", "3");
        keys.put("ibkr.console.services.ibkr-adapter", "http://a:1");
        keys.put("ibkr.console.services.risk-manager", "http://b:2");
        keys.put("ibkr.console.services.execution-replay", "http://c:3");
        keys.put("ibkr.console.services.execution-engine", "http://d:4");

        ConsoleProperties properties = bind(keys);

        assertThat(properties.environment()).isEqualTo(Environment.SIM);
        assertThat(properties.approvalLifetime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.maximumViewers()).isEqualTo(3);
        assertThat(properties.services())
                .isEqualTo(new ConsoleProperties.Services(
                        URI.create("http://a:1"),
                        URI.create("http://b:2"),
                        URI.create("http://c:3"),
                        URI.create("http://d:4")));
    }

    @Test
    void refusesToStartWithoutAnyUser() {
        refuses(new HashMap<>(), "ibkr.console.users is empty", "IBKR_CONSOLE_USERS_0_NAME");
    }

    @Test
    void refusesClearTextPasswordsOutsideDevelopment() {
        refuses(user(0, "ann", "{noop}secret", "trader"), "'ann' is written in clear text", "{bcrypt}");
        refuses(user(0, "ann", "secret", "trader"), "'ann' is missing or of unknown form");
    }

    @Test
    void refusesUsersWithoutNameOrRoleAndTwoOfOneName() {
        Map<String, Object> nameless = user(0, "", HASH, "trader");
        Map<String, Object> twice = user(0, "ann", HASH, "trader");
        twice.putAll(user(1, "Ann", HASH, "admin"));

        refuses(nameless, "without a name or a role");
        refuses(twice, "two users named 'Ann'");
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(bind(user(0, "ann", HASH, "trader")))
                .asString()
                .contains("ann")
                .doesNotContain(HASH);
    }

    private static void refuses(Map<String, Object> keys, String... words) {
        assertThatThrownBy(() -> bind(keys)).rootCause().hasMessageContainingAll(words);
    }

    private static Map<String, Object> user(int index, String name, String password, String role) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("ibkr.console.users[" + index + "].name", name);
        keys.put("ibkr.console.users[" + index + "].password", password);
        keys.put("ibkr.console.users[" + index + "].role", role);
        return keys;
    }

    private static ConsoleProperties bind(Map<String, Object> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("ibkr.console", ConsoleProperties.class);
    }
}
