package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.GatewayRequest;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import java.util.Optional;

/** Members that an older version cannot carry: such a request is refused here, code 503. Source: wire specification, requests. */
final class VersionRule {

    private VersionRule() {}

    /** What is too new for the version, for example {@code order.imbalanceOnly needs version 199}. */
    static Optional<String> violation(GatewayRequest request, int version) {
        return switch (request) {
            case GatewayRequest.PlaceOrder place -> order(place.order(), version);
            case GatewayRequest.CancelOrder cancel -> cancel(cancel.orderCancel(), version);
            case GatewayRequest.ReqGlobalCancel cancel -> cancel(cancel.orderCancel(), version);
            case GatewayRequest.ReqExecutions executions -> filter(executions.filter(), version);
            case GatewayRequest.ReqIds _,
                    GatewayRequest.ReqCurrentTime _,
                    GatewayRequest.ReqManagedAccts _,
                    GatewayRequest.ReqMktData _,
                    GatewayRequest.CancelMktData _,
                    GatewayRequest.ReqMarketDataType _,
                    GatewayRequest.ReqContractDetails _,
                    GatewayRequest.ReqAccountSummary _,
                    GatewayRequest.CancelAccountSummary _,
                    GatewayRequest.ReqPositions _,
                    GatewayRequest.CancelPositions _,
                    GatewayRequest.ReqOpenOrders _,
                    GatewayRequest.ReqAllOpenOrders _,
                    GatewayRequest.ReqCompletedOrders _ -> Optional.empty();
        };
    }

    private static Optional<String> order(GatewayOrder order, int version) {
        if (!order.clearing().customerAccount().isEmpty() && version < Version.CUSTOMER_ACCOUNT) {
            return needs("order.customerAccount", Version.CUSTOMER_ACCOUNT);
        }
        if (order.clearing().professionalCustomer() && version < Version.PROFESSIONAL_CUSTOMER) {
            return needs("order.professionalCustomer", Version.PROFESSIONAL_CUSTOMER);
        }
        if (order.timing().includeOvernight() && version < Version.INCLUDE_OVERNIGHT) {
            return needs("order.includeOvernight", Version.INCLUDE_OVERNIGHT);
        }
        if (order.regulatory().manualOrderIndicator() != null && version < Version.MANUAL_ORDER_INDICATOR) {
            return needs("order.manualOrderIndicator", Version.MANUAL_ORDER_INDICATOR);
        }
        if (order.handling().imbalanceOnly() && version < Version.IMBALANCE_ONLY) {
            return needs("order.imbalanceOnly", Version.IMBALANCE_ONLY);
        }
        return Optional.empty();
    }

    private static Optional<String> cancel(OrderCancel cancel, int version) {
        boolean usesNewMembers = !cancel.extOperator().isEmpty() || cancel.manualOrderIndicator() != null;
        return usesNewMembers && version < Version.MANUAL_ORDER_INDICATOR
                ? needs("extOperator or manualOrderIndicator of a cancel", Version.MANUAL_ORDER_INDICATOR)
                : Optional.empty();
    }

    private static Optional<String> filter(ExecutionFilter filter, int version) {
        boolean usesDays = filter.lastNDays() != null || !filter.specificDates().isEmpty();
        return usesDays && version < Version.EXECUTION_DAYS
                ? needs("filter.lastNDays or specificDates", Version.EXECUTION_DAYS)
                : Optional.empty();
    }

    private static Optional<String> needs(String member, int version) {
        return Optional.of(member + " needs version " + version);
    }
}
