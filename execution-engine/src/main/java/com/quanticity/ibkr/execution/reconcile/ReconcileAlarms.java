package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.alarm.EngineAlarms;
import com.quanticity.ibkr.execution.reconcile.witness.Standing;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.reconcile.DiscrepancyState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps the alarms in step with the discrepancies: one for each symbol, one for each witness, one for each statement. */
final class ReconcileAlarms {

    private final EngineAlarms alarms;
    private final Duration blindAfter;

    ReconcileAlarms(EngineAlarms alarms, Duration blindAfter) {
        this.alarms = alarms;
        this.blindAfter = blindAfter;
    }

    void show(List<Discrepancy> left, Standing standing, Instant now) {
        Map<String, String> locking = new LinkedHashMap<>();
        Map<String, String> unwitnessed = new LinkedHashMap<>();
        Map<String, String> statements = new LinkedHashMap<>();
        for (Discrepancy discrepancy : left) {
            if (discrepancy.state() == DiscrepancyState.IGNORED) {
                continue;
            }
            if (discrepancy.kind().locks()) {
                locking.putIfAbsent(discrepancy.symbol(), text(discrepancy));
            } else if (discrepancy.kind() == DiscrepancyKind.FILL_NOT_IN_DROP_COPY) {
                unwitnessed.putIfAbsent("", text(discrepancy));
            } else {
                statements.putIfAbsent(discrepancy.witness(), text(discrepancy));
            }
        }
        alarms.show(AlarmKind.DISCREPANCY, locking);
        alarms.show(AlarmKind.DROP_COPY_INCOMPLETE, unwitnessed);
        alarms.show(AlarmKind.STATEMENT_DIFFERS, statements);
        alarms.show(AlarmKind.RECONCILIATION_BLIND, blind(standing, now));
    }

    private Map<String, String> blind(Standing standing, Instant now) {
        Map<String, String> blind = new LinkedHashMap<>();
        standing.witnesses().forEach((witness, since) -> {
            if (!since.known() && !now.isBefore(since.since().plus(blindAfter))) {
                blind.put(witness.text(), witness.text() + " not known since " + since.since());
            }
        });
        return blind;
    }

    private static String text(Discrepancy discrepancy) {
        String kind = discrepancy.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return discrepancy.symbol() + " " + kind + ": ours '" + discrepancy.ours() + "', " + discrepancy.witness()
                + " '" + discrepancy.theirs() + "'";
    }
}
