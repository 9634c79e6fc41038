package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * The gateway of this service's session: GET tells which it is and who holds the client id, POST ({@code role}, {@code reason}) moves
 * the session at once. While orders may be working the move must be asked for with {@code evenWithWorkingOrders}: another login
 * may neither see nor cancel them.
 */
@WebEndpoint(id = "gatewaychoice")
final class GatewayChoiceEndpoint {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private static final int LONGEST_REASON = 200;

    private final ConfiguredSessions sessions;

    GatewayChoiceEndpoint(ConfiguredSessions sessions) {
        this.sessions = sessions;
    }

    @ReadOperation
    WebEndpointResponse<Map<String, Object>> present() {
        Optional<GatewaySession> session = sessions.session();
        return session.isPresent() ? answer(OK, view(session.get())) : notMade();
    }

    /**
     * Moves the session.
     *
     * @param role primary or backup
     * @param reason one line for the record: the log, and the events of the session
     * @param evenWithWorkingOrders true to move though orders may be working
     */
    @WriteOperation
    WebEndpointResponse<Map<String, Object>> choose(
            String role, String reason, @Nullable Boolean evenWithWorkingOrders) {
        GatewayRole wanted = role(role);
        if (reason.isBlank()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw unusable("reason must say why, in one line of " + LONGEST_REASON + " characters at most");
        }
        Optional<GatewaySession> made = sessions.session();
        if (made.isEmpty()) {
            return notMade();
        }
        GatewaySession session = made.get();
        if (session.mayHaveWorkingOrders() && !Boolean.TRUE.equals(evenWithWorkingOrders)) {
            return refused("orders may be working; cancel them first, or say evenWithWorkingOrders when both gateways"
                    + " log in as the same user");
        }
        return session.useGateway(wanted, reason.strip())
                ? answer(OK, view(session))
                : refused("the session uses the " + wanted + " gateway already, or has none; look at GET and at"
                        + " ibkr.gateway.backup");
    }

    private static GatewayRole role(String given) {
        return Arrays.stream(GatewayRole.values())
                .filter(role -> role.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> unusable("role must be primary or backup, was '" + given + "'"));
    }

    private static Map<String, Object> view(GatewaySession session) {
        SessionStatus status = session.status();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("state", status.state());
        view.put("reason", status.reason());
        view.put("role", status.outlook().gatewayRole());
        view.put("gateway", status.gateway());
        view.put("lease", status.outlook().lease());
        view.put("mayHaveWorkingOrders", session.mayHaveWorkingOrders());
        return view;
    }

    private static WebEndpointResponse<Map<String, Object>> notMade() {
        return answer(UNAVAILABLE, Map.of("error", "the session is not made yet; wait until the service has started"));
    }

    private static WebEndpointResponse<Map<String, Object>> refused(String why) {
        return answer(CONFLICT, Map.of("error", why));
    }

    private static WebEndpointResponse<Map<String, Object>> answer(int status, Map<String, Object> body) {
        return new WebEndpointResponse<>(body, status);
    }

    private static InvalidEndpointRequestException unusable(String reason) {
        return new InvalidEndpointRequestException(reason, reason);
    }
}
