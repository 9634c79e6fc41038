package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.account.Account;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How an advisor's order is shared out among accounts, by weights that were fixed when it was taken.
 *
 * @param members at least one, with weights that are not negative and not all zero
 */
public record Allocation(List<Member> members) {

    public Allocation {
        members = List.copyOf(members);
    }

    /** One account and its weight. */
    public record Member(Account account, BigDecimal weight) {}

    /** What an account gets of a fill. */
    public record Part(Account account, BigDecimal shares) {}

    /** What each account has of so many shares in all: whole ones, the rest to the last account. */
    public List<Part> of(BigDecimal total) {
        BigDecimal weights = members.stream().map(Member::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Part> parts = new ArrayList<>();
        BigDecimal left = total;
        for (Member member : members.subList(0, members.size() - 1)) {
            BigDecimal shares = total.multiply(member.weight())
                    .divide(weights, MathContext.DECIMAL64)
                    .setScale(0, RoundingMode.DOWN);
            parts.add(new Part(member.account(), shares));
            left = left.subtract(shares);
        }
        parts.add(new Part(members.getLast().account(), left));
        return parts;
    }

    /** What each account gets of a fill after so much was filled before; accounts that get nothing are left out. */
    public List<Part> of(BigDecimal before, BigDecimal fill) {
        List<Part> had = of(before);
        List<Part> has = of(before.add(fill));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < has.size(); i++) {
            BigDecimal shares = has.get(i).shares().subtract(had.get(i).shares());
            if (shares.signum() > 0) {
                parts.add(new Part(has.get(i).account(), shares));
            }
        }
        return parts;
    }
}
