package com.quanticity.ibkr.console.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    @ParameterizedTest
    @CsvSource({"DU1234567, DU…567", "U12345678, U1…678", "DU123, …", "'', …"})
    void masksAccounts(String account, String masked) {
        assertThat(AccountName.masked(account)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        ", DU1234567, PAPER",
        ", DF1234567, PAPER",
        ", U1234567, LIVE",
        ", '', UNKNOWN",
        "SIM, DU1234567, SIM",
        "SIM, '', SIM",
        "SIM, U1234567, LIVE",
        "PAPER, U1234567, LIVE",
        "LIVE, DU1234567, LIVE"
    })
    void tellsTheEnvironmentAndDoubtsTowardsLive(@Nullable Environment configured, String account, String word) {
        Accounts accounts = new Accounts(configured);

        accounts.onAccount(account);

        assertThat(accounts.band().word()).isEqualTo(word);
    }

    @Test
    void warnsWhenALiveAccountMeetsAnotherConfiguration() {
        Accounts accounts = new Accounts(Environment.SIM);
        accounts.onAccount("DU1234567");
        accounts.onAccount("U7654321");

        assertThat(accounts.band().warning()).contains("configured as SIM", "U7…321", "LIVE");
    }

    @Test
    void countsFurtherAccounts() {
        Accounts accounts = new Accounts(null);
        accounts.onAccount("DU1234567");
        accounts.onAccount("DU1234568");

        assertThat(accounts.band().account()).isEqualTo("DU…567 and 1 more");
    }
}
