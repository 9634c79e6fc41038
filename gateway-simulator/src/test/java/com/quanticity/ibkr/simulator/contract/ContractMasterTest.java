package com.quanticity.ibkr.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractMasterTest {

    private final ContractMaster master =
            ContractMaster.with(List.of("ZZTOP"), InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z")));

    private static ContractQuery query(String symbol, String secType, String expiry, String strike, String right) {
        return new ContractQuery(
                0,
                symbol,
                secType,
                expiry,
                strike.isEmpty() ? null : new BigDecimal(strike),
                right,
                "",
                "",
                "",
                "",
                "",
                "",
                false,
                "",
                "",
                "",
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL, STK, 265598",
        "EUR, CASH, 12087792",
        "SPX, IND, 990000111",
        "BTC, CRYPTO, 990000121",
        "SIMFX, FUND, 990000131",
        "ZZTOP, STK, 991000000"
    })
    void findsAContractBySymbolAndType(String symbol, String secType, int conId) {
        assertThat(master.find(query(symbol, secType, "", "", "")))
                .extracting(ListedContract::conId)
                .containsExactly(conId);
    }

    @Test
    void findsEveryListingOfAnAmbiguousSymbol() {
        assertThat(master.find(query("SAP", "STK", "", "", "")))
                .extracting(ListedContract::currency)
                .containsExactly("EUR", "USD");
    }

    @Test
    void findsOneOptionByItsTerms() {
        ListedContract option =
                master.findOne(query("SPY", "OPT", "20260618", "665", "C")).orElseThrow();

        assertThat(option.localSymbol()).isEqualTo("SPY   260618C00665000");
        assertThat(option.multiplier()).isEqualByComparingTo("100");
        assertThat(master.ofId(option.conId())).contains(option);
    }

    @Test
    void givesEveryOptionAnIdThatReadsBack() {
        List<ListedContract> chain = master.find(query("AAPL", "OPT", "", "", ""));

        assertThat(chain).hasSizeGreaterThan(500);
        assertThat(chain).extracting(ListedContract::conId).doesNotHaveDuplicates();
        assertThat(chain)
                .allSatisfy(option -> assertThat(master.ofId(option.conId())).contains(option));
    }

    @Test
    void keepsIdsAsTimeGoesBy() {
        ContractMaster later =
                ContractMaster.with(List.of(), InstantSource.fixed(Instant.parse("2026-06-01T15:00:00Z")));
        ContractQuery wanted = query("SPY", "OPT", "20260618", "665", "C");

        assertThat(later.findOne(wanted)).isEqualTo(master.findOne(wanted));
    }

    @Test
    void listsNoExpiredOptions() {
        assertThat(master.find(query("SPY", "OPT", "20260220", "665", "C"))).isEmpty();
    }

    @Test
    void namesFuturesByMonthAndByLocalSymbol() {
        ListedContract june =
                master.findOne(query("ES", "FUT", "202606", "", "")).orElseThrow();

        assertThat(june.localSymbol()).isEqualTo("ESM6");
        assertThat(june.derivation())
                .isNotNull()
                .extracting(Derivation::expiryText)
                .isEqualTo("20260618");
        assertThat(master.ofSymbol("ESM6")).isEqualTo(june);
        assertThat(master.ofSymbol("ES").localSymbol()).isEqualTo("ESH6");
    }

    @Test
    void takesTheNearestMonthForAContinuousFuture() {
        ListedContract continuous =
                master.findOne(query("ES", "CONTFUT", "", "", "")).orElseThrow();

        assertThat(continuous.secType()).isEqualTo("CONTFUT");
        assertThat(continuous.conId()).isEqualTo(master.ofSymbol("ES").conId());
    }

    @Test
    void putsOptionsOnTheFutureTheyAreDeliveredInto() {
        ListedContract option =
                master.findOne(query("ES", "FOP", "20260417", "6650", "P")).orElseThrow();

        assertThat(option.derivation())
                .isNotNull()
                .extracting(Derivation::underlyingId)
                .isEqualTo(master.ofSymbol("ESM6").conId());
    }

    @Test
    void stepsPricesByTheirMarketRule() {
        ListedContract stock = master.ofSymbol("AAPL");

        assertThat(stock.isOnTick(new BigDecimal("180.01"))).isTrue();
        assertThat(stock.isOnTick(new BigDecimal("180.005"))).isFalse();
        assertThat(stock.isOnTick(new BigDecimal("0.1234"))).isTrue();
    }

    @Test
    void tellsTheClassesOfOptionsOnAnIndex() {
        assertThat(master.optionClasses("SPX", "IND"))
                .extracting(OptionClass::tradingClass)
                .containsExactly("SPX", "SPXW");
    }
}
