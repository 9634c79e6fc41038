package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.bracket.LegResizes.Resize;
import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.order.GroupPreview;
import com.quanticity.ibkr.execution.parent.Children;
import com.quanticity.ibkr.execution.parent.Parent;
import com.quanticity.ibkr.execution.parent.ParentDesk.Submission;
import com.quanticity.ibkr.execution.parent.ParentRunner;
import com.quanticity.ibkr.execution.parent.Parents;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brackets by REST. */
@RestController
@RequestMapping("/api/v1/brackets")
@Tag(name = "brackets", description = "An entry with stop and target; protection is kept at the position")
class BracketController {

    private final BracketDesk desk;
    private final BracketTurns turns;
    private final SessionView session;
    private final Parents parents;
    private final Children children;
    private final LegResizes resizes;
    private final ParentRunner runner;

    BracketController(
            BracketDesk desk,
            BracketTurns turns,
            SessionView session,
            Parents parents,
            Children children,
            LegResizes resizes,
            @Qualifier("bracketRunner") ParentRunner runner) {
        this.desk = desk;
        this.turns = turns;
        this.session = session;
        this.parents = parents;
        this.children = children;
        this.resizes = resizes;
        this.runner = runner;
    }

    /** One of a bracket's orders. */
    record OrderView(String role, OrderSnapshot order) {}

    /**
     * The life of a bracket.
     *
     * @param position what the entry has filled less what the legs have
     * @param protectedQuantity most that stops may still fill
     * @param legs legs that have not ended, with how sure we are of them
     * @param alarm why a person is needed, null when nobody is
     * @param orders all of its orders, ended ones too, oldest first
     * @param resizes changes of size that were asked for, oldest first
     */
    record BracketView(
            ParentSnapshot bracket,
            BigDecimal position,
            BigDecimal protectedQuantity,
            List<Leg> legs,
            Repair.@Nullable Reason alarm,
            List<OrderView> orders,
            List<Resize> resizes) {}

    @PostMapping
    @Operation(
            operationId = "placeBracket",
            summary = "Places an entry with its stop and, when given, its target",
            description =
                    "Sent as the broker's own bracket, all orders or none. Afterwards stop and target are kept as large as the "
                            + "position. POST /api/v1/parents/{id}/cancel cancels the entry and leaves what it has bought protected; "
                            + "POST /api/v1/parents/{id}/hold leaves the legs as they are; held, cancelled and with no order at "
                            + "work it ends as it is.")
    @ApiResponse(responseCode = "201", description = "stored; Location names it")
    @ApiResponse(responseCode = "200", description = "this key was used for the same request before")
    @ApiResponse(
            responseCode = "409",
            description = "the key belongs to another request, or the register refuses the algorithm")
    ResponseEntity<BracketView> place(
            @Parameter(in = ParameterIn.HEADER, required = true, description = "1 to 64 printable ASCII characters")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable String idempotencyKey,
            @Valid @RequestBody BracketRequest request) {
        return switch (desk.place(IdempotencyKey.of(idempotencyKey), request)) {
            case Submission.Stored(Parent parent) -> {
                runner.wake(parent.parentOrderId());
                yield ResponseEntity.created(URI.create("/api/v1/brackets/" + parent.parentOrderId()))
                        .body(view(parent));
            }
            case Submission.Repeated(Parent parent) -> ResponseEntity.ok(view(parent));
            case Submission.KeyTaken(String parentOrderId) ->
                throw ApiException.conflict(
                        "IDEMPOTENCY_KEY_TAKEN",
                        "This Idempotency-Key belongs to " + parentOrderId
                                + " with other terms. Nothing was stored. Use a new key for a new bracket.");
            case Submission.Refused(var refusal) -> throw ApiException.conflict(refusal.code(), refusal.detail());
        };
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewBracket",
            summary = "Tells what would come of a bracket without placing it",
            description =
                    "Asks our gate about entry, stop and target as when they are sent, and the broker for margin and commission of the "
                            + "entry when the gate would pass all. Nothing is stored or placed.")
    @ApiResponse(responseCode = "200", description = "the outcome; UNKNOWN when nobody answered in time")
    @ApiResponse(responseCode = "409", description = "the register refuses the algorithm, as it would on placing")
    @ApiResponse(responseCode = "503", description = "Redis is away")
    GroupPreview preview(@Valid @RequestBody BracketRequest request) {
        return desk.preview(request);
    }

    @GetMapping("/{parentOrderId}")
    @Operation(
            operationId = "showBracket",
            summary = "The life of a bracket: position, protection, every order and repair")
    @ApiResponse(responseCode = "404", description = "there is no such bracket")
    BracketView show(@PathVariable String parentOrderId) {
        return view(parents.find(parentOrderId)
                .filter(parent -> parent.terms().bracket() != null)
                .orElseThrow(() -> ApiException.notFound(
                        "UNKNOWN_BRACKET",
                        "There is no bracket '" + parentOrderId + "'. GET /api/v1/parents lists what there is.")));
    }

    private BracketView view(Parent parent) {
        Standing standing = turns.standing(parent, session.isReady());
        Map<ClientOrderId, String> roles = children.roles(parent.parentOrderId());
        return new BracketView(
                parent.snapshot(),
                standing.position(),
                standing.open(Leg.Kind.STOP),
                standing.legs(),
                turns.alarmOf(parent.parentOrderId()),
                children.of(parent.parentOrderId()).stream()
                        .map(child -> new OrderView(
                                roles.getOrDefault(child.snapshot().order().clientOrderId(), "ENTRY"),
                                child.snapshot()))
                        .toList(),
                resizes.of(parent.parentOrderId()));
    }
}
