package com.quanticity.ibkr.gateway.contract;

import com.quanticity.ibkr.gateway.TagValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reference data of one contract. Texts are empty, lists are empty when the gateway gives nothing.
 *
 * @param contract the resolved contract
 * @param lastTradeTime time part of the last trade date, as text
 * @param minTick smallest price increment in contract currency, null when not given
 * @param orderTypes comma list
 * @param validExchanges comma list, parallel to {@code marketRuleIds}
 * @param priceMagnifier divisor of quoted prices, 0 or 1 = none
 * @param underConId contract id of the underlying, 0 = none
 * @param timeZoneId zone of the hours as the gateway names it
 * @param tradingHours sessions, {@code YYYYMMDD:HHmm-YYYYMMDD:HHmm} separated by {@code ;}
 * @param liquidHours regular sessions, same form
 * @param secIdList ids such as ISIN
 * @param marketRuleIds comma list
 * @param minSize smallest order size, null when not given
 * @param sizeIncrement step of order sizes, null when not given
 * @param suggestedSizeIncrement null when not given
 * @param fund funds from version 179 on, null for everything else
 * @param bond bonds, null for everything else
 * @param ineligibilityReasons from version 186 on
 */
public record GatewayContractDetails(
        GatewayContract contract,
        String lastTradeTime,
        String marketName,
        @Nullable BigDecimal minTick,
        String orderTypes,
        String validExchanges,
        int priceMagnifier,
        int underConId,
        String longName,
        String contractMonth,
        String industry,
        String category,
        String subcategory,
        String timeZoneId,
        String tradingHours,
        String liquidHours,
        String evRule,
        BigDecimal evMultiplier,
        List<TagValue> secIdList,
        int aggGroup,
        String underSymbol,
        String underSecType,
        String marketRuleIds,
        String realExpirationDate,
        String stockType,
        @Nullable BigDecimal minSize,
        @Nullable BigDecimal sizeIncrement,
        @Nullable BigDecimal suggestedSizeIncrement,
        @Nullable FundDetails fund,
        @Nullable BondDetails bond,
        List<IneligibilityReason> ineligibilityReasons) {

    public GatewayContractDetails {
        secIdList = List.copyOf(secIdList);
        ineligibilityReasons = List.copyOf(ineligibilityReasons);
    }
}
