package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.register.Algorithms;
import com.quanticity.ibkr.model.parent.ParentState;
import com.quanticity.ibkr.model.parent.ParentWish;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
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

/** Parents by REST. */
@RestController
@RequestMapping("/api/v1/parents")
@Tag(
        name = "parents",
        description = "Orders that an algorithm works: TWAP, VWAP, POV, iceberg, or at once with a routed price")
class ParentController {

    private static final String PATH = "/api/v1/parents/";

    private final ParentDesk desk;
    private final Parents parents;
    private final Children children;
    private final Wishes wishes;

    ParentController(ParentDesk desk, Parents parents, Children children, Wishes wishes) {
        this.desk = desk;
        this.parents = parents;
        this.children = children;
        this.wishes = wishes;
    }

    /**
     * Who asks, and why.
     *
     * @param reason one line
     */
    record ChangeRequest(
            @NotBlank @Size(max = 64) String by,
            @NotBlank @Size(max = 200) String reason) {}

    /** Answer of the list; the cursor is null on the last page. */
    record ParentList(
            List<ParentResource> parents, @Nullable String nextCursor) {}

    @PostMapping
    @Operation(
            operationId = "placeParent",
            summary = "Places a parent order",
            description =
                    "Stored with everything its plan depends on before it is answered, and worked on at once. Pricing"
                            + " JOIN, IMPROVE and CROSS place each child from level 1 and the depth book. VWAP needs"
                            + " downloaded bars.")
    @ApiResponse(responseCode = "201", description = "stored; Location names it")
    @ApiResponse(
            responseCode = "200",
            description = "this key was used for the same request before; this is how it stands")
    @ApiResponse(responseCode = "400", description = "INVALID_PARENT says what is wrong; nothing was stored")
    @ApiResponse(
            responseCode = "409",
            description =
                    "the key belongs to another request, or the register refuses the algorithm; nothing was stored")
    @ApiResponse(responseCode = "503", description = "the adapter or the database is away; repeat with the same key")
    ResponseEntity<ParentResource> place(
            @Parameter(in = ParameterIn.HEADER, required = true, description = "1 to 64 printable ASCII characters")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable String idempotencyKey,
            @RequestBody ParentWish wish) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        return switch (submit(key, wish)) {
            case ParentDesk.Submission.Stored(Parent parent) ->
                ResponseEntity.created(location(parent)).body(ParentResource.of(parent));
            case ParentDesk.Submission.Repeated(Parent parent) ->
                ResponseEntity.ok().location(location(parent)).body(ParentResource.of(parent));
            case ParentDesk.Submission.KeyTaken(String parentOrderId) -> throw keyTaken(parentOrderId);
            case ParentDesk.Submission.Refused(Algorithms.Refusal refusal) ->
                throw ApiException.conflict(refusal.code(), refusal.detail());
        };
    }

    @GetMapping
    @Operation(operationId = "listParents", summary = "Lists parents, newest first")
    ParentList list(
            @Parameter(description = "only this state") @RequestParam(required = false) @Nullable ParentState state,
            @Parameter(description = "only this symbol") @RequestParam(required = false) @Nullable String symbol,
            @Parameter(description = "only this strategy") @RequestParam(required = false) @Nullable String strategy,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "most parents to list") @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        List<Parent> page = parents.list(state, symbol, strategy, cursor, limit + 1);
        List<Parent> shown = page.stream().limit(limit).toList();
        return new ParentList(
                shown.stream().map(ParentResource::of).toList(),
                page.size() > limit ? shown.getLast().parentOrderId() : null);
    }

    @GetMapping("/{parentOrderId}")
    @Operation(operationId = "showParent", summary = "Shows a parent with its terms and children")
    @ApiResponse(responseCode = "200", description = "the parent as it stands")
    @ApiResponse(responseCode = "404", description = "there is no such parent")
    ParentResource show(@PathVariable String parentOrderId) {
        return resource(parents.find(parentOrderId).orElseThrow(() -> unknown(parentOrderId)));
    }

    @GetMapping("/{parentOrderId}/children")
    @Operation(operationId = "listChildren", summary = "Children of a parent, oldest first")
    @ApiResponse(responseCode = "404", description = "there is no such parent")
    List<ParentResource.ChildView> children(@PathVariable String parentOrderId) {
        List<ParentResource.ChildView> views = show(parentOrderId).children();
        return views == null ? List.of() : views;
    }

    @PostMapping("/{parentOrderId}/cancel")
    @Operation(
            operationId = "cancelParent",
            summary = "Ends a parent: nothing more is sent and every child is cancelled",
            description =
                    "May be repeated; each request cancels the children again. It has ended when the last child has.")
    @ApiResponse(responseCode = "202", description = "on its way")
    @ApiResponse(responseCode = "404", description = "there is no such parent")
    @ApiResponse(responseCode = "409", description = "the parent has ended; names its state")
    ResponseEntity<ParentResource> cancel(
            @PathVariable String parentOrderId, @RequestBody(required = false) @Valid @Nullable ChangeRequest request) {
        return accepted(
                parentOrderId,
                desk.cancel(
                        parentOrderId,
                        request == null ? "cancelled" : "cancelled by " + request.by + ": " + request.reason));
    }

    @DeleteMapping("/{parentOrderId}")
    @Operation(operationId = "deleteParent", summary = "The same as POST cancel")
    @ApiResponse(responseCode = "202", description = "on its way")
    @ApiResponse(responseCode = "404", description = "there is no such parent")
    @ApiResponse(responseCode = "409", description = "the parent has ended; names its state")
    ResponseEntity<ParentResource> delete(@PathVariable String parentOrderId) {
        return cancel(parentOrderId, null);
    }

    @PostMapping("/{parentOrderId}/hold")
    @Operation(
            operationId = "holdParent",
            summary = "Nothing more is sent until it is released; children that are out stay")
    @ApiResponse(responseCode = "202", description = "held")
    @ApiResponse(responseCode = "404", description = "there is no such parent")
    @ApiResponse(responseCode = "409", description = "the parent has ended; names its state")
    ResponseEntity<ParentResource> hold(@PathVariable String parentOrderId, @RequestBody @Valid ChangeRequest request) {
        return accepted(parentOrderId, desk.hold(parentOrderId, "held by " + request.by + ": " + request.reason));
    }

    @PostMapping("/{parentOrderId}/release")
    @Operation(operationId = "releaseParent", summary = "Lets a held parent go on, also one that was held by refusals")
    @ApiResponse(responseCode = "202", description = "released")
    @ApiResponse(responseCode = "404", description = "there is no such parent")
    @ApiResponse(responseCode = "409", description = "the parent has ended; names its state")
    ResponseEntity<ParentResource> release(
            @PathVariable String parentOrderId, @RequestBody @Valid ChangeRequest request) {
        return accepted(parentOrderId, desk.release(parentOrderId));
    }

    private ParentDesk.Submission submit(IdempotencyKey key, ParentWish wish) {
        String fingerprint = Wishes.fingerprint(wish);
        ParentDesk.Submission before = desk.repeated(key, fingerprint);
        if (before != null) {
            return before;
        }
        try {
            return desk.submit(key, fingerprint, wishes.terms(wish, ""));
        } catch (InvalidWishException e) {
            throw e.isPassing()
                    ? ApiException.unavailable(e.code(), e.detail())
                    : ApiException.badRequest(e.code(), e.detail());
        }
    }

    private ResponseEntity<ParentResource> accepted(String parentOrderId, ParentDesk.Change change) {
        return switch (change) {
            case ParentDesk.Change.Done(Parent parent) ->
                ResponseEntity.accepted().location(location(parent)).body(resource(parent));
            case ParentDesk.Change.TooLate(Parent parent) ->
                throw ApiException.conflict(
                                "PARENT_ENDED",
                                "Parent " + parentOrderId + " is " + parent.state()
                                        + ". There is nothing left to change.")
                        .with("state", parent.state());
            case ParentDesk.Change.NoSuchParent _ -> throw unknown(parentOrderId);
        };
    }

    private ParentResource resource(Parent parent) {
        return ParentResource.of(parent, children.of(parent.parentOrderId()), children.roles(parent.parentOrderId()));
    }

    private static URI location(Parent parent) {
        return URI.create(PATH + parent.parentOrderId());
    }

    private static ApiException unknown(String parentOrderId) {
        return ApiException.notFound(
                "UNKNOWN_PARENT",
                "There is no parent '" + parentOrderId + "'. GET /api/v1/parents lists what there is.");
    }

    private static ApiException keyTaken(String parentOrderId) {
        return ApiException.conflict(
                        "IDEMPOTENCY_KEY_TAKEN",
                        "This Idempotency-Key belongs to " + parentOrderId
                                + " with other terms. Nothing was stored. Use a new key for a new parent.")
                .with("parentOrderId", parentOrderId);
    }
}
