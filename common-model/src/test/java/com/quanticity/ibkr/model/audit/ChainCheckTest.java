package com.quanticity.ibkr.model.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.ChainCheck.BrokenLink;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

    private static final Instant AT = Instant.parse("2026-01-05T14:30:00.123456Z");

    private final List<AuditLink> chain = chain(5, "trader");

    @Test
    void acceptsAWholeChain() {
        assertThat(check(chain).broken()).isEmpty();
        assertThat(check(chain).last()).contains(chain.getLast());
    }

    @Test
    void acceptsAChainReadBackFromText() {
        List<AuditLink> read = chain.stream()
                .map(link -> ModelJson.read(ModelJson.write(link), AuditLink.class))
                .toList();

        assertThat(check(read).broken()).isEmpty();
    }

    @Test
    void findsAnAlteredLink() {
        AuditLink link = chain.get(2);
        chain.set(2, new AuditLink(3, link.storedAt(), entry(3, "somebody else"), link.previousHash(), link.hash()));

        assertThat(brokenAt()).startsWith("3 altered");
    }

    @Test
    void findsARemovedLink() {
        chain.remove(2);

        assertThat(brokenAt()).isEqualTo("4 removed: links 3 to 3 are missing before it");
    }

    @Test
    void findsSwappedLinks() {
        Collections.swap(chain, 2, 3);

        assertThat(brokenAt()).startsWith("4 removed");
    }

    @Test
    void findsAnInsertedLink() {
        chain.add(3, chain.get(1).next(entry(9, "intruder"), AT));

        assertThat(brokenAt()).startsWith("3 reordered or inserted");
    }

    @Test
    void findsWhereAForgedBeginningEnds() {
        List<AuditLink> forged = chain(3, "intruder");
        forged.addAll(chain.subList(3, 5));

        assertThat(check(forged).broken().map(BrokenLink::reason))
                .contains("replaced or inserted: it does not continue link 3");
    }

    @Test
    void seesNoCutTailByItself() {
        assertThat(check(chain.subList(0, 4)).broken()).isEmpty();
        assertThat(check(chain.subList(0, 4)).last()).isNotEqualTo(check(chain).last());
    }

    @Test
    void keepsTheFormOfTheHash() {
        // Chains of years ago must stay provable: this value changes only together with a new form.
        assertThat(chain.getFirst().hash())
                .isEqualTo("eeb957e2c67c6f9ef0fe220cf79d73364d0cbe1a24e01fbe4da5642c0251fc9c");
    }

    @Test
    void holdsTheTimeOfTheLinkBefore() {
        assertThat(chain.getLast().next(entry(6, "trader"), AT.minusSeconds(5)).storedAt())
                .isEqualTo(chain.getLast().storedAt());
    }

    @Test
    void refusesAPayloadThatNoStoreTakes() {
        assertThatIllegalArgumentException().isThrownBy(() -> entryWith("a\0b")).withMessageContaining("escape it");
        assertThatIllegalArgumentException().isThrownBy(() -> entryWith("a\uD800"));
        assertThat(entryWith("\uD83D\uDE00 é").payload()).isEqualTo("\uD83D\uDE00 é");
    }

    private String brokenAt() {
        return check(chain)
                .broken()
                .map(broken -> broken.sequence() + " " + broken.reason())
                .orElse("whole");
    }

    private static ChainCheck check(List<AuditLink> links) {
        ChainCheck check = ChainCheck.fromStart();
        links.forEach(check::accept);
        return check;
    }

    private static List<AuditLink> chain(int length, String who) {
        List<AuditLink> links = new ArrayList<>(List.of(AuditLink.first(entry(1, who), AT)));
        for (int i = 2; i <= length; i++) {
            links.add(links.getLast().next(entry(i, who), AT.plusSeconds(i)));
        }
        return links;
    }

    private static AuditEntry entry(int number, String who) {
        return entry(number, who, "{\"n\":" + number + "}");
    }

    private static AuditEntry entryWith(String payload) {
        return entry(1, "trader", payload);
    }

    private static AuditEntry entry(int number, String who, String payload) {
        return new AuditEntry(
                "01JH000000000000000000000" + number,
                AuditKind.OPERATOR_ACTION,
                "ops-console",
                who,
                "HALT",
                Outcome.DONE,
                AuditReference.toCommand("c" + number),
                "d",
                payload,
                AuditTimes.of(AT.plusSeconds(number)));
    }
}
