package com.quanticity.ibkr.simulator.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** The daily hours of a kind of instrument. */
public enum TradingHours {
    /** US stocks and ETFs: 04:00 to 20:00, regular 09:30 to 16:00, with auctions. */
    US_STOCKS {
        @Override
        Optional<TradingSession> sessionOf(LocalDate date) {
            if (Holidays.isClosed(date)) {
                return Optional.empty();
            }
            boolean isShort = Holidays.isEarlyClose(date);
            return session(date, at(4, 0), OPEN, isShort ? EARLY_CLOSE : CLOSE, isShort ? at(17, 0) : at(20, 0), true);
        }
    },
    /** US stock options: 09:30 to 16:00, no extended hours. */
    US_OPTIONS {
        @Override
        Optional<TradingSession> sessionOf(LocalDate date) {
            return regularOnly(date, CLOSE, EARLY_CLOSE);
        }
    },
    /** Options on indices and some ETFs: a quarter of an hour longer. */
    US_INDEX_OPTIONS {
        @Override
        Optional<TradingSession> sessionOf(LocalDate date) {
            return regularOnly(date, CLOSE.plusMinutes(15), EARLY_CLOSE.plusMinutes(15));
        }
    },
    /** Indices: calculated from 09:30 to 16:00. */
    US_INDICES {
        @Override
        Optional<TradingSession> sessionOf(LocalDate date) {
            return regularOnly(date, CLOSE, EARLY_CLOSE);
        }
    },
    /** Index futures: 18:00 of the day before to 17:00, regular from 09:30; to 13:00 on US holidays. */
    US_FUTURES {
        @Override
        Optional<TradingSession> sessionOf(LocalDate date) {
            if (Holidays.isWeekend(date) || Holidays.isWorldwide(date) || isGoodFriday(date)) {
                return Optional.empty();
            }
            LocalTime end = Holidays.isClosed(date) ? EARLY_CLOSE : at(17, 0);
            return Optional.of(new TradingSession(
                    date,
                    date.minusDays(1).atTime(18, 0).atZone(NEW_YORK).toInstant(),
                    date.atTime(OPEN).atZone(NEW_YORK).toInstant(),
                    date.atTime(end).atZone(NEW_YORK).toInstant(),
                    date.atTime(end).atZone(NEW_YORK).toInstant(),
                    false));
        }
    },
    /** Currencies: 17:15 of the day before to 17:00, all of it regular. */
    CURRENCIES {
        @Override
        Optional<TradingSession> sessionOf(LocalDate date) {
            if (Holidays.isWeekend(date) || Holidays.isWorldwide(date)) {
                return Optional.empty();
            }
            return Optional.of(new TradingSession(
                    date,
                    date.minusDays(1).atTime(17, 15).atZone(NEW_YORK).toInstant(),
                    date.minusDays(1).atTime(17, 15).atZone(NEW_YORK).toInstant(),
                    date.atTime(17, 0).atZone(NEW_YORK).toInstant(),
                    date.atTime(17, 0).atZone(NEW_YORK).toInstant(),
                    false));
        }
    },
    /** Crypto-currencies: every day, the clock around. */
    CRYPTO {
        @Override
        Optional<TradingSession> sessionOf(LocalDate date) {
            return Optional.of(new TradingSession(
                    date,
                    date.atStartOfDay(NEW_YORK).toInstant(),
                    date.atStartOfDay(NEW_YORK).toInstant(),
                    date.plusDays(1).atStartOfDay(NEW_YORK).toInstant(),
                    date.plusDays(1).atStartOfDay(NEW_YORK).toInstant(),
                    false));
        }
    };

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    /** The session of a trading date, or empty when there is none. */
    abstract Optional<TradingSession> sessionOf(LocalDate date);

    /** The hours of a security type as contracts name it, such as {@code STK}; unknown types trade like stocks. */
    public static TradingHours ofSecurityType(String securityType) {
        return switch (securityType) {
            case "OPT" -> US_OPTIONS;
            case "IND" -> US_INDICES;
            case "FUT", "FOP", "CONTFUT" -> US_FUTURES;
            case "CASH", "CMDTY" -> CURRENCIES;
            case "CRYPTO" -> CRYPTO;
            default -> US_STOCKS;
        };
    }

    private static Optional<TradingSession> regularOnly(LocalDate date, LocalTime close, LocalTime earlyClose) {
        if (Holidays.isClosed(date)) {
            return Optional.empty();
        }
        LocalTime end = Holidays.isEarlyClose(date) ? earlyClose : close;
        return session(date, OPEN, OPEN, end, end, false);
    }

    private static Optional<TradingSession> session(
            LocalDate date, LocalTime begin, LocalTime open, LocalTime close, LocalTime end, boolean hasAuctions) {
        return Optional.of(new TradingSession(
                date,
                date.atTime(begin).atZone(NEW_YORK).toInstant(),
                date.atTime(open).atZone(NEW_YORK).toInstant(),
                date.atTime(close).atZone(NEW_YORK).toInstant(),
                date.atTime(end).atZone(NEW_YORK).toInstant(),
                hasAuctions));
    }

    private static LocalTime at(int hour, int minute) {
        return LocalTime.of(hour, minute);
    }

    private static boolean isGoodFriday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.FRIDAY
                && (date.getMonthValue() == 3 || date.getMonthValue() == 4)
                && Holidays.isClosed(date);
    }
}
