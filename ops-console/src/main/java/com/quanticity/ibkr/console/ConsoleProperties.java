package com.quanticity.ibkr.console;

import com.quanticity.ibkr.console.audit.AuditProperties;
import com.quanticity.ibkr.console.environment.Environment;
import com.quanticity.ibkr.console.login.Role;
import com.quanticity.ibkr.service.start.CannotStartException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The console.
 *
 * @param environment what the page's band says: LIVE, PAPER, SIM or REPLAY; absent (the default) = told by the account's prefix
 * @param users who may log in, at least one
 * @param services where the other services answer
 * @param approvalLifetime how long a request waits for its second person before it lapses; default 2 minutes, at least a second
 * @param maximumViewers open pages served at a time; default 50, at least 1
 * @param audit the audit record: alarm, daily export, retention, holds
 */
@ConfigurationProperties(value = "ibkr.console", ignoreUnknownFields = false)
public record ConsoleProperties(
        @Nullable Environment environment,
        @DefaultValue List<User> users,
        @DefaultValue Services services,
        @DefaultValue("2m") Duration approvalLifetime,
        @DefaultValue("50") int maximumViewers,
        @DefaultValue AuditProperties audit) {

    private static final String CLEAR_TEXT = "{noop}";
    private static final String HASHED = "{bcrypt}";

    public ConsoleProperties {
        users = List.copyOf(users);
        if (users.isEmpty()) {
            throw new CannotStartException(
                    "ibkr.console.users is empty, and the console does not start without a login",
                    "set ibkr.console.users[0].name, .password ({bcrypt}…) and .role, or IBKR_CONSOLE_USERS_0_NAME, _PASSWORD and _ROLE");
        }
        Set<String> names = new HashSet<>();
        for (User user : users) {
            check(user, environment);
            if (!names.add(user.login().toLowerCase(Locale.ROOT))) {
                throw new CannotStartException(
                        "ibkr.console.users has two users named '" + user.login() + "'",
                        "give each person a name of their own");
            }
        }
        if (approvalLifetime.toSeconds() < 1 || maximumViewers < 1) {
            throw new CannotStartException(
                    "ibkr.console.approval-lifetime=" + approvalLifetime + " or ibkr.console.maximum-viewers="
                            + maximumViewers + " is too small",
                    "set at least 1s and 1");
        }
    }

    private static void check(User user, @Nullable Environment environment) {
        if (user.login().isBlank() || user.role() == null) {
            throw new CannotStartException(
                    "ibkr.console.users has a user without a name or a role",
                    "give each user a name, a password and a role of viewer, trader, risk_officer or admin");
        }
        if (user.secret().startsWith(CLEAR_TEXT)) {
            if (environment != Environment.SIM && environment != Environment.PAPER) {
                throw new CannotStartException(
                        "the password of console user '" + user.login() + "' is written in clear text",
                        "use a {bcrypt} hash; {noop} is for ibkr.console.environment=SIM or PAPER");
            }
        } else if (!user.secret().startsWith(HASHED)) {
            throw new CannotStartException(
                    "the password of console user '" + user.login() + "' is missing or of unknown form",
                    "write {bcrypt} and the hash");
        }
    }

    /**
     * One person. Env names: {@code IBKR_CONSOLE_USERS_0_NAME}, {@code IBKR_CONSOLE_USERS_0_PASSWORD}, {@code IBKR_CONSOLE_USERS_0_ROLE}.
     *
     * @param name login, unique whatever its case
     * @param password {@code {bcrypt}} and the hash, or {@code {noop}} and the text in SIM and PAPER
     * @param role viewer, trader, risk_officer or admin
     */
    public record User(
            @Nullable String name,
            @Nullable String password,
            @Nullable Role role) {

        /** The name, empty when it is missing. */
        public String login() {
            return name == null ? "" : name;
        }

        /** The password as configured, empty when it is missing. */
        public String secret() {
            return password == null ? "" : password;
        }

        @Override
        public String toString() {
            return name + "(" + role + ")";
        }
    }

    /**
     * Base addresses, asked for their health each second.
     *
     * @param ibkrAdapter default {@code http://127.0.0.1:8081}
     * @param riskManager default {@code http://127.0.0.1:8082}
     * @param executionReplay default {@code http://127.0.0.1:8083}
     * @param executionEngine default {@code http://127.0.0.1:8084}; orders and positions are loaded from it
     */
    public record Services(
            @DefaultValue("http://127.0.0.1:8081") URI ibkrAdapter,
            @DefaultValue("http://127.0.0.1:8082") URI riskManager,
            @DefaultValue("http://127.0.0.1:8083") URI executionReplay,
            @DefaultValue("http://127.0.0.1:8084") URI executionEngine) {}
}
