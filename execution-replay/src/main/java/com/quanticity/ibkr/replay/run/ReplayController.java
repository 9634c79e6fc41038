package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replays by REST. */
@RestController
@RequestMapping("/api/v1/replays")
@Tag(name = "replays", description = "Recordings played onto market streams of their own")
class ReplayController {

    private static final int LONGEST_KEY = 64;

    private final ReplayDesk desk;
    private final RunTable table;

    ReplayController(ReplayDesk desk, RunTable table) {
        this.desk = desk;
        this.table = table;
    }

    @PostMapping
    @Operation(operationId = "startReplay", summary = "Starts a replay")
    @ApiResponse(
            responseCode = "202",
            description = "runs; with an Idempotency-Key used before, that replay as it stands")
    @ApiResponse(responseCode = "400", description = "names what does not fit the recordings")
    @ApiResponse(responseCode = "409", description = "the Idempotency-Key belongs to another request")
    @ApiResponse(responseCode = "429", description = "too many replays run")
    ResponseEntity<ReplayRun> start(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody ReplayRequest request) {
        if (idempotencyKey != null && (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY)) {
            throw ApiException.badRequest("INVALID_IDEMPOTENCY_KEY", "Idempotency-Key must have 1 to 64 characters");
        }
        ReplayRun run = desk.start(request, idempotencyKey);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/replays/" + run.runId()))
                .body(run);
    }

    @GetMapping
    @Operation(operationId = "listReplays", summary = "Lists replays, newest first")
    List<ReplayRun> list() {
        return table.newest();
    }

    @GetMapping("/{runId}")
    @Operation(operationId = "showReplay", summary = "Shows a replay with its counts")
    ReplayRun show(@PathVariable String runId) {
        return table.find(runId).orElseThrow(() -> unknown(runId));
    }

    @DeleteMapping("/{runId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "cancelReplay", summary = "Ends a replay; one that has ended stays as it is")
    ReplayRun cancel(@PathVariable String runId) {
        ReplayRun run = show(runId);
        desk.cancel(runId);
        return run;
    }

    private static ApiException unknown(String runId) {
        return ApiException.notFound(
                "NO_SUCH_REPLAY", "there is no replay " + runId + "; GET /api/v1/replays lists them");
    }
}
