package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.historical.JobMaker.Made;
import com.quanticity.ibkr.adapter.historical.JobMaker.Wish;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Downloads of the past by REST. */
@RestController
@RequestMapping("/api/v1/historical")
@Tag(name = "past data", description = "Downloads of past bars and ticks, and what they stored")
class HistoryJobController {

    private static final String JOBS = "/api/v1/historical/jobs/";
    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[!-~]([ -~]{0,62}[!-~])?");
    private static final int MOST_JOBS = 500;

    private final HistoryJobs jobs;
    private final ContractDirectory contracts;
    private final Clock clock;

    HistoryJobController(HistoryJobs jobs, ContractDirectory contracts, Clock clock) {
        this.jobs = jobs;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** 201 with the new download; 200 with the old one when the key was used for the same wish before. */
    @PostMapping("/bars")
    @Operation(operationId = "downloadBars", summary = "Downloads past bars")
    @ApiResponse(responseCode = "201", description = "stored and queued; Location names it")
    @ApiResponse(responseCode = "200", description = "this key was used for the same wish before")
    @ApiResponse(responseCode = "400", description = "names what is wrong; nothing was stored")
    @ApiResponse(responseCode = "409", description = "the key belongs to another wish; nothing was stored")
    ResponseEntity<JobView> bars(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody HistoryRequests.Bars request) {
        return make(request.wish(contracts, clock.instant()), key);
    }

    /** As for bars. */
    @PostMapping("/ticks")
    @Operation(operationId = "downloadTicks", summary = "Downloads past ticks")
    @ApiResponse(responseCode = "201", description = "stored and queued; Location names it")
    @ApiResponse(responseCode = "200", description = "this key was used for the same wish before")
    @ApiResponse(responseCode = "400", description = "names what is wrong; nothing was stored")
    @ApiResponse(responseCode = "409", description = "the key belongs to another wish; nothing was stored")
    ResponseEntity<JobView> ticks(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody HistoryRequests.Ticks request) {
        return make(request.wish(contracts, clock.instant()), key);
    }

    /** Newest first. */
    @GetMapping("/jobs")
    @Operation(operationId = "listDownloads", summary = "Lists downloads, newest first")
    @ApiResponse(responseCode = "200", description = "with percentage, requests left and expected end")
    List<JobView> jobs(@RequestParam(defaultValue = "50") int limit) {
        return jobs.newest(Math.clamp(limit, 1, MOST_JOBS));
    }

    @GetMapping("/jobs/{id}")
    @Operation(operationId = "showDownload", summary = "Shows a download")
    @ApiResponse(responseCode = "200", description = "as it stands")
    @ApiResponse(responseCode = "404", description = "there is no such download")
    JobView job(@PathVariable String id) {
        return jobs.find(id).orElseThrow(() -> unknown(id));
    }

    /** Ends a download, at the broker too; what came stays. */
    @DeleteMapping("/jobs/{id}")
    @Operation(operationId = "cancelDownload", summary = "Ends a download, at the broker too; what came stays")
    @ApiResponse(responseCode = "200", description = "as it stands now")
    @ApiResponse(responseCode = "404", description = "there is no such download")
    @ApiResponse(responseCode = "409", description = "the download has ended")
    JobView cancel(@PathVariable String id) {
        return change(id, JobState.CANCELLED, "cancelled by request");
    }

    /** Holds a download: nothing is asked for it until it is resumed. */
    @PostMapping("/jobs/{id}/pause")
    @Operation(operationId = "pauseDownload", summary = "Holds a download")
    @ApiResponse(responseCode = "200", description = "as it stands now")
    @ApiResponse(responseCode = "404", description = "there is no such download")
    @ApiResponse(responseCode = "409", description = "the download has ended")
    JobView pause(@PathVariable String id) {
        return change(id, JobState.PAUSED, "held by request");
    }

    @PostMapping("/jobs/{id}/resume")
    @Operation(operationId = "resumeDownload", summary = "Goes on with a download that is held")
    @ApiResponse(responseCode = "200", description = "as it stands now")
    @ApiResponse(responseCode = "404", description = "there is no such download")
    @ApiResponse(responseCode = "409", description = "the download has ended")
    JobView resume(@PathVariable String id) {
        return change(id, JobState.RUNNING, "");
    }

    private ResponseEntity<JobView> make(Wish wish, @Nullable String key) {
        return switch (jobs.make(wish, checked(key))) {
            case Made.Created created ->
                ResponseEntity.created(URI.create(JOBS + created.job().id()))
                        .body(job(created.job().id()));
            case Made.Repeated repeated ->
                ResponseEntity.ok().body(job(repeated.job().job().id()));
            case Made.KeyTaken taken ->
                throw ApiException.conflict(
                        "IDEMPOTENCY_KEY_TAKEN",
                        "This key belongs to download " + taken.job().job().id()
                                + " with other terms. Send a new key for a new download.");
            case Made.NothingYet _ ->
                throw ApiException.badRequest(
                        "NOTHING_YET", "No bar or second of the range is over. Ask for a range in the past.");
            case Made.TooLong(int pieces, int most) ->
                throw ApiException.badRequest(
                        "RANGE_TOO_LONG",
                        "The range needs " + pieces + " queries, more than " + most
                                + ". Ask for less, for longer bars, or raise ibkr.adapter.historical.most-pieces.");
        };
    }

    private JobView change(String id, JobState wanted, String reason) {
        JobView before = job(id);
        if (!jobs.change(id, wanted, reason)) {
            throw ApiException.conflict("DOWNLOAD_ENDED", "Download " + id + " has ended as " + before.state() + ".");
        }
        return job(id);
    }

    private static String checked(@Nullable String key) {
        if (key == null || !KEY_FORM.matcher(key).matches()) {
            throw ApiException.badRequest(
                    key == null ? "IDEMPOTENCY_KEY_MISSING" : "IDEMPOTENCY_KEY_INVALID",
                    "Send header " + KEY + " with 1 to 64 printable ASCII characters: a new key for a new download,"
                            + " the same key to repeat a request.");
        }
        return key;
    }

    private static ApiException unknown(String id) {
        return ApiException.notFound("DOWNLOAD_UNKNOWN", "There is no download " + id + ".");
    }
}
