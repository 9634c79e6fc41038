package com.quanticity.ibkr.quickstart.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.BooleanSupplier;

/** Ready when the address answers 200. */
record HttpReadiness(URI address) implements BooleanSupplier {

    private static final int TIMEOUT_MILLIS = 1_000;

    @Override
    public boolean getAsBoolean() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
