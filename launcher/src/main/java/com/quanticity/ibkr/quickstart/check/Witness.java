package com.quanticity.ibkr.quickstart.check;

import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.server.RedisConnection;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Looks where quotes should have arrived, past the services that brought them there. */
final class Witness {

    private static final String ROLE = "adapter";
    private static final int TIMEOUT_MILLIS = 5_000;

    private final CheckTarget target;

    Witness(CheckTarget target) {
        this.target = target;
    }

    /** Empty when any symbol's latest quote is in Redis. */
    Optional<String> quoteInRedis() throws IOException {
        List<String> keys = new RedisConnection(target.redisPort()).keys("ib:l1:*");
        return keys.isEmpty() ? Optional.of("no key ib:l1:* in Redis, see " + adapterLog()) : Optional.empty();
    }

    /** Empty when a quote is stored in PostgreSQL. */
    Optional<String> quoteInDatabase() throws SQLException {
        String url = PostgresServer.jdbcUrl(target.postgresPort());
        try (Connection connection = DriverManager.getConnection(url, ROLE, target.adapterPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from adapter.ib_l1_quotes limit 1")) {
            return rows.next() ? Optional.empty() : Optional.of("no row in adapter.ib_l1_quotes, see " + adapterLog());
        }
    }

    /** Empty when the symbol has a quote and the adapter says that it would let an order pass. */
    Optional<String> tradable() throws IOException {
        String symbol = target.symbol();
        if (new RedisConnection(target.redisPort()).hash("ib:l1:" + symbol).isEmpty()) {
            return Optional.of("no key ib:l1:" + symbol + " in Redis, see " + adapterLog());
        }
        HttpURLConnection connection = (HttpURLConnection)
                target.adapter().resolve("/actuator/health/trading").toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            String body = connection.getErrorStream() == null
                    ? ""
                    : new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of("ibkr-adapter is not ready to trade: " + body + ", see " + adapterLog());
        } finally {
            connection.disconnect();
        }
    }

    private String adapterLog() {
        return target.logs().resolve("ibkr-adapter.log").toString();
    }
}
