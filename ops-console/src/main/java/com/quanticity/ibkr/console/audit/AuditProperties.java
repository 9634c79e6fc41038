package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.service.start.CannotStartException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audit record, {@code ibkr.console.audit}.
 *
 * @param behindAfter the alarm AUDIT_BEHIND is raised when entries wait longer for their place; default one minute
 * @param export daily copies outside the database
 * @param retention how long each class of entries is kept
 * @param holds legal holds: days that stay whatever their age
 */
public record AuditProperties(
        @DefaultValue("1m") Duration behindAfter,
        @DefaultValue Export export,
        @DefaultValue Retention retention,
        @DefaultValue List<Hold> holds) {

    private static final String PREFIX = "ibkr.console.audit.";

    /** Where a day goes once it is over. */
    public enum Target {
        /** Nowhere: the record is in the database only. */
        NONE,
        /** Two files a day in a folder, written once, read-only. */
        FOLDER,
        /** Two objects a day in a bucket with object lock. */
        S3
    }

    /** How firmly an object is locked. */
    public enum LockMode {
        /** Nobody can shorten it. */
        COMPLIANCE,
        /** Who has the special right can. */
        GOVERNANCE
    }

    public AuditProperties {
        holds = List.copyOf(holds);
        List<String> wrong = new ArrayList<>(export.problems());
        if (!behindAfter.isPositive()) {
            wrong.add("behind-after=" + behindAfter + " must be longer than zero");
        }
        if (!wrong.isEmpty()) {
            throw new CannotStartException(
                    PREFIX + String.join("; " + PREFIX, wrong), "correct them, see docs/configuration.md");
        }
    }

    /** True when a legal hold covers the day. */
    boolean isHeld(LocalDate day) {
        return holds.stream().anyMatch(hold -> hold.covers(day));
    }

    /**
     * Daily copies.
     *
     * @param to NONE, FOLDER or S3; default NONE
     * @param folder where days go with FOLDER; best on storage that is itself write-once
     * @param afterMidnight how long after midnight UTC a day is exported; default half an hour, less than a day
     * @param s3 where days go with S3
     */
    public record Export(
            @DefaultValue("NONE") Target to,
            @Nullable String folder,
            @DefaultValue("30m") Duration afterMidnight,
            @DefaultValue S3 s3) {

        /** The folder of the configuration. */
        Path directory() {
            return Path.of(folder == null ? "" : folder);
        }

        private List<String> problems() {
            List<String> wrong = new ArrayList<>();
            if (afterMidnight.isNegative() || afterMidnight.compareTo(Duration.ofDays(1)) >= 0) {
                wrong.add("export.after-midnight=" + afterMidnight + " must be zero or more and less than a day");
            }
            if (to == Target.FOLDER && (folder == null || folder.isBlank())) {
                wrong.add("export.folder is missing and export.to=FOLDER needs it");
            }
            if (to == Target.S3 && s3.bucket().isBlank()) {
                wrong.add("export.s3.bucket is missing and export.to=S3 needs it");
            }
            if (to == Target.S3 && (s3.accessKey() == null) != (s3.secretKey() == null)) {
                wrong.add("export.s3 has one of access-key and secret-key; give both, or none for the environment's");
            }
            return wrong;
        }
    }

    /**
     * A store that speaks S3. The bucket must have been made with object lock.
     *
     * @param endpoint address of the store, absent (the default) = Amazon's for the region
     * @param region as the store calls it; default us-east-1
     * @param bucket no default
     * @param prefix put before every object name, for example {@code audit/}; default none
     * @param accessKey absent (the default) = the usual sources of the environment
     * @param secretKey secret
     * @param lockMode COMPLIANCE (default) or GOVERNANCE
     */
    public record S3(
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String prefix,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("COMPLIANCE") LockMode lockMode) {

        @Override
        public String toString() {
            return "S3[" + endpoint + " " + region + " " + bucket + "/" + prefix + " " + lockMode + "]";
        }
    }

    /**
     * How long entries are kept at least. A day holds entries of every class, so the longest period rules for it.
     *
     * @param orders order requests and responses; default 6 years (SEC 17a-4(a); MiFID II 16(7): 5, up to 7 on request)
     * @param control operator actions, limits, trading state; default 6 years (FINRA 4511)
     * @param access logins, sessions, gaps; default 5 years (MiFID II 16(7))
     */
    public record Retention(
            @DefaultValue("6y") Period orders,
            @DefaultValue("6y") Period control,
            @DefaultValue("5y") Period access) {

        /** The first day on which a copy of this day may go. */
        LocalDate until(LocalDate day) {
            LocalDate latest = day.plus(orders);
            for (Period period : List.of(control, access)) {
                LocalDate end = day.plus(period);
                latest = end.isAfter(latest) ? end : latest;
            }
            return latest;
        }
    }

    /**
     * A legal hold.
     *
     * @param name what compliance calls it
     * @param from first day, {@code 2026-01-05}
     * @param to last day
     */
    public record Hold(String name, String from, String to) {

        public Hold {
            if (day(name, from).isAfter(day(name, to))) {
                throw new CannotStartException(
                        PREFIX + "holds: '" + name + "' ends on " + to + " before it begins on " + from,
                        "exchange from and to");
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(day(name, from)) && !day.isAfter(day(name, to));
        }

        private static LocalDate day(String name, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new CannotStartException(
                        PREFIX + "holds: '" + name + "' has a day '" + text + "' that is none",
                        "write it as 2026-01-05",
                        e);
            }
        }
    }
}
