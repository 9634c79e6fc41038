package com.quanticity.ibkr.console;

import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was recorded as {@code who what outcome}. */
public final class RecordingAudit implements Audit {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void record(String who, String what, Outcome outcome, String commandId, String detail) {
        lines.add(who + " " + what + " " + outcome);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
