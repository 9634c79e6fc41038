package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One accepted order and its progress. */
public final class WorkingOrder {

    private final OrderKey key;
    private final long permId;
    private final ListedContract contract;
    private final Instant accepted;
    private OrderTerms terms;
    private Fields fields;
    private long priority;
    private OrderStatus status = OrderStatus.PRE_SUBMITTED;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;
    private BigDecimal commission = BigDecimal.ZERO;
    private BigDecimal lastFillPrice = BigDecimal.ZERO;
    private @Nullable Instant completed;
    private String completedReason = "";

    WorkingOrder(
            OrderKey key,
            long permId,
            ListedContract contract,
            OrderTerms terms,
            Fields fields,
            Instant accepted,
            long priority) {
        this.key = key;
        this.permId = permId;
        this.contract = contract;
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

    public ListedContract contract() {
        return contract;
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

    long priority() {
        return priority;
    }

    void become(OrderStatus next) {
        status = next;
    }

    void finish(OrderStatus last, Instant when, String reason) {
        status = last;
        completed = when;
        completedReason = reason;
    }

    void modify(OrderTerms newTerms, Fields newFields, long newPriority) {
        terms = newTerms;
        fields = newFields;
        priority = newPriority;
    }

    /** Takes in a fill; the commission is the order's total after it. */
    void fill(BigDecimal shares, BigDecimal price, BigDecimal totalCommission) {
        filled = filled.add(shares);
        value = value.add(shares.multiply(price));
        lastFillPrice = price;
        commission = totalCommission;
    }

    void restoreProgress(
            BigDecimal savedFilled, BigDecimal savedValue, BigDecimal savedCommission, BigDecimal lastPrice) {
        filled = savedFilled;
        value = savedValue;
        commission = savedCommission;
        lastFillPrice = lastPrice;
    }
}
