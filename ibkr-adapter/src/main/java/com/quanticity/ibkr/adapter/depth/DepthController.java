package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.rotation.CommandOutcome;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Depth over REST. Every command answers with the rotation after it. */
@RestController
@RequestMapping("/api/v1/depth")
@Tag(name = "depth", description = "Depth slots, who has them and until when, and the books")
class DepthController {

    private static final Logger LOG = LoggerFactory.getLogger(DepthController.class);

    private final DepthDesk desk;
    private final DepthKeeper keeper;
    private final SkipKeys skips = new SkipKeys();

    DepthController(DepthDesk desk, DepthKeeper keeper) {
        this.desk = desk;
        this.keeper = keeper;
    }

    /** @param symbols who rotates, in order, the permanent symbol left out; possibly none */
    record QueueRequest(@NotNull List<@NotBlank String> symbols) {}

    /** @param until null = until it is unpinned */
    record PinRequest(@Nullable Instant until) {}

    /** @param reason shown while it lasts */
    record PauseRequest(@NotBlank String reason) {}

    /** @param symbol whose turn ends now, or whose next turn is passed once */
    record SkipRequest(@NotBlank String symbol) {}

    @GetMapping("/rotation")
    @Operation(operationId = "depthRotation", summary = "Slots with time left, queue, pins and what the broker refuses")
    RotationView rotation() {
        return desk.view();
    }

    @GetMapping("/rotation/history")
    @Operation(
            operationId = "depthHistory",
            summary = "Turns that are over, newest first",
            description =
                    "Ten minutes are about 120 turns. They are stored, as long as ibkr.adapter.history.upkeep.keep-turns "
                            + "says, and told on market.status as they happen.")
    List<Turn> history(
            @RequestParam(defaultValue = "200") @Min(1) @Max(10_000) int limit,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant before) {
        return keeper.turns(new DepthStore.Query(symbol, before, limit));
    }

    @GetMapping("/{symbol}/book")
    @Operation(
            operationId = "depthBook",
            summary = "The book of a symbol, with whether it may be used",
            description = "Of a symbol that has no slot at the moment: no rows. Old rows are never shown.")
    DepthBookView book(@PathVariable String symbol) {
        return desk.book(symbol);
    }

    @PutMapping("/rotation/queue")
    @Operation(operationId = "setDepthQueue", summary = "Sets who rotates, in which order")
    @ApiResponse(responseCode = "409", description = "PERMANENT, TWICE")
    RotationView queue(@Valid @RequestBody QueueRequest request) {
        return done("queue " + request.symbols(), desk.queue(request.symbols()));
    }

    @PutMapping("/rotation/pins/{symbol}")
    @Operation(
            operationId = "pinDepth",
            summary = "Gives a symbol a slot until it is unpinned or a moment",
            description =
                    "Takes the turn that would end first. When every slot is pinned nothing rotates; the answer says so.")
    @ApiResponse(responseCode = "409", description = "NO_SLOT_LEFT, PIN_IN_THE_PAST")
    RotationView pin(@PathVariable String symbol, @RequestBody(required = false) @Nullable PinRequest request) {
        Instant until = request == null ? null : request.until();
        return done("pin " + symbol + " until " + until, desk.pin(symbol, until));
    }

    @DeleteMapping("/rotation/pins/{symbol}")
    @Operation(operationId = "unpinDepth", summary = "Lets a pinned symbol rotate again")
    RotationView unpin(@PathVariable String symbol) {
        return done("unpin " + symbol, desk.unpin(symbol));
    }

    @PostMapping("/rotation/skips")
    @Operation(
            operationId = "skipDepth",
            summary = "Ends the turn of a symbol, or passes its next one once",
            description = "The same Idempotency-Key again changes nothing.")
    @ApiResponse(responseCode = "409", description = "PERMANENT, PINNED, NOT_IN_QUEUE, KEY_USED")
    RotationView skip(@RequestHeader("Idempotency-Key") @NotBlank String key, @Valid @RequestBody SkipRequest request) {
        String before = skips.remember(key, request.symbol());
        if (before == null) {
            return done("skip " + request.symbol(), desk.skip(request.symbol()));
        }
        if (!before.equals(request.symbol())) {
            throw ApiException.conflict(
                    "KEY_USED", "Idempotency-Key " + key + " was used to skip " + before + "; use a new one.");
        }
        return desk.view();
    }

    @PostMapping("/rotation/pause")
    @Operation(operationId = "pauseDepth", summary = "Leaves every turn as it is until resume")
    RotationView pause(@Valid @RequestBody PauseRequest request) {
        return done("pause: " + request.reason(), desk.pause(request.reason()));
    }

    @PostMapping("/rotation/resume")
    @Operation(
            operationId = "resumeDepth",
            summary = "Goes on after a pause, and tries again at once what is disabled, held elsewhere or refused")
    RotationView resume() {
        return done("resume", desk.resume());
    }

    private RotationView done(String command, CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Done _ -> {
                LOG.info("depth command done command={}", command);
                yield desk.view();
            }
            case CommandOutcome.Denied(String code, String text) -> throw ApiException.conflict(code, text);
        };
    }
}
