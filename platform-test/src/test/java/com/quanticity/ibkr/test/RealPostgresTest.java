package com.quanticity.ibkr.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RealPostgresTest {

    private final FreshDatabase database = RealPostgres.freshDatabase();

    @AfterEach
    void bringBack() {
        RealPostgres.start();
    }

    @Test
    void answersACommitOnlyWhenItsLogIsWritten() throws SQLException {
        assertThat(value("show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        run("create table fact (word text)");
        run("insert into fact values ('kept')");

        RealPostgres.stop();
        RealPostgres.start();

        assertThat(value("select word from fact")).isEqualTo("kept");
    }

    @Test
    void isGoneAfterStop() {
        RealPostgres.stop();

        assertThat(RealPostgres.isRunning()).isFalse();
        assertThatThrownBy(database::connect)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    }

    @Test
    void dropsADatabaseThatIsStillInUse() throws SQLException {
        try (Connection _ = database.connect()) {
            database.drop();
        }

        assertThatThrownBy(database::connect)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("3D000"));
    }

    @Test
    void givesEachCallerAnEmptyDatabase() throws SQLException {
        run("create table fact (word text)");

        FreshDatabase other = RealPostgres.freshDatabase();

        assertThat(other.jdbcUrl()).isNotEqualTo(database.jdbcUrl());
        assertThat(value(other, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0");
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String query) throws SQLException {
        return value(database, query);
    }

    private static String value(FreshDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
