package com.quanticity.ibkr.stream;

/** Meters of this module; all carry the tag {@code stream}, those of consumers also {@code group}. */
public enum StreamBusMeter {
    /** Entries published. */
    PUBLISHED("stream_published_total"),
    /** Publications that Redis did not confirm. */
    PUBLISH_FAILED("stream_publish_failed_total"),
    /** Messages handled and acknowledged. */
    CONSUMED("stream_consumed_total"),
    /** Deliveries whose handler failed. */
    FAILED("stream_failed_total"),
    /** Messages sent to the dead-letter stream. */
    DEAD_LETTERED("stream_dead_lettered_total"),
    /** Messages taken over from another consumer. */
    CLAIMED("stream_claimed_total"),
    /** Entries trimmed away before a group had handled them, as far as their number is known. */
    LOST("stream_lost_total"),
    /** Times a reader found that entries may be gone between the last it saw and the oldest there is; their number is not known. */
    TRIMMED_UNREAD("stream_trimmed_unread_total"),
    /** Entries trimmed because the stream took more memory than its bound. */
    TRIMMED("stream_trimmed_total"),
    /** Gauge: bytes that a stream with a bound in memory takes in Redis, looked at every five seconds. */
    BYTES("stream_bytes"),
    /** Timer: age of a message when its handler has finished, of groups that ask for it; market batches count from the socket read. */
    AGE("stream_consumer_age_seconds"),
    /** Gauge, without tags: audit entries of this service that wait to be published. */
    AUDIT_WAITING("audit_entries_waiting");

    private final String meterName;

    StreamBusMeter(String meterName) {
        this.meterName = meterName;
    }

    public String meterName() {
        return meterName;
    }
}
