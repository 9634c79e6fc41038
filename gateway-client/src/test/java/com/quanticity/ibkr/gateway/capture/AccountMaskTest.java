package com.quanticity.ibkr.gateway.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountMaskTest {

    private final AccountMask mask = new AccountMask();

    @ParameterizedTest
    @CsvSource({
        "DU1234567, DU0000001",
        "U7654321, U0000001",
        "DUP123456, DUP000001",
        "F1234567, F0000001",
        "'All DU1234567,DU7654321', 'All DU0000001,DU0000002'",
        "SPY   261218C00600000, SPY   261218C00600000",
        "AAPL, AAPL",
        "UNSET1, UNSET1",
        "0000e1a7.65f1.01.01, 0000e1a7.65f1.01.01"
    })
    void replacesAccountNumbersOnly(String text, String masked) {
        assertThat(masked("0000" + "3\0" + text + "\0")).isEqualTo("0000" + "3\0" + masked + "\0");
    }

    @Test
    void givesTheSameAccountTheSameNumber() {
        assertThat(masked("DU1234567\0DU7654321\0DU1234567\0")).isEqualTo("DU0000001\0DU0000002\0DU0000001\0");
    }

    @Test
    void learnsOtherShapesFromTheListOfAccounts() {
        assertThat(masked("____15\0" + "1\0XYZ99887,DU1234567\0")).isEqualTo("____15\0" + "1\0XYZ00001,DU0000002\0");
        assertThat(masked("____61\0" + "XYZ99887\0")).isEqualTo("____61\0" + "XYZ00001\0");
    }

    private String masked(String frame) {
        byte[] bytes = frame.getBytes(ISO_8859_1);
        mask.apply(bytes);
        return new String(bytes, ISO_8859_1);
    }
}
