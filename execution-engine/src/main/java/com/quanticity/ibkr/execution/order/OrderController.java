package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.ledger.Fills;
import com.quanticity.ibkr.execution.register.Algorithms;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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

/** Orders by REST. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "orders", description = "Orders of this platform, from request to fill")
class OrderController {

    private static final String PATH = "/api/v1/orders/";

    private final OrderDesk desk;
    private final Algorithms algorithms;
    private final ChildOrders orders;
    private final Fills fills;

    OrderController(OrderDesk desk, ChildOrders orders, Fills fills, Algorithms algorithms) {
        this.algorithms = algorithms;
        this.desk = desk;
        this.orders = orders;
        this.fills = fills;
    }

    @PostMapping
    @Operation(
            operationId = "placeOrder",
            summary = "Places an order",
            description =
                    "The order is stored before it is answered and handed to the adapter after that. It is not sent when it "
                            + "cannot be handed over in time: it ends as DENIED with COMMAND_EXPIRED.")
    @ApiResponse(responseCode = "201", description = "stored; Location names it")
    @ApiResponse(
            responseCode = "200",
            description = "this key was used for the same order before; this is how it stands")
    @ApiResponse(responseCode = "400", description = "names field, value and rule; nothing was stored")
    @ApiResponse(
            responseCode = "409",
            description =
                    "the key belongs to an order with other terms, or the register refuses the algorithm; nothing was stored")
    @ApiResponse(responseCode = "503", description = "the database is away; repeat with the same key")
    ResponseEntity<OrderResource> place(
            @Parameter(
                            in = ParameterIn.HEADER,
                            required = true,
                            description =
                                    "1 to 64 printable ASCII characters; the same for a repetition of the same request")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable String idempotencyKey,
            @Valid @RequestBody OrderRequest request) {
        RegisterCheck.check(algorithms, request);
        return switch (desk.place(IdempotencyKey.of(idempotencyKey), request)) {
            case Placement.Placed placed ->
                ResponseEntity.created(location(placed.order())).body(OrderResource.of(placed.order()));
            case Placement.Repeated repeated ->
                ResponseEntity.ok().location(location(repeated.order())).body(OrderResource.of(repeated.order()));
            case Placement.KeyTaken taken -> throw keyTaken(taken.order());
        };
    }

    @GetMapping
    @Operation(operationId = "listOrders", summary = "Lists orders, newest first")
    OrderList list(
            @Parameter(description = "only this status") @RequestParam(required = false) @Nullable OrderStatus status,
            @Parameter(description = "only this symbol") @RequestParam(required = false) @Nullable String symbol,
            @Parameter(description = "only this strategy") @RequestParam(required = false) @Nullable String strategy,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "most orders to list") @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        List<ChildOrder> page = orders.list(status, symbol, strategy, before(cursor), limit + 1);
        List<OrderResource> shown =
                page.stream().limit(limit).map(OrderResource::of).toList();
        return new OrderList(
                shown, page.size() > limit ? shown.getLast().clientOrderId().value() : null);
    }

    @GetMapping("/{clientOrderId}")
    @Operation(operationId = "showOrder", summary = "Shows an order with its fills")
    @ApiResponse(responseCode = "200", description = "the order as it stands")
    @ApiResponse(responseCode = "404", description = "there is no such order")
    OrderResource show(@PathVariable String clientOrderId) {
        ChildOrder order = id(clientOrderId).flatMap(orders::find).orElseThrow(() -> unknown(clientOrderId));
        return OrderResource.of(order, fills.ofOrder(order.snapshot().order().clientOrderId()));
    }

    @DeleteMapping("/{clientOrderId}")
    @Operation(
            operationId = "cancelOrder",
            summary = "Asks for the cancellation of an order",
            description =
                    "May be repeated; each request goes to the adapter. What comes of it shows in the order's status.")
    @ApiResponse(responseCode = "202", description = "on its way")
    @ApiResponse(responseCode = "404", description = "there is no such order")
    @ApiResponse(responseCode = "409", description = "the order has ended; names its status")
    ResponseEntity<OrderResource> cancel(@PathVariable String clientOrderId) {
        Cancellation cancellation = id(clientOrderId).map(desk::cancel).orElseGet(Cancellation.NoSuchOrder::new);
        return switch (cancellation) {
            case Cancellation.Requested requested ->
                ResponseEntity.accepted()
                        .location(location(requested.order()))
                        .body(OrderResource.of(requested.order()));
            case Cancellation.TooLate late -> throw tooLate(late.order());
            case Cancellation.NoSuchOrder _ -> throw unknown(clientOrderId);
        };
    }

    @PostMapping("/{clientOrderId}/cancel")
    @Operation(operationId = "postCancelOrder", summary = "The same as DELETE, for clients without it")
    @ApiResponse(responseCode = "202", description = "on its way")
    @ApiResponse(responseCode = "404", description = "there is no such order")
    @ApiResponse(responseCode = "409", description = "the order has ended; names its status")
    ResponseEntity<OrderResource> postCancel(@PathVariable String clientOrderId) {
        return cancel(clientOrderId);
    }

    private static @Nullable ClientOrderId before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        return id(cursor)
                .orElseThrow(() -> ApiException.badRequest(
                        "INVALID_CURSOR", "cursor must be the nextCursor of a list before, was '" + cursor + "'."));
    }

    private static Optional<ClientOrderId> id(String text) {
        return Ulid.isValid(text) ? Optional.of(ClientOrderId.of(text)) : Optional.empty();
    }

    private static URI location(ChildOrder order) {
        return URI.create(PATH + order.snapshot().order().clientOrderId());
    }

    private static ApiException unknown(String clientOrderId) {
        return ApiException.notFound(
                "UNKNOWN_ORDER", "There is no order '" + clientOrderId + "'. GET /api/v1/orders lists what there is.");
    }

    private static ApiException keyTaken(ChildOrder order) {
        ClientOrderId id = order.snapshot().order().clientOrderId();
        return ApiException.conflict(
                        "IDEMPOTENCY_KEY_TAKEN",
                        "This Idempotency-Key belongs to order " + id + " with other terms. Nothing was stored. "
                                + "Use a new key for a new order.")
                .with("clientOrderId", id.value());
    }

    private static ApiException tooLate(ChildOrder order) {
        OrderStatus status = order.snapshot().status();
        return ApiException.conflict(
                        "ORDER_ENDED",
                        "Order " + order.snapshot().order().clientOrderId() + " is " + status
                                + ". There is nothing left to cancel.")
                .with("status", status);
    }

    /** Answer of the list; the cursor is null on the last page. */
    record OrderList(List<OrderResource> orders, @Nullable String nextCursor) {}
}
