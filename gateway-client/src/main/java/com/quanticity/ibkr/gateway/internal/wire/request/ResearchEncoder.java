package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import com.quanticity.ibkr.gateway.request.ScannerSubscription;

/** News and scanners. */
final class ResearchEncoder {

    private ResearchEncoder() {}

    static void write(FieldWriter out, NewsRequest request) {
        switch (request) {
            case NewsRequest.ReqNewsBulletins(boolean allMsgs) -> {
                out.message(OutboundMessage.REQ_NEWS_BULLETINS, 1);
                out.bool(allMsgs);
            }
            case NewsRequest.CancelNewsBulletins() -> out.message(OutboundMessage.CANCEL_NEWS_BULLETINS, 1);
            case NewsRequest.ReqNewsProviders() -> out.message(OutboundMessage.REQ_NEWS_PROVIDERS);
        }
    }

    static void write(FieldWriter out, ScannerRequest request) {
        switch (request) {
            case ScannerRequest.ReqScannerParameters() -> out.message(OutboundMessage.REQ_SCANNER_PARAMETERS, 1);
            case ScannerRequest.ReqScannerSubscription scanner -> {
                out.message(OutboundMessage.REQ_SCANNER_SUBSCRIPTION);
                out.integer(scanner.reqId());
                limits(out, scanner.subscription());
                out.tagList("filterOptions", scanner.filterOptions());
                out.tagList("subscriptionOptions", scanner.subscriptionOptions());
            }
            case ScannerRequest.CancelScannerSubscription(int reqId) -> {
                out.message(OutboundMessage.CANCEL_SCANNER_SUBSCRIPTION, 1);
                out.integer(reqId);
            }
        }
    }

    private static void limits(FieldWriter out, ScannerSubscription subscription) {
        out.integerOrEmpty(subscription.numberOfRows());
        out.text("subscription.instrument", subscription.instrument());
        out.text("subscription.locationCode", subscription.locationCode());
        out.text("subscription.scanCode", subscription.scanCode());
        out.numberOrEmpty(subscription.abovePrice());
        out.numberOrEmpty(subscription.belowPrice());
        out.integerOrEmpty(subscription.aboveVolume());
        out.numberOrEmpty(subscription.marketCapAbove());
        out.numberOrEmpty(subscription.marketCapBelow());
        out.text("subscription.moodyRatingAbove", subscription.moodyRatingAbove());
        out.text("subscription.moodyRatingBelow", subscription.moodyRatingBelow());
        out.text("subscription.spRatingAbove", subscription.spRatingAbove());
        out.text("subscription.spRatingBelow", subscription.spRatingBelow());
        out.text("subscription.maturityDateAbove", subscription.maturityDateAbove());
        out.text("subscription.maturityDateBelow", subscription.maturityDateBelow());
        out.numberOrEmpty(subscription.couponRateAbove());
        out.numberOrEmpty(subscription.couponRateBelow());
        out.bool(subscription.excludeConvertible());
        out.integerOrEmpty(subscription.averageOptionVolumeAbove());
        out.text("subscription.scannerSettingPairs", subscription.scannerSettingPairs());
        out.text("subscription.stockTypeFilter", subscription.stockTypeFilter());
    }
}
