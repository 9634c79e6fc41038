package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.settings.Port;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform's own programs, each built as an executable jar. */
public enum Application {
    SIMULATOR("gateway-simulator", null, Port.SIMULATOR_CONTROL),
    ADAPTER("ibkr-adapter", "adapter", Port.ADAPTER),
    RISK("risk-manager", "risk", Port.RISK),
    ENGINE("execution-engine", "execution", Port.ENGINE),
    REPLAY("execution-replay", "replay", Port.REPLAY),
    CONSOLE("ops-console", "console", Port.CONSOLE);

    private final String module;
    private final @Nullable String role;
    private final Port port;

    Application(String module, @Nullable String role, Port port) {
        this.module = module;
        this.role = role;
        this.port = port;
    }

    /** Module folder, and the name people see. */
    public String module() {
        return module;
    }

    /** PostgreSQL role and schema; empty for a program without a database. */
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    /** Where its HTTP interface listens. */
    public Port port() {
        return port;
    }

    /** The five services: everything that has a database role. */
    public static List<Application> services() {
        return Arrays.stream(values()).filter(each -> each.role != null).toList();
    }

    public static List<String> roles() {
        return services().stream().flatMap(each -> each.role().stream()).toList();
    }
}
