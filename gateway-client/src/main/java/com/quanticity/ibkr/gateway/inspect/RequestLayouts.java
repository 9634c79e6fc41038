package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.internal.wire.Version;

/** Every message but PLACE_ORDER that has more than a handful of fields. Source: wire specification, requests. */
final class RequestLayouts {

    private static final String REQ_ID = "reqId";

    private RequestLayouts() {}

    static void marketData(MessageFields in) {
        in.skip().integer(REQ_ID);
        ContractLayout.contract(in);
        ContractLayout.queryLegs(in);
        ContractLayout.deltaNeutral(in);
        in.text("genericTickList").flag("snapshot").flag("regulatorySnapshot").tagList("mktDataOptions");
    }

    static void tickByTick(MessageFields in) {
        in.integer(REQ_ID);
        ContractLayout.contract(in);
        in.text("tickType").integer("numberOfTicks").flag("ignoreSize");
    }

    static void realTimeBars(MessageFields in) {
        in.skip().integer(REQ_ID);
        ContractLayout.contract(in);
        in.integer("barSize").text("whatToShow").flag("useRTH").tagList("realTimeBarsOptions");
    }

    static void depth(MessageFields in) {
        in.skip().integer(REQ_ID);
        ContractLayout.contract(in);
        in.integer("numRows").flag("isSmartDepth").tagList("mktDepthOptions");
    }

    static void impliedVolatility(MessageFields in) {
        in.skip().integer(REQ_ID);
        ContractLayout.contract(in);
        in.number("optionPrice").number("underPrice").tagList("impliedVolatilityOptions");
    }

    static void optionPrice(MessageFields in) {
        in.skip().integer(REQ_ID);
        ContractLayout.contract(in);
        in.number("volatility").number("underPrice").tagList("optionPriceOptions");
    }

    static void contractDetails(MessageFields in) {
        in.skip().integer(REQ_ID);
        ContractLayout.contract(in);
        ContractLayout.expired(in);
        ContractLayout.securityId(in);
        in.in("contract", contract -> contract.text("issuerId"));
    }

    static void cancelOrder(MessageFields in) {
        int version = in.version();
        boolean hasFiller = version >= Version.RFQ_FILLER && version < Version.RFQ_FILLER_GONE;
        in.skipIf(version < Version.MANUAL_ORDER_INDICATOR)
                .integer("orderId")
                .in("orderCancel", cancel -> cancel.text("manualOrderCancelTime"))
                .skipIf(hasFiller)
                .skipIf(hasFiller)
                .skipIf(hasFiller)
                .in("orderCancel", RequestLayouts::operator);
    }

    static void globalCancel(MessageFields in) {
        in.skipIf(in.version() < Version.MANUAL_ORDER_INDICATOR).in("orderCancel", RequestLayouts::operator);
    }

    static void executions(MessageFields in) {
        in.skip().integer(REQ_ID).in("filter", filter -> {
            filter.integer("clientId")
                    .text("acctCode")
                    .text("time")
                    .text("symbol")
                    .text("secType")
                    .text("exchange")
                    .text("side");
            if (filter.version() >= Version.EXECUTION_DAYS) {
                filter.optionalInteger("lastNDays").texts("specificDates");
            }
        });
    }

    static void exercise(MessageFields in) {
        in.skip().integer(REQ_ID);
        ContractLayout.exercised(in);
        int version = in.version();
        in.integer("exerciseAction")
                .integer("exerciseQuantity")
                .text("account")
                .integer("override")
                .textIf(version >= Version.EXERCISE_TIME, "manualOrderTime")
                .textIf(version >= Version.CUSTOMER_ACCOUNT, "customerAccount")
                .flagIf(version >= Version.PROFESSIONAL_CUSTOMER, "professionalCustomer");
    }

    static void historicalData(MessageFields in) {
        in.integer(REQ_ID);
        ContractLayout.contract(in);
        ContractLayout.expired(in);
        in.text("endDateTime")
                .text("barSizeSetting")
                .text("durationStr")
                .integer("useRTH")
                .text("whatToShow")
                .integer("formatDate");
        ContractLayout.queryLegs(in);
        in.flag("keepUpToDate").tagList("chartOptions");
    }

    static void headTimestamp(MessageFields in) {
        in.integer(REQ_ID);
        ContractLayout.contract(in);
        ContractLayout.expired(in);
        in.integer("useRTH").text("whatToShow").integer("formatDate");
    }

    static void historicalTicks(MessageFields in) {
        in.integer(REQ_ID);
        ContractLayout.contract(in);
        ContractLayout.expired(in);
        in.text("startDateTime")
                .text("endDateTime")
                .integer("numberOfTicks")
                .text("whatToShow")
                .integer("useRth")
                .flag("ignoreSize")
                .tagList("miscOptions");
    }

    static void fundamentals(MessageFields in) {
        in.skip()
                .integer(REQ_ID)
                .in(
                        "contract",
                        contract -> contract.integer("conId")
                                .text("symbol")
                                .text("secType")
                                .text("exchange")
                                .text("primaryExchange")
                                .text("currency")
                                .text("localSymbol"))
                .text("reportType")
                .tagList("options");
    }

    static void histogram(MessageFields in) {
        in.integer(REQ_ID);
        ContractLayout.contract(in);
        ContractLayout.expired(in);
        in.flag("useRTH").text("timePeriod");
    }

    static void historicalNews(MessageFields in) {
        in.integer(REQ_ID)
                .integer("conId")
                .text("providerCodes")
                .text("startDateTime")
                .text("endDateTime")
                .integer("totalResults")
                .tagList("options");
    }

    static void corporateEvents(MessageFields in) {
        in.integer(REQ_ID)
                .optionalInteger("conId")
                .text("filter")
                .flag("fillWatchlist")
                .flag("fillPortfolio")
                .flag("fillCompetitors")
                .text("startDate")
                .text("endDate")
                .optionalInteger("totalLimit");
    }

    static void scanner(MessageFields in) {
        in.integer(REQ_ID)
                .in("subscription", RequestLayouts::scannerLimits)
                .tagList("filterOptions")
                .tagList("subscriptionOptions");
    }

    private static void scannerLimits(MessageFields subscription) {
        subscription
                .optionalIntegerUnless(-1, "numberOfRows")
                .text("instrument")
                .text("locationCode")
                .text("scanCode")
                .optionalNumber("abovePrice")
                .optionalNumber("belowPrice")
                .optionalInteger("aboveVolume")
                .optionalNumber("marketCapAbove")
                .optionalNumber("marketCapBelow")
                .text("moodyRatingAbove")
                .text("moodyRatingBelow")
                .text("spRatingAbove")
                .text("spRatingBelow")
                .text("maturityDateAbove")
                .text("maturityDateBelow")
                .optionalNumber("couponRateAbove")
                .optionalNumber("couponRateBelow")
                .flag("excludeConvertible")
                .optionalInteger("averageOptionVolumeAbove")
                .text("scannerSettingPairs")
                .text("stockTypeFilter");
    }

    private static void operator(MessageFields cancel) {
        if (cancel.version() >= Version.MANUAL_ORDER_INDICATOR) {
            cancel.text("extOperator").optionalInteger("manualOrderIndicator");
        }
    }
}
