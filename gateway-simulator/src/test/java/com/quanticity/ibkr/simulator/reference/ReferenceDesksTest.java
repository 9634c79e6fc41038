package com.quanticity.ibkr.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** News, calendar, scanner, display groups and the login. */
class ReferenceDesksTest {

    private final GatewaySimulator simulator = GatewaySimulator.start(
            SimulatorConfig.defaults().withTime(SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"))));
    private final TestClient client = TestClient.start(simulator, 1);

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private void scan(int requestId, String code) {
        client.send(
                22,
                requestId,
                5,
                "STK",
                "STK.US.MAJOR",
                code,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                0,
                "",
                "",
                "ALL",
                "",
                "");
    }

    @Test
    void tellsProvidersHeadlinesAndArticles() {
        client.send(85);
        assertThat(client.next()).startsWith("85", "3", "BRFG");

        client.send(86, 5, 265598, "BRFG+DJNL", "", "2026-03-01 00:00:00", 3, "");
        List<List<String>> headlines = client.untilId(87);
        assertThat(headlines).hasSize(4).last().isEqualTo(List.of("87", "5", "1"));
        assertThat(headlines.getFirst()).contains("86", "5").anyMatch(field -> field.startsWith("AAPL: "));

        client.send(84, 6, headlines.getFirst().get(3), headlines.getFirst().get(4), "");
        assertThat(client.next()).startsWith("83", "6", "0");
    }

    @Test
    void refusesNewsItDoesNotHave() {
        client.send(86, 5, 265598, "NOBODY", "", "", 3, "");
        assertThat(client.next()).startsWith("4", "5", "10276");

        client.send(84, 6, "BRFG", "BRFG$nothing", "");
        assertThat(client.next()).startsWith("4", "6", "321");
    }

    @Test
    void sendsTheBulletinsOfTheDay() {
        client.send(12, 1, 1);
        assertThat(client.next()).startsWith("14").contains("The simulated system is available.");
        simulator.faults().publishBulletin(2, "ARCA is closed", "ARCA");
        assertThat(client.next()).startsWith("14", "1", "2", "2", "ARCA is closed", "ARCA");

        client.send(13, 1);
        assertThat(client.drain()).isEmpty();
    }

    @Test
    void tellsTheCorporateCalendar() {
        client.send(102, 5, 265598, "", 0, 0, 0, "", "", "");
        assertThat(client.next()).startsWith("4", "5", "321");

        client.send(100, 6);
        assertThat(client.next()).startsWith("104", "6");
        client.send(102, 7, 265598, "", 0, 0, 0, "", "", "");
        assertThat(client.next()).startsWith("105", "7").last().asString().contains("265598");
        client.send(103, 7);
        client.send(101, 6);
        assertThat(client.drain()).isEmpty();
    }

    @Test
    void ranksTheMovers() {
        client.send(24, 1);
        assertThat(client.next()).startsWith("19").last().asString().contains("<scanCode>TOP_PERC_GAIN</scanCode>");

        scan(5, "MOST_ACTIVE");
        assertThat(client.untilId(20).getLast()).startsWith("20", "3", "5", "5", "0");
        scan(5, "MOST_ACTIVE");
        assertThat(client.untilId(4).getLast()).startsWith("4", "5", "385");
        scan(6, "BEST_LOOKING");
        assertThat(client.untilId(4).getLast()).startsWith("4", "6", "321");
        client.send(23, 1, 5);
        client.send(23, 1, 5);
        assertThat(client.untilId(4).getLast()).startsWith("4", "5", "365");
    }

    @Test
    void showsTheSameContractInAGroup() {
        client.send(67, 1, 5);
        assertThat(client.next()).containsExactly("67", "1", "5", "1|2|3|4|5|6|7");

        client.send(68, 1, 6, 2);
        assertThat(client.next()).containsExactly("68", "1", "6", "none");
        client.send(69, 1, 6, "265598@SMART");
        assertThat(client.next()).containsExactly("68", "1", "6", "265598@SMART");
        client.send(70, 1, 6);
        client.send(69, 1, 6, "8314@SMART");
        assertThat(client.next()).startsWith("4", "6", "321");
    }

    @Test
    void saysWhoTheUserIs() {
        client.send(104, 5);
        assertThat(client.next()).containsExactly("107", "5", "");
        client.send(80);
        assertThat(client.next()).containsExactly("78", "1", "DU1234567", "");
        client.send(79, 6);
        assertThat(client.next()).containsExactly("77", "6", "0");
        client.send(18, 1, 1);
        assertThat(client.next()).startsWith("4", "-1", "344");
    }

    @Test
    void keepsTheGroupsOfAnAdvisor() {
        try (GatewaySimulator advisor =
                        GatewaySimulator.start(SimulatorConfig.defaults().withAccount("DF1234567"));
                TestClient manager = TestClient.start(advisor, 1)) {
            manager.send(19, 1, 1, "<ListOfGroups/>", 5);
            assertThat(manager.next()).containsExactly("103", "5", "success");

            manager.send(18, 1, 1);
            assertThat(manager.next()).containsExactly("16", "1", "1", "<ListOfGroups/>");
        }
    }

    @Test
    void saysThatVerificationWasWithdrawn() {
        client.send(65, 1, "name", "1");
        assertThat(client.next()).startsWith("4", "-1", "321");
    }
}
