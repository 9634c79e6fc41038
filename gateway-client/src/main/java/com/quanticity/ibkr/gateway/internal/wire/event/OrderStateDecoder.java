package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.MarginPreview;
import com.quanticity.ibkr.gateway.order.OrderAllocation;
import java.math.BigDecimal;
import java.util.List;

/** State and preview of an open order. */
final class OrderStateDecoder {

    private final FieldReader in;
    private final int version;

    OrderStateDecoder(FieldReader in, int version) {
        this.in = in;
        this.version = version;
    }

    GatewayOrderState read() {
        String status = in.text("orderState.status");
        MarginPreview margin = readMargin();
        BigDecimal commission = in.numberOrNull("orderState.commission");
        BigDecimal minCommission = in.numberOrNull("orderState.minCommission");
        BigDecimal maxCommission = in.numberOrNull("orderState.maxCommission");
        String currency = in.text("orderState.commissionCurrency");
        if (version < Version.ORDER_PREVIEW) {
            return new GatewayOrderState(
                    status,
                    margin,
                    commission,
                    minCommission,
                    maxCommission,
                    currency,
                    "",
                    MarginPreview.NONE,
                    null,
                    "",
                    List.of(),
                    in.text("orderState.warningText"),
                    "",
                    "");
        }
        return new GatewayOrderState(
                status,
                margin,
                commission,
                minCommission,
                maxCommission,
                currency,
                in.text("orderState.marginCurrency"),
                readMargin(),
                in.sizeOrNull("orderState.suggestedSize"),
                in.text("orderState.rejectReason"),
                readAllocations(),
                in.text("orderState.warningText"),
                "",
                "");
    }

    private MarginPreview readMargin() {
        return new MarginPreview(
                in.numberInTextOrNull("orderState.initMarginBefore"),
                in.numberInTextOrNull("orderState.maintMarginBefore"),
                in.numberInTextOrNull("orderState.equityWithLoanBefore"),
                in.numberInTextOrNull("orderState.initMarginChange"),
                in.numberInTextOrNull("orderState.maintMarginChange"),
                in.numberInTextOrNull("orderState.equityWithLoanChange"),
                in.numberInTextOrNull("orderState.initMarginAfter"),
                in.numberInTextOrNull("orderState.maintMarginAfter"),
                in.numberInTextOrNull("orderState.equityWithLoanAfter"));
    }

    private List<OrderAllocation> readAllocations() {
        return in.group(
                "allocations#",
                7,
                () -> new OrderAllocation(
                        in.text("allocations[].account"),
                        in.sizeOrNull("allocations[].position"),
                        in.sizeOrNull("allocations[].positionDesired"),
                        in.sizeOrNull("allocations[].positionAfter"),
                        in.sizeOrNull("allocations[].desiredAllocQty"),
                        in.sizeOrNull("allocations[].allowedAllocQty"),
                        in.bool("allocations[].isMonetary")));
    }
}
