package com.quanticity.ibkr.chaos.machine;

import com.quanticity.ibkr.chaos.plan.Planner;
import com.quanticity.ibkr.quickstart.platform.Application;
import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Ports;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A service's settings as environment variables. What a run has to wait for is short: leases, pauses, probes. Market data that no order
 * needs is not asked for.
 */
final class ServiceSettings {

    static final List<String> CONSOLE_USERS = List.of("trader");

    private ServiceSettings() {}

    static Map<String, String> of(Application service, Ports ports, Secrets secrets, int gatewayPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        String role = service.role().orElseThrow();
        settings.put("SERVER_PORT", Integer.toString(ports.of(service.port())));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SPRING_DATA_REDIS_HOST", "127.0.0.1");
        settings.put("SPRING_DATA_REDIS_PORT", Integer.toString(ports.of(Port.REDIS)));
        settings.put("SPRING_DATASOURCE_URL", PostgresServer.jdbcUrl(ports.of(Port.POSTGRES)));
        settings.put("SPRING_DATASOURCE_USERNAME", role);
        settings.put("SPRING_DATASOURCE_PASSWORD", secrets.database(role));
        settings.put("IBKR_SERVICE_TOKEN", secrets.serviceToken());
        switch (service) {
            case ADAPTER -> {
                gateway(settings, gatewayPort);
                adapter(settings);
            }
            case RISK -> {
                gateway(settings, gatewayPort);
                settings.put("IBKR_RISK_INITIALTRADINGSTATE", "ACTIVE");
                settings.put("IBKR_LIMITS_INITIAL", "classpath:limits/load-test.json");
            }
            case ENGINE -> engine(settings);
            case CONSOLE -> console(settings, ports, secrets);
            case SIMULATOR, REPLAY -> throw new IllegalArgumentException(service + " takes no part");
        }
        return settings;
    }

    private static void gateway(Map<String, String> settings, int port) {
        settings.put("IBKR_GATEWAY_HOST", "127.0.0.1");
        settings.put("IBKR_GATEWAY_PORT", Integer.toString(port));
        settings.put("IBKR_GATEWAY_RECONNECT_INITIAL", "200ms");
        settings.put("IBKR_GATEWAY_RECONNECT_MAX", "1s");
        settings.put("IBKR_GATEWAY_LIVENESS_PROBEINTERVAL", "1s");
        settings.put("IBKR_GATEWAY_LIVENESS_PROBETIMEOUT", "3s");
        settings.put("IBKR_GATEWAY_LIVENESS_SILENCETIMEOUT", "5s");
        settings.put("IBKR_GATEWAY_LEASE_TIMETOLIVE", "3s");
        settings.put("IBKR_GATEWAY_MAINTENANCE_ENABLED", "false");
    }

    private static void console(Map<String, String> settings, Ports ports, Secrets secrets) {
        settings.put("IBKR_CONSOLE_ENVIRONMENT", "SIM");
        for (Application each : Application.services()) {
            String name = each.module().replace("-", "").toUpperCase(Locale.ROOT);
            if (each != Application.CONSOLE) {
                settings.put("IBKR_CONSOLE_SERVICES_" + name, "http://127.0.0.1:" + ports.of(each.port()));
            }
        }
        settings.put("IBKR_CONSOLE_USERS_0_NAME", CONSOLE_USERS.getFirst());
        settings.put("IBKR_CONSOLE_USERS_0_PASSWORD", "{noop}" + secrets.console(CONSOLE_USERS.getFirst()));
        settings.put("IBKR_CONSOLE_USERS_0_ROLE", "trader");
    }

    private static void engine(Map<String, String> settings) {
        settings.put("IBKR_EXECUTION_OUTBOXPOLL", "100ms");
        settings.put("IBKR_EXECUTION_PARENTS_CHILDPAUSE", "100ms");
        settings.put("IBKR_EXECUTION_PARENTS_LOOK", "250ms");
    }

    private static void adapter(Map<String, String> settings) {
        settings.put("IBKR_ADAPTER_WATCHLIST", String.join(",", Planner.SYMBOLS));
        settings.put("IBKR_ADAPTER_ORDERS_ACKNOWLEDGETIMEOUT", "3s");
        settings.put("IBKR_ADAPTER_DEPTH_ENABLED", "false");
        settings.put("IBKR_ADAPTER_HISTORY_ENABLED", "false");
        settings.put("IBKR_ADAPTER_UW_ENABLED", "false");
        settings.put("IBKR_ADAPTER_TICKBYTICK_FOLLOWORDERS", "false");
        settings.put("IBKR_ADAPTER_TICKBYTICK_PERMANENT", "");
        settings.put("IBKR_ADAPTER_BARS_SYMBOLS", "");
    }
}
