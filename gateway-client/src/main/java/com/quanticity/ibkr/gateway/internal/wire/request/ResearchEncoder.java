package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.request.DisplayGroupRequest;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import com.quanticity.ibkr.gateway.request.ScannerSubscription;

/** News, scanners and display groups. */
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
            case NewsRequest.ReqNewsArticle(int reqId, var providerCode, var articleId, var options) -> {
                out.message(OutboundMessage.REQ_NEWS_ARTICLE);
                out.integer(reqId);
                out.text("providerCode", providerCode);
                out.text("articleId", articleId);
                out.tagList("options", options);
            }
            case NewsRequest.ReqHistoricalNews news -> pastNews(out, news);
            case NewsRequest.ReqWshMetaData(int reqId) -> {
                out.message(OutboundMessage.REQ_WSH_META_DATA);
                out.integer(reqId);
            }
            case NewsRequest.CancelWshMetaData(int reqId) -> {
                out.message(OutboundMessage.CANCEL_WSH_META_DATA);
                out.integer(reqId);
            }
            case NewsRequest.ReqWshEventData events -> corporateEvents(out, events);
            case NewsRequest.CancelWshEventData(int reqId) -> {
                out.message(OutboundMessage.CANCEL_WSH_EVENT_DATA);
                out.integer(reqId);
            }
        }
    }

    static void write(FieldWriter out, DisplayGroupRequest request) {
        switch (request) {
            case DisplayGroupRequest.QueryDisplayGroups(int reqId) -> {
                out.message(OutboundMessage.QUERY_DISPLAY_GROUPS, 1);
                out.integer(reqId);
            }
            case DisplayGroupRequest.SubscribeToGroupEvents(int reqId, int groupId) -> {
                out.message(OutboundMessage.SUBSCRIBE_TO_GROUP_EVENTS, 1);
                out.integer(reqId);
                out.integer(groupId);
            }
            case DisplayGroupRequest.UpdateDisplayGroup(int reqId, String contractInfo) -> {
                out.message(OutboundMessage.UPDATE_DISPLAY_GROUP, 1);
                out.integer(reqId);
                out.text("contractInfo", contractInfo);
            }
            case DisplayGroupRequest.UnsubscribeFromGroupEvents(int reqId) -> {
                out.message(OutboundMessage.UNSUBSCRIBE_FROM_GROUP_EVENTS, 1);
                out.integer(reqId);
            }
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

    private static void pastNews(FieldWriter out, NewsRequest.ReqHistoricalNews news) {
        out.message(OutboundMessage.REQ_HISTORICAL_NEWS);
        out.integer(news.reqId());
        out.integer(news.conId());
        out.text("providerCodes", news.providerCodes());
        out.text("startDateTime", news.startDateTime());
        out.text("endDateTime", news.endDateTime());
        out.integer(news.totalResults());
        out.tagList("options", news.options());
    }

    private static void corporateEvents(FieldWriter out, NewsRequest.ReqWshEventData events) {
        out.message(OutboundMessage.REQ_WSH_EVENT_DATA);
        out.integer(events.reqId());
        out.integerOrMax(events.conId());
        out.text("filter", events.filter());
        out.bool(events.fillWatchlist());
        out.bool(events.fillPortfolio());
        out.bool(events.fillCompetitors());
        out.text("startDate", events.startDate());
        out.text("endDate", events.endDate());
        out.integerOrMax(events.totalLimit());
    }

    private static void limits(FieldWriter out, ScannerSubscription subscription) {
        out.integer(subscription.numberOfRows());
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
