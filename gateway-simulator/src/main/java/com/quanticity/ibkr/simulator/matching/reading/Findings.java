package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Notice;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the readers found to say about one order: its first refusal and all warnings. */
final class Findings {

    private final List<Notice> warnings = new ArrayList<>();
    private @Nullable Refusal refusal;

    /** Refuses the order; only the first reason counts. */
    void refuse(int code, String text) {
        refusal = refusal == null ? new Refusal(code, text) : refusal;
    }

    void refuseIf(boolean isWrong, int code, String text) {
        if (isWrong) {
            refuse(code, text);
        }
    }

    /** Refuses the order as a gateway words a failed validation. */
    void invalidIf(boolean isWrong, String cause) {
        refuseIf(isWrong, 321, "Error validating request.-'bF' : cause - " + cause);
    }

    void warn(int code, String text) {
        warnings.add(new Notice(code, text));
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    List<Notice> warnings() {
        return List.copyOf(warnings);
    }
}
