package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Streams of single ticks over REST. */
@RestController
@RequestMapping("/api/v1/tick-by-tick")
@Tag(name = "tick-by-tick", description = "Streams of single ticks: quota, turns, and the third stream")
class TickByTickController {

    private static final Logger LOG = LoggerFactory.getLogger(TickByTickController.class);

    private final TickByTickDesk desk;

    TickByTickController(TickByTickDesk desk) {
        this.desk = desk;
    }

    /**
     * @param symbol the desk's symbol of a resolved contract
     * @param kind what it shall hold, null for the configured kind
     */
    record ThirdRequest(@NotBlank String symbol, @Nullable TickKind kind) {}

    @GetMapping
    @Operation(operationId = "tickByTick", summary = "Slots, quota, waiting reasons, rates and last ticks")
    TickByTickView streams() {
        return desk.view();
    }

    @PutMapping("/third")
    @Operation(
            operationId = "chooseThirdTickByTick",
            summary = "Chooses the third stream",
            description =
                    "Holds until it is given back by DELETE. The same choice again changes nothing. A symbol that was "
                            + "asked for less than 15 s ago waits; the answer says until when.")
    @ApiResponse(responseCode = "200", description = "chosen; the answer says when it is asked for")
    @ApiResponse(responseCode = "400", description = "NO_TICKS_FOR_OPTIONS")
    @ApiResponse(responseCode = "404", description = "SYMBOL_NOT_RESOLVED")
    @ApiResponse(responseCode = "409", description = "STREAM_IS_PERMANENT")
    TickByTickView choose(@Valid @RequestBody ThirdRequest request) {
        TickStream stream =
                new TickStream(request.symbol(), request.kind() == null ? desk.thirdKind() : request.kind());
        Contract contract = desk.contract(stream.symbol())
                .orElseThrow(() -> ApiException.notFound(
                        "SYMBOL_NOT_RESOLVED",
                        stream.symbol() + " is not resolved; put it on the watch list first, see /api/v1/contracts."));
        if (contract.securityType() == SecurityType.OPTION || contract.securityType() == SecurityType.FUTURE_OPTION) {
            throw ApiException.badRequest(
                    "NO_TICKS_FOR_OPTIONS",
                    "The broker serves no tick-by-tick data for options; use level 1 data for " + stream.symbol()
                            + ".");
        }
        if (desk.isPermanent(stream)) {
            throw ApiException.conflict(
                    "STREAM_IS_PERMANENT", stream + " is streamed always; choose another symbol or kind.");
        }
        LOG.info("third tick-by-tick stream chosen by a person stream={}", stream);
        desk.chooseThird(stream);
        return desk.view();
    }

    @DeleteMapping("/third")
    @Operation(
            operationId = "followOrdersWithThirdTickByTick",
            summary = "Lets orders choose the third stream again",
            description = "What is streamed now stays until an order in another symbol is accepted.")
    TickByTickView follow() {
        desk.followOrders();
        return desk.view();
    }
}
