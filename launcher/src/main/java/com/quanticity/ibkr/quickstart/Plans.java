package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.platform.Application;
import com.quanticity.ibkr.quickstart.platform.Plan;
import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Market;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.PortHolder;
import com.quanticity.ibkr.quickstart.settings.Ports;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.util.ArrayList;
import java.util.List;

/** Makes a plan of the options, with everything checked that can be checked before a process starts. */
final class Plans {

    private Plans() {}

    static Plan make(Options options, Folders folders, Market market) throws CannotStartException {
        Ports ports = options.ports();
        folders.prepare();
        List<String> roles = new ArrayList<>(Application.roles());
        roles.add(PostgresServer.SUPERUSER);
        Secrets secrets = Secrets.load(folders.secrets(), roles, Plan.CONSOLE_USERS);
        Plan plan = new Plan(folders, ports, secrets, market, options.restartPause());
        refuseBusy(plan);
        return plan;
    }

    /** A mistyped --data must not fill, or with --fresh empty, a folder that holds something else. */
    static void refuseForeign(Folders folders) throws CannotStartException {
        if (!folders.isOurs()) {
            throw new CannotStartException(
                    folders.data() + " holds other things: give a new or empty folder with --data DIR");
        }
    }

    private static void refuseBusy(Plan plan) throws CannotStartException {
        List<String> problems = new ArrayList<>();
        for (Port port : plan.ports().busy(plan.portsInUse())) {
            int number = plan.ports().of(port);
            String holder = PortHolder.of(number).map(who -> " (" + who + ")").orElse("");
            problems.add("port " + number + " is in use" + holder + ", " + port.option() + " N chooses another");
        }
        if (!problems.isEmpty()) {
            throw new CannotStartException(
                    String.join("; ", problems) + ". Or let --free-ports pick free ones for everything");
        }
    }
}
