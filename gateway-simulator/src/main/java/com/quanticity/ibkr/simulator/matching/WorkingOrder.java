package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.algo.AlgoPlan;
import com.quanticity.ibkr.simulator.matching.price.OrderTrigger;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One accepted order and its progress. */
public final class WorkingOrder {

    private OrderKey key;
    private final long permId;
    private final Account account;
    private final ListedContract contract;
    private final List<ComboLeg> legs;
    private final Instant accepted;
    private final Set<Hold> holds = EnumSet.noneOf(Hold.class);
    private OrderTerms terms;
    private Fields fields;
    private long priority;
    private @Nullable OrderTrigger trigger;
    private @Nullable AlgoPlan plan;
    private long parentPermId;
    private @Nullable Allocation allocation;
    private BigDecimal volumeAtStart = BigDecimal.ZERO;
    private @Nullable Integer cancelledBy;
    private OrderStatus status = OrderStatus.PRE_SUBMITTED;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;
    private BigDecimal commission = BigDecimal.ZERO;
    private BigDecimal lastFillPrice = BigDecimal.ZERO;
    private @Nullable Instant completed;
    private String completedReason = "";

    public WorkingOrder(
            OrderKey key,
            long permId,
            Account account,
            ListedContract contract,
            List<ComboLeg> legs,
            OrderTerms terms,
            Fields fields,
            Instant accepted,
            long priority) {
        this.key = key;
        this.permId = permId;
        this.account = account;
        this.contract = contract;
        this.legs = List.copyOf(legs);
        this.terms = terms;
        this.fields = fields;
        this.accepted = accepted;
        this.priority = priority;
    }

    public OrderKey key() {
        return key;
    }

    public long permId() {
        return permId;
    }

    /** Account-wide number of the parent, 0 for none. */
    public long parentPermId() {
        return parentPermId;
    }

    /** Among which accounts its fills are shared out, null when all go to its own. */
    public @Nullable Allocation allocation() {
        return allocation;
    }

    public void shareOut(Allocation among) {
        allocation = among;
    }

    public void descendFrom(WorkingOrder parent) {
        parentPermId = parent.permId();
    }

    public Account account() {
        return account;
    }

    public ListedContract contract() {
        return contract;
    }

    public boolean isStock() {
        return contract.secType().equals("STK");
    }

    /** The legs of a combination, empty for an order of one contract. */
    public List<ComboLeg> legs() {
        return legs;
    }

    public OrderTerms terms() {
        return terms;
    }

    /** Every attribute as the client sent it, under its layout name. */
    public Fields fields() {
        return fields;
    }

    public OrderStatus status() {
        return status;
    }

    /** Why the order does not work yet, in the protocol's words; empty when there is no word for it. */
    public String whyHeld() {
        return holds.stream()
                .map(Hold::wireText)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(","));
    }

    /** The client id that ORDER_STATUS names: the owner's, or that of another client that cancelled the order. */
    public int statusClientId() {
        return cancelledBy == null ? key.wireClientId() : cancelledBy;
    }

    /** A client that hears of this order besides its owner, or null. */
    public @Nullable Integer cancelledBy() {
        return cancelledBy;
    }

    public BigDecimal filled() {
        return filled;
    }

    public BigDecimal remaining() {
        return terms.quantity().subtract(filled);
    }

    /** Average price of the fills, zero before the first. */
    public BigDecimal averagePrice() {
        return filled.signum() == 0 ? BigDecimal.ZERO : value.divide(filled, 8, RoundingMode.HALF_EVEN);
    }

    public BigDecimal lastFillPrice() {
        return lastFillPrice;
    }

    /** Money traded so far. */
    public BigDecimal value() {
        return value;
    }

    public BigDecimal commission() {
        return commission;
    }

    public Instant accepted() {
        return accepted;
    }

    /** When the order was done, or null while it works. */
    public @Nullable Instant completed() {
        return completed;
    }

    /** How the order ended, in words; empty while it works. */
    public String completedReason() {
        return completedReason;
    }

    public boolean isOpen() {
        return !status.isDone();
    }

    /** Where its trigger stands, or null when it has none. */
    public @Nullable BigDecimal triggerPrice() {
        return trigger == null ? null : trigger.price();
    }

    public long priority() {
        return priority;
    }

    public Set<Hold> holds() {
        return holds;
    }

    public boolean isHeld() {
        return !holds.isEmpty();
    }

    public @Nullable OrderTrigger trigger() {
        return trigger;
    }

    public void watch(@Nullable OrderTrigger next) {
        trigger = next;
    }

    public @Nullable AlgoPlan plan() {
        return plan;
    }

    public BigDecimal volumeAtStart() {
        return volumeAtStart;
    }

    public void follow(AlgoPlan next, BigDecimal marketVolume) {
        plan = next;
        volumeAtStart = marketVolume;
    }

    public void bind(OrderKey next) {
        key = next;
    }

    public void cancelledBy(int clientId) {
        cancelledBy = clientId;
    }

    public void become(OrderStatus next) {
        status = next;
    }

    public void finish(OrderStatus last, Instant when, String reason) {
        status = last;
        completed = when;
        completedReason = reason;
        holds.clear();
    }

    public void change(OrderTerms newTerms) {
        terms = newTerms;
    }

    public void modify(OrderTerms newTerms, Fields newFields, long newPriority) {
        terms = newTerms;
        fields = newFields;
        priority = newPriority;
    }

    /** Takes in a fill; the commission is the order's total after it. */
    public void fill(BigDecimal shares, BigDecimal price, BigDecimal totalCommission) {
        filled = filled.add(shares);
        value = value.add(shares.multiply(price));
        lastFillPrice = price;
        commission = totalCommission;
    }

    /** Takes back a fill that was busted or corrected. */
    public void takeBack(BigDecimal shares, BigDecimal price) {
        filled = filled.subtract(shares);
        value = value.subtract(shares.multiply(price));
    }

    public void restoreProgress(
            BigDecimal savedFilled, BigDecimal savedValue, BigDecimal savedCommission, BigDecimal lastPrice) {
        filled = savedFilled;
        value = savedValue;
        commission = savedCommission;
        lastFillPrice = lastPrice;
    }
}
