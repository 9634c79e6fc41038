package com.quanticity.ibkr.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret that services show each other, and operators show them. Never printed. Thread-safe. */
public final class ServiceToken {

    /** Fewest characters of a token. */
    public static final int MINIMUM_LENGTH = 16;

    private final String value;

    public ServiceToken(String value) {
        if (value.length() < MINIMUM_LENGTH) {
            throw new IllegalArgumentException("a service token has " + MINIMUM_LENGTH + " characters or more");
        }
        this.value = value;
    }

    /** Takes the same time wherever the two differ. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Value of the {@code Authorization} header for a call to another service. */
    public String authorizationHeader() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "******";
    }
}
