package com.quanticity.ibkr.service.start;

/** What Redis's answer, or its silence, means for a start. */
final class RedisFailure {

    private RedisFailure() {}

    static CannotStartException reason(Throwable failure, String place) {
        String line = Words.rootLine(failure);
        if (line.contains("NOAUTH") || line.contains("WRONGPASS") || line.contains("NOPERM")) {
            return new CannotStartException(
                    "Redis at " + place + " refuses us (" + line + ")",
                    "correct spring.data.redis.username and spring.data.redis.password",
                    failure);
        }
        return new CannotStartException(
                "Redis does not answer at " + place + " (" + line + ")",
                "start Redis or correct spring.data.redis.host and spring.data.redis.port",
                failure);
    }
}
