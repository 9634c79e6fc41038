package com.quanticity.ibkr.simulator.marketdata.tick;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Invented figures of one instrument that do not move with its market; the same for the same contract. */
public final class Figures {

    private final BigDecimal averageVolume;
    private final BigDecimal historicalVolatility;
    private final BigDecimal impliedVolatility;
    private final BigDecimal callInterest;
    private final BigDecimal putInterest;
    private final BigDecimal dividend;
    private final double[] lows = new double[3];
    private final double[] highs = new double[3];

    public Figures(ListedContract contract) {
        SplittableRandom random = new SplittableRandom(contract.conId());
        averageVolume = BigDecimal.valueOf(random.nextInt(20_000, 600_000));
        historicalVolatility = fraction(random, 0.12, 0.55);
        impliedVolatility =
                historicalVolatility.add(fraction(random, -0.03, 0.06)).max(new BigDecimal("0.05"));
        callInterest = BigDecimal.valueOf(random.nextInt(100_000, 3_000_000));
        putInterest = BigDecimal.valueOf(random.nextInt(100_000, 3_000_000));
        dividend = fraction(random, 0.1, 3);
        double range = 0;
        for (int i = 0; i < 3; i++) {
            range += random.nextDouble(0.03, 0.12);
            lows[i] = 1 - range;
            highs[i] = 1 + range;
        }
    }

    private static BigDecimal fraction(SplittableRandom random, double least, double most) {
        return BigDecimal.valueOf(random.nextDouble(least, most)).setScale(4, RoundingMode.HALF_UP);
    }

    /** Of 90 days, in hundreds. */
    BigDecimal averageVolume() {
        return averageVolume;
    }

    BigDecimal historicalVolatility() {
        return historicalVolatility;
    }

    BigDecimal impliedVolatility() {
        return impliedVolatility;
    }

    BigDecimal callOpenInterest() {
        return callInterest;
    }

    BigDecimal putOpenInterest() {
        return putInterest;
    }

    /** Dividends of the last twelve months for one share. */
    BigDecimal dividend() {
        return dividend;
    }

    /** Lowest price of 13, 26 or 52 weeks (index 0 to 2), around the close; null without a close. */
    @Nullable BigDecimal low(int index, @Nullable BigDecimal close) {
        return around(close, lows[index]);
    }

    /** Highest price of 13, 26 or 52 weeks (index 0 to 2). */
    @Nullable BigDecimal high(int index, @Nullable BigDecimal close) {
        return around(close, highs[index]);
    }

    private static @Nullable BigDecimal around(@Nullable BigDecimal close, double factor) {
        return close == null
                ? null
                : close.multiply(BigDecimal.valueOf(factor)).setScale(close.scale(), RoundingMode.HALF_UP);
    }
}
