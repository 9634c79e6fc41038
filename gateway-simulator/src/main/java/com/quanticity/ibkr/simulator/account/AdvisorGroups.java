package com.quanticity.ibkr.simulator.account;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The groups of accounts that an advisor has set up, as the XML of REQ_FA. Event loop only. */
public final class AdvisorGroups {

    private static final Pattern GROUP = Pattern.compile("<Group>(.*?)</Group>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("<name>(.*?)</name>");
    private static final Pattern METHOD = Pattern.compile("<defaultMethod>(.*?)</defaultMethod>");
    private static final Pattern ACCOUNT = Pattern.compile("<acct>(.*?)</acct>");

    private String xml;

    /** One group, {@code All accounts}, by net liquidation value. */
    AdvisorGroups(Stream<String> codes) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListOfGroups><Group><name>"
                + "All accounts</name><defaultMethod>NetLiq</defaultMethod><ListOfAccts varName=\"list\">");
        codes.forEach(code -> text.append("<Account><acct>").append(code).append("</acct></Account>"));
        this.xml = text.append("</ListOfAccts></Group></ListOfGroups>").toString();
    }

    /**
     * One group.
     *
     * @param method by which an order is shared out unless it names another
     * @param accounts codes, in their order
     */
    public record Group(String name, String method, List<String> accounts) {}

    public String xml() {
        return xml;
    }

    public void replace(String other) {
        xml = other;
    }

    public Optional<Group> of(String name) {
        return GROUP.matcher(xml)
                .results()
                .map(found -> group(found.group(1)))
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    private static Group group(String text) {
        return new Group(
                first(NAME, text),
                first(METHOD, text),
                ACCOUNT.matcher(text).results().map(found -> found.group(1)).toList());
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }
}
