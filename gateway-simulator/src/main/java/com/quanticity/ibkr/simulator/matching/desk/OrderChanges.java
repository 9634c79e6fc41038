package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Markets;
import com.quanticity.ibkr.simulator.matching.life.OrderLife;
import com.quanticity.ibkr.simulator.matching.life.Teller;
import com.quanticity.ibkr.simulator.matching.reading.Instrument;
import com.quanticity.ibkr.simulator.matching.reading.OrderReader;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.OrderType.Kind;
import com.quanticity.ibkr.simulator.matching.terms.TimeInForce;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes open orders; a change that is refused leaves the order as it was. */
final class OrderChanges {

    private static final Logger log = LoggerFactory.getLogger(OrderChanges.class);

    private static final Refusal DIFFERENT = new Refusal(105, "Order being modified does not match original order");

    private final ContractMaster contracts;
    private final OrderReader reader;
    private final Rejections rejections;
    private final OrderEntry entry;
    private final OrderLife life;
    private final Teller teller;

    OrderChanges(
            ContractMaster contracts,
            OrderReader reader,
            Rejections rejections,
            OrderEntry entry,
            OrderLife life,
            Teller teller) {
        this.contracts = contracts;
        this.reader = reader;
        this.rejections = rejections;
        this.entry = entry;
        this.life = life;
        this.teller = teller;
    }

    void modify(WorkingOrder order, Request.PlaceOrder request) {
        boolean isOtherContract = contracts
                .findOne(request.contract())
                .map(contract -> !contract.equals(order.contract()))
                .orElse(true);
        if (isOtherContract) {
            entry.refuse(order.key(), DIFFERENT);
            return;
        }
        if (order.status() == OrderStatus.PENDING_CANCEL) {
            entry.refuse(order.key(), new Refusal(2102, "Unable to modify this order as it is still being processed."));
            return;
        }
        Instrument instrument =
                Markets.instrument(order.contract(), request.contract().exchange());
        Fields fields = request.fields();
        OrderReading reading = otherAccount(order, fields)
                .<OrderReading>map(refusal -> refusal)
                .orElseGet(() -> reader.read(fields, instrument));
        switch (reading) {
            case Refusal refusal -> entry.refuse(order.key(), asChange(refusal));
            case OrderReading.Terms terms -> modify(order, instrument, terms.terms(), fields);
        }
    }

    private static Optional<Refusal> otherAccount(WorkingOrder order, Fields fields) {
        String wanted = fields.text("order.account");
        return wanted.isEmpty() || wanted.equals(order.account().code())
                ? Optional.empty()
                : Optional.of(new Refusal(422, "Account or clearing attributes of an order cannot change."));
    }

    private static Refusal asChange(Refusal refusal) {
        return refusal.code() == 201 ? new Refusal(321, invalid(refusal.text())) : refusal;
    }

    private static String invalid(String cause) {
        return "Error validating request.-'bF' : cause - " + cause;
    }

    private void modify(WorkingOrder order, Instrument instrument, OrderTerms wanted, Fields fields) {
        OrderTerms terms = inPresentGroup(order, rejections.withQuantityForCash(order.contract(), wanted));
        Optional<Refusal> refusal = refusal(order, terms)
                .or(() -> rejections.byGateway(order.contract(), terms, instrument))
                .or(() -> rejections
                        .byBroker(
                                order,
                                terms.withQuantity(terms.quantity().subtract(order.filled())),
                                fields,
                                order.key())
                        .map(reason -> new Refusal(321, invalid(reason))));
        if (refusal.isPresent()) {
            entry.refuse(order.key(), refusal.get());
            return;
        }
        order.modify(terms, fields, entry.nextPriority());
        log.info(
                "order modified clientId={} orderId={} permId={} type={} quantity={} limit={}",
                order.key().wireClientId(),
                order.key().wireOrderId(),
                order.permId(),
                terms.type(),
                terms.quantity(),
                terms.limit());
        life.restart(order);
        teller.modified(order);
        life.goOn(order);
    }

    /** A child keeps the group it was put in when its parent was filled. */
    private static OrderTerms inPresentGroup(WorkingOrder order, OrderTerms wanted) {
        return wanted.links().hasGroup() ? wanted : wanted.inGroup(order.terms().links());
    }

    private static Optional<Refusal> refusal(WorkingOrder order, OrderTerms terms) {
        OrderTerms old = order.terms();
        boolean isDifferent = terms.side() != old.side()
                || terms.links().parentId() != old.links().parentId()
                || !terms.links().ocaGroup().equals(old.links().ocaGroup())
                || isOtherLife(old.timeInForce(), terms.timeInForce());
        if (isDifferent) {
            return Optional.of(DIFFERENT);
        }
        if (!Objects.equals(terms.algo(), old.algo())) {
            return Optional.of(new Refusal(440, "Modification of algorithm is not supported."));
        }
        if (!canBecome(old.type(), terms.type())) {
            return Optional.of(new Refusal(
                    329,
                    "Order modify failed. Cannot change from order type "
                            + old.type().wireText() + " to " + terms.type().wireText() + "."));
        }
        return terms.quantity().compareTo(order.filled()) <= 0
                ? Optional.of(new Refusal(321, invalid("The size must stay above the filled size")))
                : Optional.empty();
    }

    private static boolean isOtherLife(TimeInForce old, TimeInForce wanted) {
        boolean areBothOrdinary = isOrdinary(old) && isOrdinary(wanted);
        return old != wanted && !areBothOrdinary;
    }

    private static boolean isOrdinary(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY, GTC, GTD -> true;
            case IOC, FOK, OPG, DTC, AUC, GTX, GTT, MINUTES -> false;
        };
    }

    /** Plain and triggered types change into one another; all others keep their kind. */
    private static boolean canBecome(OrderType old, OrderType wanted) {
        return old.kind() == wanted.kind() || isPlainOrTriggered(old) && isPlainOrTriggered(wanted);
    }

    private static boolean isPlainOrTriggered(OrderType type) {
        return type == OrderType.MARKET || type.kind() == Kind.LIMIT || type.isTriggered();
    }
}
