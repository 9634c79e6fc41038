package com.quanticity.ibkr.service.start;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Connects once without the pool, which would log the failure with its stack trace and try again. */
final class PostgresCheck implements BeanPostProcessor {

    private static final String TIMEOUT_SECONDS = "5";

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource source
                && source.getJdbcUrl() != null
                && source.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            check(source.getJdbcUrl(), source.getUsername(), source.getPassword());
        }
        return bean;
    }

    private static void check(String url, @Nullable String user, @Nullable String password) {
        Properties properties = new Properties();
        put(properties, "user", user);
        put(properties, "password", password);
        put(properties, "connectTimeout", TIMEOUT_SECONDS);
        put(properties, "loginTimeout", TIMEOUT_SECONDS);
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw PostgresFailure.reason(e, url, user == null ? "" : user);
        }
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
