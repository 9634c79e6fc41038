package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.register.Algorithms;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderPreview;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups, changes, cancels by scope and previews of orders by REST. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "orders")
class OrderChangeController {

    private static final String PATH = "/api/v1/orders/";

    private final OrderDesk desk;
    private final ModifyDesk modifications;
    private final PreviewDesk previews;
    private final Algorithms algorithms;

    OrderChangeController(OrderDesk desk, ModifyDesk modifications, PreviewDesk previews, Algorithms algorithms) {
        this.algorithms = algorithms;
        this.desk = desk;
        this.modifications = modifications;
        this.previews = previews;
    }

    /** Orders of a group, in the order they were given. */
    record GroupResource(String groupId, List<OrderResource> orders) {}

    /** A change that was taken; what comes of it shows among the order's changes. */
    record ChangeResource(String modificationId, OrderResource order) {}

    /** Orders that had not left and ended here; the others the adapter cancels one by one. */
    record ScopeResource(List<OrderResource> endedHere) {}

    /**
     * What would come of an order.
     *
     * @param outcome ANSWERED, DENIED by our gate, REFUSED by the broker, or UNKNOWN
     * @param preview the broker's figures, null unless ANSWERED
     */
    record PreviewResource(
            OrderEvent.PreviewOutcome outcome,
            @Nullable OrderPreview preview,
            String code,
            String reason,
            String value,
            String limit) {}

    @PostMapping("/groups")
    @Operation(
            operationId = "placeOrderGroup",
            summary = "Places a bracket or an OCA group",
            description =
                    "All orders are stored in one transaction and handed over in one command; the adapter sends all"
                            + " of them or denies all of them.")
    @ApiResponse(responseCode = "201", description = "stored")
    @ApiResponse(
            responseCode = "200",
            description = "this key was used for the same group before; this is how it stands")
    @ApiResponse(responseCode = "400", description = "names field, value and rule; nothing was stored")
    @ApiResponse(
            responseCode = "409",
            description =
                    "the key belongs to another request, or the register refuses an order's algorithm; nothing was stored")
    ResponseEntity<GroupResource> placeGroup(
            @Parameter(in = ParameterIn.HEADER, required = true, description = "1 to 64 printable ASCII characters")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable String idempotencyKey,
            @Valid @RequestBody GroupRequest request) {
        request.orders().forEach(order -> RegisterCheck.check(algorithms, order));
        return switch (desk.place(IdempotencyKey.of(idempotencyKey), request)) {
            case GroupPlacement.Placed placed ->
                ResponseEntity.created(location(placed.orders().getFirst()))
                        .body(resource(placed.groupId(), placed.orders()));
            case GroupPlacement.Repeated repeated -> ResponseEntity.ok(resource(repeated.groupId(), repeated.orders()));
            case GroupPlacement.KeyTaken taken ->
                throw ApiException.conflict(
                                "IDEMPOTENCY_KEY_TAKEN",
                                "This Idempotency-Key belongs to another request, parent " + taken.groupId()
                                        + ". Nothing was stored. Use a new key for a new group.")
                        .with("groupId", taken.groupId());
        };
    }

    @PatchMapping("/{clientOrderId}")
    @Operation(
            operationId = "modifyOrder",
            summary = "Changes size, prices or lifetime of a working order",
            description = "The order keeps its ids. The gate checks again. Until the broker confirms, the order is"
                    + " PENDING_MODIFY and works by its old terms or the new; a refused change leaves it as it was.")
    @ApiResponse(responseCode = "202", description = "on its way; the same answer for a repetition")
    @ApiResponse(responseCode = "400", description = "names field, value and rule; nothing was stored")
    @ApiResponse(responseCode = "404", description = "there is no such order")
    @ApiResponse(responseCode = "409", description = "the order does not work, or the key belongs to another change")
    ResponseEntity<ChangeResource> modify(
            @PathVariable String clientOrderId,
            @Parameter(in = ParameterIn.HEADER, required = true, description = "1 to 64 printable ASCII characters")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable String idempotencyKey,
            @Valid @RequestBody ChangeRequest request) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        if (!Ulid.isValid(clientOrderId)) {
            throw unknown(clientOrderId);
        }
        ModifyDesk.Taken taken = modifications
                .modify(key, ClientOrderId.of(clientOrderId), request)
                .orElseThrow(() -> unknown(clientOrderId));
        return ResponseEntity.accepted()
                .location(location(taken.order()))
                .body(new ChangeResource(taken.modificationId(), OrderResource.of(taken.order())));
    }

    @PostMapping("/cancel")
    @Operation(
            operationId = "cancelOrders",
            summary = "Cancels every live order of an account, symbol or strategy, or of all",
            description = "May be repeated. Orders of other clients are not touched; the kill switch reaches those.")
    @ApiResponse(responseCode = "202", description = "on its way")
    @ApiResponse(responseCode = "400", description = "names field, value and rule")
    ResponseEntity<ScopeResource> cancelAll(@Valid @RequestBody ScopeRequest request) {
        List<ChildOrder> ended = desk.cancelAll(request.scope(), request.reason());
        return ResponseEntity.accepted()
                .body(new ScopeResource(ended.stream().map(OrderResource::of).toList()));
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewOrder",
            summary = "Tells what would come of an order without placing it",
            description = "Asks our gate and then the broker for margin and commission. Nothing is stored or placed.")
    @ApiResponse(responseCode = "200", description = "the outcome; UNKNOWN when nobody answered in time")
    @ApiResponse(responseCode = "400", description = "names field, value and rule")
    @ApiResponse(responseCode = "503", description = "Redis is away")
    @ApiResponse(responseCode = "409", description = "the register refuses the algorithm, as it would on placing")
    PreviewResource preview(@Valid @RequestBody OrderRequest request) {
        RegisterCheck.check(algorithms, request);
        OrderEvent.Previewed told = previews.preview(request);
        return new PreviewResource(
                told.outcome(), told.preview(), told.code(), told.reason(), told.value(), told.limit());
    }

    @PostMapping("/groups/preview")
    @Operation(
            operationId = "previewOrderGroup",
            summary = "Tells what would come of a bracket or an OCA group without placing it",
            description =
                    "Asks our gate about every order as when the group is sent. When it would pass them all, asks the"
                            + " broker for margin and commission of those that do not wait for another: of a bracket its entry."
                            + " Nothing is stored or placed.")
    @ApiResponse(responseCode = "200", description = "the outcome; UNKNOWN when nobody answered in time")
    @ApiResponse(responseCode = "400", description = "names field, value and rule")
    @ApiResponse(
            responseCode = "409",
            description = "the register refuses an order's algorithm, as it would on placing")
    @ApiResponse(responseCode = "503", description = "Redis is away")
    GroupPreview previewGroup(@Valid @RequestBody GroupRequest request) {
        request.orders().forEach(order -> RegisterCheck.check(algorithms, order));
        return previews.preview(request);
    }

    private static GroupResource resource(String groupId, List<ChildOrder> orders) {
        return new GroupResource(groupId, orders.stream().map(OrderResource::of).toList());
    }

    private static URI location(ChildOrder order) {
        return URI.create(PATH + order.snapshot().order().clientOrderId());
    }

    private static ApiException unknown(String clientOrderId) {
        return ApiException.notFound(
                "UNKNOWN_ORDER", "There is no order '" + clientOrderId + "'. GET /api/v1/orders lists what there is.");
    }
}
