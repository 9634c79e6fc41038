package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.DisplayGroupRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import java.util.Optional;

/** Members that an older version cannot carry: such a request is refused here, code 503. Source: wire specification, requests. */
final class VersionRule {

    private VersionRule() {}

    /** What is too new for the version, for example {@code order.imbalanceOnly needs version 199}. */
    static Optional<String> violation(GatewayRequest request, int version) {
        return switch (request) {
            case OrderRequest.PlaceOrder place -> order(place.order(), version);
            case OrderRequest.CancelOrder cancel -> cancel(cancel.orderCancel(), version);
            case OrderRequest.ReqGlobalCancel cancel -> cancel(cancel.orderCancel(), version);
            case OrderRequest.ExerciseOptions exercise -> exercise(exercise, version);
            case OrderQuery.ReqExecutions executions -> filter(executions.filter(), version);
            case SessionRequest.ReqCurrentTimeInMillis _ ->
                version < Version.TIME_IN_MILLIS
                        ? needs("reqCurrentTimeInMillis", Version.TIME_IN_MILLIS)
                        : Optional.empty();
            case SessionRequest _,
                    AccountRequest _,
                    MarketDataRequest _,
                    DepthRequest _,
                    ContractRequest _,
                    HistoryRequest _,
                    NewsRequest _,
                    ScannerRequest _,
                    DisplayGroupRequest _,
                    OrderQuery _ -> Optional.empty();
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

    private static Optional<String> exercise(OrderRequest.ExerciseOptions exercise, int version) {
        if (!exercise.manualOrderTime().isEmpty() && version < Version.EXERCISE_TIME) {
            return needs("manualOrderTime of an exercise", Version.EXERCISE_TIME);
        }
        if (!exercise.customerAccount().isEmpty() && version < Version.CUSTOMER_ACCOUNT) {
            return needs("customerAccount of an exercise", Version.CUSTOMER_ACCOUNT);
        }
        if (exercise.professionalCustomer() && version < Version.PROFESSIONAL_CUSTOMER) {
            return needs("professionalCustomer of an exercise", Version.PROFESSIONAL_CUSTOMER);
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
