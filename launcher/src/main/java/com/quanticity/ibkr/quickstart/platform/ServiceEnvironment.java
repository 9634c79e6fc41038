package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.settings.Market;
import com.quanticity.ibkr.quickstart.settings.Port;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service's settings as environment variables: unlike a command line, nobody else on the machine can read them. The names are Spring
 * Boot's relaxed spelling of the properties in each module's README.
 */
final class ServiceEnvironment {

    private static final String LOOPBACK = "127.0.0.1";

    private ServiceEnvironment() {}

    static Map<String, String> of(Application application, Plan plan) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_PORT", Integer.toString(plan.ports().of(application.port())));
        environment.put("SERVER_ADDRESS", LOOPBACK);
        application.role().ifPresent(role -> {
            shared(environment, plan);
            environment.put("SPRING_DATASOURCE_USERNAME", role);
            environment.put("SPRING_DATASOURCE_PASSWORD", plan.secrets().database(role));
        });
        switch (application) {
            case SIMULATOR -> environment.remove("SERVER_PORT");
            case ADAPTER ->
                environment.put(
                        "IBKR_ADAPTER_WATCHLIST", String.join(",", plan.market().watchList()));
            // With a real gateway somebody must want to trade.
            case RISK -> {
                environment.put("IBKR_RISK_INITIALTRADINGSTATE", plan.isSimulated() ? "ACTIVE" : "HALTED");
                environment.put("IBKR_LIMITS_INITIAL", "classpath:limits/starter.json");
            }
            case ENGINE ->
                environment.put(
                        "IBKR_EXECUTION_ADAPTER", plan.url(Application.ADAPTER).toString());
            case REPLAY ->
                environment.put("IBKR_REPLAY_RECORDINGSROOT", recordings(plan).toString());
            case CONSOLE -> console(environment, plan);
        }
        return environment;
    }

    private static void shared(Map<String, String> environment, Plan plan) {
        environment.put("SPRING_DATA_REDIS_HOST", LOOPBACK);
        environment.put("SPRING_DATA_REDIS_PORT", Integer.toString(plan.ports().of(Port.REDIS)));
        environment.put(
                "SPRING_DATASOURCE_URL", PostgresServer.jdbcUrl(plan.ports().of(Port.POSTGRES)));
        environment.put("IBKR_SERVICE_TOKEN", plan.secrets().serviceToken());
        switch (plan.market()) {
            case Market.RealGateway real -> gateway(environment, real.host(), real.port());
            case Market.Generated generated -> simulator(environment, plan);
            case Market.Recorded recorded -> simulator(environment, plan);
        }
    }

    private static void simulator(Map<String, String> environment, Plan plan) {
        gateway(environment, LOOPBACK, plan.ports().of(Port.GATEWAY));
        // It has no nightly restart and no weekend: whenever it is away, somebody wants to see the alarm.
        environment.put("IBKR_GATEWAY_MAINTENANCE_ENABLED", "false");
    }

    private static void gateway(Map<String, String> environment, String host, int port) {
        environment.put("IBKR_GATEWAY_HOST", host);
        environment.put("IBKR_GATEWAY_PORT", Integer.toString(port));
        // On one machine a gateway is back soon: nobody wants to wait a minute for the next try.
        environment.put("IBKR_GATEWAY_RECONNECT_MAX", "5s");
    }

    private static void console(Map<String, String> environment, Plan plan) {
        environment.put("IBKR_CONSOLE_ENVIRONMENT", plan.isSimulated() ? "SIM" : "PAPER");
        String services = "IBKR_CONSOLE_SERVICES_";
        environment.put(services + "IBKRADAPTER", plan.url(Application.ADAPTER).toString());
        environment.put(services + "RISKMANAGER", plan.url(Application.RISK).toString());
        environment.put(
                services + "EXECUTIONREPLAY", plan.url(Application.REPLAY).toString());
        environment.put(
                services + "EXECUTIONENGINE", plan.url(Application.ENGINE).toString());
        user(environment, plan, 0, "trader", "trader");
        user(environment, plan, 1, "officer", "risk_officer");
    }

    private static void user(Map<String, String> environment, Plan plan, int index, String name, String role) {
        String prefix = "IBKR_CONSOLE_USERS_" + index + "_";
        environment.put(prefix + "NAME", name);
        environment.put(prefix + "PASSWORD", "{noop}" + plan.secrets().console(name));
        environment.put(prefix + "ROLE", role);
    }

    private static Path recordings(Plan plan) {
        return switch (plan.market()) {
            case Market.Recorded recorded -> recorded.recording().folder();
            case Market.Generated generated -> plan.folders().recordings();
            case Market.RealGateway real -> plan.folders().recordings();
        };
    }
}
