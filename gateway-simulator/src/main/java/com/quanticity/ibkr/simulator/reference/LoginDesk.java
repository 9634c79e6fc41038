package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.AdvisorGroups;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers who the user is, and keeps the groups and aliases of an advisor: a login whose first account is an F account. */
public final class LoginDesk implements Desk<Request.LoginRequest> {

    private static final Logger log = LoggerFactory.getLogger(LoginDesk.class);

    private static final int GROUPS = 1;
    private static final int ALIASES = 3;

    private final List<String> accounts;
    private final boolean isAdvisor;
    private final AdvisorGroups groups;
    private String aliases;

    /** A desk for the accounts of one login, in their order. */
    public LoginDesk(Accounts login) {
        this.accounts = login.all().stream().map(Account::code).toList();
        this.isAdvisor = login.first().isAdvisor();
        this.groups = login.groups();
        this.aliases = aliases(accounts);
    }

    @Override
    public void serve(Client client, Request.LoginRequest request) {
        switch (request) {
            case Request.UserInfo wanted ->
                client.send(
                        Event.of("USER_INFO").with("reqId", wanted.requestId()).with("whiteBrandingId", ""));
            case Request.FamilyCodes _ -> client.send(Event.of("FAMILY_CODES").withGroup("codes", familyCodes()));
            case Request.SoftDollarTiers wanted ->
                client.send(Event.of("SOFT_DOLLAR_TIERS").with("reqId", wanted.requestId()));
            case Request.AdvisorData wanted -> advisorData(client, wanted.type());
            case Request.ReplaceAdvisorData wanted -> replace(client, wanted);
        }
    }

    private List<Fields> familyCodes() {
        return accounts.stream()
                .map(account -> new Fields().put("accountID", account).put("familyCode", ""))
                .toList();
    }

    private void advisorData(Client client, int type) {
        if (!isAdvisor || !isServed(type)) {
            refuse(client, -1, type);
        } else {
            client.send(Event.of("RECEIVE_FA")
                    .with("faDataType", type)
                    .with("xml", type == GROUPS ? groups.xml() : aliases));
        }
    }

    private static boolean isServed(int type) {
        return type == GROUPS || type == ALIASES;
    }

    private void replace(Client client, Request.ReplaceAdvisorData request) {
        if (!isAdvisor || !isServed(request.type())) {
            refuse(client, request.requestId(), request.type());
            return;
        }
        if (request.type() == GROUPS) {
            groups.replace(request.xml());
        } else {
            aliases = request.xml();
        }
        log.info("advisor data replaced clientId={} type={}", client.clientId(), request.type());
        client.send(
                Event.of("REPLACE_FA_END").with("reqId", request.requestId()).with("text", "success"));
    }

    private void refuse(Client client, int requestId, int type) {
        if (isAdvisor) {
            client.sendMessage(
                    requestId,
                    321,
                    "Error validating request.-'bG' : cause - Advisor data of type " + type
                            + " do not exist: ask for 1 (groups) or 3 (aliases)");
        } else {
            client.sendMessage(requestId, 344, "The account is not a financial advisor account");
        }
    }

    private static String aliases(List<String> accounts) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListOfAccountAliases>");
        accounts.forEach(account -> xml.append("<AccountAlias><account>")
                .append(account)
                .append("</account><alias>")
                .append(account)
                .append("</alias></AccountAlias>"));
        return xml.append("</ListOfAccountAliases>").toString();
    }
}
