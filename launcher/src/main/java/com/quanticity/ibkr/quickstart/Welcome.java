package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.platform.Application;
import com.quanticity.ibkr.quickstart.platform.Plan;
import java.util.ArrayList;
import java.util.List;

/** What a person needs once everything is up: where to look, how to log in, how to trade. */
final class Welcome {

    private Welcome() {}

    static List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Console  " + plan.url(Application.CONSOLE));
        for (String user : Plan.CONSOLE_USERS) {
            lines.add("         login " + user + " / " + plan.secrets().console(user));
        }
        lines.add("Order    " + curl(plan));
        lines.add("Data     " + plan.folders().data());
        lines.add("Ctrl-C stops everything.");
        lines.add("");
        return lines;
    }

    private static String curl(Plan plan) {
        String symbol = plan.market().watchList().getFirst();
        return "curl -sS " + plan.url(Application.ENGINE) + "/api/v1/orders"
                + " -H 'Authorization: Bearer " + plan.secrets().serviceToken() + "'"
                + " -H 'Content-Type: application/json'"
                + " -H \"Idempotency-Key: $(date +%s%N)\""
                + " -d '{\"symbol\":\"" + symbol + "\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":10}'";
    }
}
