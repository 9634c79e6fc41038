package com.quanticity.ibkr.service.start;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Finds the reason of a failed start wherever it is wrapped. Failures it does not know are left to the framework's own analysers. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer implements FailureAnalyzer {

    private static final String REDIS_PACKAGE = "org.springframework.data.redis.";
    private static final String LETTUCE_PACKAGE = "io.lettuce.core.Redis";
    private static final String FLYWAY_PACKAGE = "org.flywaydb.";

    private static final String NO_DATABASE = "DataSourceBeanCreationException";

    private final Environment environment;

    StartFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        CannotStartException reason = reason(chain(failure));
        return reason == null ? null : new FailureAnalysis(reason.problem(), reason.action(), failure);
    }

    /** Without an address the framework would advise an in-memory database. */
    private static CannotStartException noDatabase(Throwable failure) {
        return new CannotStartException(
                "spring.datasource.url is missing",
                "set spring.datasource.url (or SPRING_DATASOURCE_URL) to jdbc:postgresql://HOST:PORT/DATABASE",
                failure);
    }

    /** What a person set wrong comes before what a server said, because the first often causes the second. */
    private @Nullable CannotStartException reason(List<Throwable> chain) {
        for (Throwable link : chain) {
            if (link instanceof CannotStartException known) {
                return known;
            }
            if (link instanceof PortInUseException port) {
                return portInUse(port);
            }
            if (link.getClass().getSimpleName().equals(NO_DATABASE)) {
                return noDatabase(link);
            }
        }
        CannotStartException property = PropertyFailure.reason(chain);
        return property == null ? server(chain) : property;
    }

    private @Nullable CannotStartException server(List<Throwable> chain) {
        for (Throwable link : chain) {
            if (link instanceof SQLException sql && sql.getSQLState() != null) {
                return PostgresFailure.reason(
                        sql,
                        environment.getProperty("spring.datasource.url", "no spring.datasource.url"),
                        environment.getProperty("spring.datasource.username", ""));
            }
        }
        for (Throwable link : chain) {
            String type = link.getClass().getName();
            if (type.startsWith(REDIS_PACKAGE) || type.startsWith(LETTUCE_PACKAGE)) {
                return RedisFailure.reason(
                        link,
                        environment.getProperty("spring.data.redis.host", "localhost") + ":"
                                + environment.getProperty("spring.data.redis.port", "6379"));
            }
            if (type.startsWith(FLYWAY_PACKAGE)) {
                return migration(link);
            }
        }
        return null;
    }

    private static CannotStartException portInUse(PortInUseException failure) {
        return new CannotStartException(
                "port " + failure.getPort() + " is in use",
                "stop what listens there (ss -ltnp | grep " + failure.getPort()
                        + ") or choose another with --server.port=N",
                failure);
    }

    private static CannotStartException migration(Throwable failure) {
        return new CannotStartException(
                "the database schema cannot be brought to this version: " + Words.firstLine(failure),
                "run the version of the service that wrote the schema, or restore the schema of this version",
                failure);
    }

    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }
}
