package com.quanticity.ibkr.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database of its own, and the role that owns it. The password is checked by the server.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/name}
 * @param username owner of the database, no superuser
 * @param password the owner's password
 */
public record FreshDatabase(String jdbcUrl, String username, String password) {

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }

    /** Without a pool: every connection is new. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }

    /** Drops it and cuts who is connected. A server that stops writes out what all databases left behind, which takes long with many. */
    public void drop() {
        RealPostgres.drop(this);
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + username;
    }
}
