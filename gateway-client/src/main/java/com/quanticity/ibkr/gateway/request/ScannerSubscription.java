package com.quanticity.ibkr.gateway.request;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner looks for. Limits that are null, and texts that are empty, are not given.
 *
 * @param numberOfRows −1 = the gateway's default of 50
 * @param instrument for example {@code STK}
 * @param locationCode for example {@code STK.US.MAJOR}
 * @param scanCode for example {@code TOP_PERC_GAIN}
 * @param stockTypeFilter ALL, STOCK, ETF, …
 */
public record ScannerSubscription(
        int numberOfRows,
        String instrument,
        String locationCode,
        String scanCode,
        @Nullable BigDecimal abovePrice,
        @Nullable BigDecimal belowPrice,
        @Nullable Integer aboveVolume,
        @Nullable BigDecimal marketCapAbove,
        @Nullable BigDecimal marketCapBelow,
        String moodyRatingAbove,
        String moodyRatingBelow,
        String spRatingAbove,
        String spRatingBelow,
        String maturityDateAbove,
        String maturityDateBelow,
        @Nullable BigDecimal couponRateAbove,
        @Nullable BigDecimal couponRateBelow,
        boolean excludeConvertible,
        @Nullable Integer averageOptionVolumeAbove,
        String scannerSettingPairs,
        String stockTypeFilter) {

    /** A scanner without limits. */
    public static ScannerSubscription of(String instrument, String locationCode, String scanCode) {
        return builder()
                .instrument(instrument)
                .locationCode(locationCode)
                .scanCode(scanCode)
                .build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the members that are given; everything else stays "not given". Not thread-safe. */
    public static final class Builder {
        private int numberOfRows = -1;
        private String instrument = "";
        private String locationCode = "";
        private String scanCode = "";
        private @Nullable BigDecimal abovePrice;
        private @Nullable BigDecimal belowPrice;
        private @Nullable Integer aboveVolume;
        private @Nullable BigDecimal marketCapAbove;
        private @Nullable BigDecimal marketCapBelow;
        private String moodyRatingAbove = "";
        private String moodyRatingBelow = "";
        private String spRatingAbove = "";
        private String spRatingBelow = "";
        private String maturityDateAbove = "";
        private String maturityDateBelow = "";
        private @Nullable BigDecimal couponRateAbove;
        private @Nullable BigDecimal couponRateBelow;
        private boolean excludeConvertible;
        private @Nullable Integer averageOptionVolumeAbove;
        private String scannerSettingPairs = "";
        private String stockTypeFilter = "";

        private Builder() {}

        public Builder numberOfRows(int numberOfRows) {
            this.numberOfRows = numberOfRows;
            return this;
        }

        public Builder instrument(String instrument) {
            this.instrument = instrument;
            return this;
        }

        public Builder locationCode(String locationCode) {
            this.locationCode = locationCode;
            return this;
        }

        public Builder scanCode(String scanCode) {
            this.scanCode = scanCode;
            return this;
        }

        public Builder abovePrice(@Nullable BigDecimal abovePrice) {
            this.abovePrice = abovePrice;
            return this;
        }

        public Builder belowPrice(@Nullable BigDecimal belowPrice) {
            this.belowPrice = belowPrice;
            return this;
        }

        public Builder aboveVolume(@Nullable Integer aboveVolume) {
            this.aboveVolume = aboveVolume;
            return this;
        }

        public Builder marketCapAbove(@Nullable BigDecimal marketCapAbove) {
            this.marketCapAbove = marketCapAbove;
            return this;
        }

        public Builder marketCapBelow(@Nullable BigDecimal marketCapBelow) {
            this.marketCapBelow = marketCapBelow;
            return this;
        }

        public Builder moodyRatingAbove(String moodyRatingAbove) {
            this.moodyRatingAbove = moodyRatingAbove;
            return this;
        }

        public Builder moodyRatingBelow(String moodyRatingBelow) {
            this.moodyRatingBelow = moodyRatingBelow;
            return this;
        }

        public Builder spRatingAbove(String spRatingAbove) {
            this.spRatingAbove = spRatingAbove;
            return this;
        }

        public Builder spRatingBelow(String spRatingBelow) {
            this.spRatingBelow = spRatingBelow;
            return this;
        }

        public Builder maturityDateAbove(String maturityDateAbove) {
            this.maturityDateAbove = maturityDateAbove;
            return this;
        }

        public Builder maturityDateBelow(String maturityDateBelow) {
            this.maturityDateBelow = maturityDateBelow;
            return this;
        }

        public Builder couponRateAbove(@Nullable BigDecimal couponRateAbove) {
            this.couponRateAbove = couponRateAbove;
            return this;
        }

        public Builder couponRateBelow(@Nullable BigDecimal couponRateBelow) {
            this.couponRateBelow = couponRateBelow;
            return this;
        }

        public Builder excludeConvertible(boolean excludeConvertible) {
            this.excludeConvertible = excludeConvertible;
            return this;
        }

        public Builder averageOptionVolumeAbove(@Nullable Integer averageOptionVolumeAbove) {
            this.averageOptionVolumeAbove = averageOptionVolumeAbove;
            return this;
        }

        public Builder scannerSettingPairs(String scannerSettingPairs) {
            this.scannerSettingPairs = scannerSettingPairs;
            return this;
        }

        public Builder stockTypeFilter(String stockTypeFilter) {
            this.stockTypeFilter = stockTypeFilter;
            return this;
        }

        public ScannerSubscription build() {
            return new ScannerSubscription(
                    numberOfRows,
                    instrument,
                    locationCode,
                    scanCode,
                    abovePrice,
                    belowPrice,
                    aboveVolume,
                    marketCapAbove,
                    marketCapBelow,
                    moodyRatingAbove,
                    moodyRatingBelow,
                    spRatingAbove,
                    spRatingBelow,
                    maturityDateAbove,
                    maturityDateBelow,
                    couponRateAbove,
                    couponRateBelow,
                    excludeConvertible,
                    averageOptionVolumeAbove,
                    scannerSettingPairs,
                    stockTypeFilter);
        }
    }
}
