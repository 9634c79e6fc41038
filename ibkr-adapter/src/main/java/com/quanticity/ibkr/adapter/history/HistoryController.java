package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.service.problem.ApiException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the history stands, read only. */
@RestController
@RequestMapping("/api/v1/history")
@ConditionalOnProperty(name = "ibkr.adapter.history.enabled", havingValue = "true", matchIfMissing = true)
class HistoryController {

    private final HistoryDesk desk;

    HistoryController(HistoryDesk desk) {
        this.desk = desk;
    }

    /** How far the writer of each stream is behind. */
    @GetMapping
    Map<String, HistoryWatch.Standing> standings() {
        return desk.watch().standings();
    }

    /**
     * Streams against database for one day, UTC: counts and checksums by symbol, holes by connection. Takes seconds for each million rows.
     *
     * @param day such as {@code 2026-03-02}
     */
    @GetMapping("/proof")
    HistoryProof proof(@RequestParam LocalDate day) {
        return desk.prover()
                .prove(day)
                .orElseThrow(() -> ApiException.tooMany(
                        "COMPARISON_UNDER_WAY", "another comparison is under way; ask again when it has ended"));
    }
}
