package com.quanticity.ibkr.service.start;

import java.sql.SQLException;

/** What PostgreSQL's answer means for a start. Source: PostgreSQL 17, appendix A "PostgreSQL Error Codes". */
final class PostgresFailure {

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NO_RIGHT = "42501";
    private static final String CONNECTION_CLASS = "08";
    private static final String AUTHORIZATION_CLASS = "28";

    private PostgresFailure() {}

    static CannotStartException reason(SQLException failure, String url, String user) {
        String state = String.valueOf(failure.getSQLState());
        String place = withoutParameters(url);
        if (state.startsWith(CONNECTION_CLASS)) {
            return new CannotStartException(
                    "PostgreSQL does not answer at " + place + " (" + Words.rootLine(failure) + ")",
                    "start PostgreSQL or correct spring.datasource.url",
                    failure);
        }
        if (state.startsWith(AUTHORIZATION_CLASS)) {
            return new CannotStartException(
                    "PostgreSQL at " + place + " refuses user '" + user + "' (" + Words.firstLine(failure) + ")",
                    "correct spring.datasource.username and spring.datasource.password",
                    failure);
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return new CannotStartException(
                    "PostgreSQL has no such database: " + place,
                    "create the database or correct spring.datasource.url",
                    failure);
        }
        if (state.equals(NO_RIGHT)) {
            return new CannotStartException(
                    "user '" + user + "' lacks a right in " + place + " (" + Words.firstLine(failure) + ")",
                    "make the user owner of its schema or grant it CREATE on the database",
                    failure);
        }
        return new CannotStartException(
                "PostgreSQL at " + place + " refused a statement (" + state + " " + Words.firstLine(failure) + ")",
                "compare the schema with this version of the service",
                failure);
    }

    /** Parameters of a URL may hold a password. */
    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
