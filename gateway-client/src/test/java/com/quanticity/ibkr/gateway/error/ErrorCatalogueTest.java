package com.quanticity.ibkr.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCatalogueTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAMeaningEverywhere(ErrorCode code) {
        for (ErrorContext context : ErrorContext.values()) {
            for (String text : new String[] {"", "reason: \n", "state: ", "Read-Only", "\u0000 \uD800"}) {
                ErrorMeaning meaning = ErrorCatalogue.meaning(code.code(), context, text);

                assertThat(meaning.name()).isEqualTo(code.name());
                assertThat(meaning.text()).isNotBlank().doesNotContain("\n");
                assertThat(meaning.action()).isNotBlank();
                assertThat(meaning.endsRequest() && context.isOrder()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noUnlistedNumberKillsAnOrder(ErrorContext context) {
        Stream<OrderEffect> effects = IntStream.concat(
                        IntStream.rangeClosed(-10, 12_000), IntStream.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 77_777))
                .filter(code -> ErrorCode.of(code).isEmpty())
                .mapToObj(code -> ErrorCatalogue.meaning(code, context, "Order rejected - reason: x")
                        .order());

        assertThat(effects).doesNotContain(OrderEffect.DEAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {399, 404, 2109, 2137, 2148, 2161, 2168, 2169, 2170, 2199, 10349})
    void noticesLeaveEveryOrderAlive(int code) {
        assertThat(effects(code)).containsOnly(OrderEffect.ALIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {103, 106, 107, 109, 110, 111, 113, 320, 321, 322, 329, 387, 434, 435, 10268, 10274})
    void validationEndsANewOrderAndLeavesAChangedOneAsItWas(int code) {
        assertThat(effects(code))
                .containsExactly(OrderEffect.DEAD, OrderEffect.ALIVE, OrderEffect.ALIVE, OrderEffect.ALIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203})
    void aRejectionDuringAChangeOrCancelIsLookedUp(int code) {
        assertThat(effects(code))
                .containsExactly(OrderEffect.DEAD, OrderEffect.UNKNOWN, OrderEffect.UNKNOWN, OrderEffect.DEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order rejected - reason:Cannot modify a filled order",
                "Order rejected - reason: Cannot cancel the filled order",
                "Order rejected - reason: the order is already filled"
            })
    void aRejectionThatSpeaksOfAChangeNeverKillsAWorkingOrder(String text) {
        assertThat(ErrorCatalogue.meaning(201, ErrorContext.WORKING_ORDER, text).order())
                .isEqualTo(OrderEffect.UNKNOWN);
    }

    @Test
    void aConfirmedCancelIsFinalAndNoRefusal() {
        ErrorMeaning meaning =
                ErrorCatalogue.meaning(202, ErrorContext.CANCELLED_ORDER, "Order Canceled - reason: expired");

        assertThat(meaning.order()).isEqualTo(OrderEffect.DEAD);
        assertThat(meaning.isRefusal()).isFalse();
        assertThat(meaning.text()).isEqualTo("order cancelled: expired");
    }

    @ParameterizedTest
    @CsvSource({
        "Cancelled, DEAD",
        "ApiCancelled, DEAD",
        "PendingCancel, ALIVE",
        "Submitted, ALIVE",
        "PreSubmitted, ALIVE",
        "Filled, UNKNOWN",
        "Inactive, UNKNOWN",
        "Neverheard, UNKNOWN"
    })
    void aRefusedCancelTakesTheStateFromTheText(String state, OrderEffect effect) {
        String text = "OrderId 7 that needs to be cancelled cannot be cancelled, state: " + state + ".";

        assertThat(ErrorCatalogue.meaning(10148, ErrorContext.CANCELLED_ORDER, text)
                        .order())
                .isEqualTo(effect);
        assertThat(ErrorCatalogue.meaning(161, ErrorContext.CANCELLED_ORDER, text)
                        .order())
                .isEqualTo(effect);
    }

    @Test
    void anOrderThatTheCancelDidNotFindIsDeadOnlyAfterItWasAcknowledged() {
        assertThat(effects(10147))
                .containsExactly(OrderEffect.UNKNOWN, OrderEffect.DEAD, OrderEffect.DEAD, OrderEffect.DEAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {10167, 10090, 10091, 317, 2174, 2152, 2199})
    void advisoriesKeepTheRequest(int code) {
        assertThat(ErrorCatalogue.meaning(code, ErrorContext.REQUEST, "").endsRequest())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 354, 10168, 10186, 10197, 322, 300, 77777})
    void everythingElseEndsIt(int code) {
        assertThat(ErrorCatalogue.meaning(code, ErrorContext.MARKET_DATA, "").endsRequest())
                .isTrue();
    }

    @Test
    void aMissingSubscriptionLetsLevelOneDataGoOnDelayed() {
        assertThat(ErrorCatalogue.meaning(10089, ErrorContext.MARKET_DATA, "").endsRequest())
                .isFalse();
        assertThat(ErrorCatalogue.meaning(10089, ErrorContext.REQUEST, "").endsRequest())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "162, 'Historical Market Data Service error message:API historical data query cancelled: 7', INFO, nothing",
        "162, 'Historical Market Data Service error message:Historical data request pacing violation', PACING, less history",
        "162, 'Historical Market Data Service error message:HMDS query returned no data', MARKET_DATA, read the text",
        "321, 'The API interface is currently in Read-Only mode.', SYSTEM, Read-Only API",
        "322, 'Error processing request.:Duplicate ticker id', CLIENT_ID, not used",
        "322, 'maximum number of account summary requests exceeded', SYSTEM, cancel another"
    })
    void textsDecideWhereTheCodeAloneDoesNot(int code, String text, ErrorClass errorClass, String action) {
        ErrorMeaning meaning = ErrorCatalogue.meaning(code, ErrorContext.REQUEST, text);

        assertThat(meaning.errorClass()).isEqualTo(errorClass);
        assertThat(meaning.action()).contains(action);
    }

    private static Stream<OrderEffect> effects(int code) {
        return Stream.of(
                        ErrorContext.NEW_ORDER,
                        ErrorContext.MODIFIED_ORDER,
                        ErrorContext.CANCELLED_ORDER,
                        ErrorContext.WORKING_ORDER)
                .map(context -> ErrorCatalogue.meaning(code, context, "").order());
    }
}
