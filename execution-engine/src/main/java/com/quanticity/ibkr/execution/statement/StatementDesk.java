package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.execution.reconcile.Comparisons;
import com.quanticity.ibkr.execution.reconcile.Comparisons.Finding;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports statements, compares their days, and compares again until nothing differs any more. Thread-safe. */
final class StatementDesk {

    private static final Logger LOG = LoggerFactory.getLogger(StatementDesk.class);
    private static final String WITNESS = "statement ";

    private final Statements statements;
    private final BookedDays days;
    private final Comparisons comparisons;
    private final Clock clock;

    StatementDesk(Statements statements, BookedDays days, Comparisons comparisons, Clock clock) {
        this.statements = statements;
        this.days = days;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /**
     * Takes a file; importing the same again changes nothing.
     *
     * @param source where it came from, for the record
     * @return what is in it
     * @throws UnreadableStatementException when it cannot be read; then nothing of it was taken
     */
    List<Statement> take(byte[] file, String source, String by) {
        List<Statement> read = FlexReader.read(new ByteArrayInputStream(file));
        String digest = digest(file);
        for (Statement statement : read) {
            boolean fresh = statements.keep(statement, digest, source, by, clock.instant());
            LOG.info(
                    "statement taken from={} to={} source={} by={} new={}",
                    statement.from(),
                    statement.to(),
                    source,
                    by,
                    fresh);
            statement.from().datesUntil(statement.to().plusDays(1)).forEach(this::compare);
        }
        comparisons.compareEverything();
        return read;
    }

    /** The report of a day, computed now. */
    List<ThreeWayRow> report(LocalDate day) {
        List<ThreeWayRow> rows = new ArrayList<>();
        for (String account : statements.accounts(day, days.accountsOf(day))) {
            Optional<Statement> statement = statements.of(account, day);
            rows.addAll(ThreeWayCheck.rows(day, days.of(account, day), statement.orElse(null)));
        }
        return rows;
    }

    /** The day that a discrepancy's witness stands for, empty when it is no statement. */
    static Optional<LocalDate> dayOf(String witness) {
        return witness.startsWith(WITNESS)
                ? Optional.of(LocalDate.parse(witness.substring(WITNESS.length())))
                : Optional.empty();
    }

    /** True when a statement of every account that traded on the day or held something at its end is there. */
    boolean isStated(LocalDate day) {
        List<String> accounts = statements.accounts(day, days.accountsOf(day));
        return !accounts.isEmpty()
                && accounts.stream()
                        .allMatch(account -> statements.of(account, day).isPresent());
    }

    /** Compares the days again that have differences; what was put right ends. */
    void compareStanding() {
        for (String witness : comparisons.standing()) {
            dayOf(witness).ifPresent(this::compare);
        }
    }

    private void compare(LocalDate day) {
        List<Finding> findings = report(day).stream()
                .filter(row -> row.verdict() == ThreeWayRow.Verdict.DIFFERS)
                .filter(row -> !row.statement().equals(ThreeWayRow.NOT_KNOWN))
                .map(StatementDesk::finding)
                .toList();
        comparisons.compare(WITNESS + day, findings);
        LOG.info("statement compared day={} differences={}", day, findings.size());
    }

    private static Finding finding(ThreeWayRow row) {
        DiscrepancyKind kind = switch (row.section()) {
            case TRADE -> DiscrepancyKind.STATEMENT_TRADE;
            case POSITION -> DiscrepancyKind.STATEMENT_POSITION;
            case CASH -> DiscrepancyKind.STATEMENT_CASH;
        };
        return new Finding(
                kind,
                row.account(),
                row.contractId(),
                row.symbol(),
                row.reference(),
                row.internal(),
                row.statement().equals(row.internal()) ? "api " + row.api() : row.statement());
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
