package com.quanticity.ibkr.quickstart.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** A step of the check did not come true; the message says what was seen instead. */
public final class CheckFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String step;
    private final transient Map<String, Object> report;

    CheckFailedException(String step, String message, Map<String, ?> soFar) {
        super(message);
        this.step = step;
        this.report = new LinkedHashMap<>();
        report.put("failed", step);
        report.put("reason", message);
        report.putAll(soFar);
    }

    public String step() {
        return step;
    }

    /** Failed step, reason, and the timings of the steps before it. */
    public Map<String, Object> report() {
        return report;
    }
}
