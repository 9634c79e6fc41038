package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountChoice;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.ComboLeg;
import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Alarms;
import com.quanticity.ibkr.simulator.matching.life.Combos;
import com.quanticity.ibkr.simulator.matching.life.Endings;
import com.quanticity.ibkr.simulator.matching.life.HedgeSizes;
import com.quanticity.ibkr.simulator.matching.life.Markets;
import com.quanticity.ibkr.simulator.matching.life.OrderLife;
import com.quanticity.ibkr.simulator.matching.life.Teller;
import com.quanticity.ibkr.simulator.matching.reading.Instrument;
import com.quanticity.ibkr.simulator.matching.reading.OrderReader;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Notice;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.terms.Hedge;
import com.quanticity.ibkr.simulator.matching.terms.Links;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes new orders: checks them, releases what was staged with them and hands them over to {@link OrderLife}. */
final class OrderEntry {

    private static final Logger log = LoggerFactory.getLogger(OrderEntry.class);

    private final ContractMaster contracts;
    private final OrderBook book;
    private final OrderNumbers numbers;
    private final Combos combos;
    private final Rejections rejections;
    private final Previews previews;
    private final OrderLife life;
    private final Endings endings;
    private final Alarms clock;
    private final Teller teller;
    private final Accounts accounts;
    private final OrderReader reader;
    private final Allocations allocations;
    private long priority;

    OrderEntry(
            ContractMaster contracts,
            OrderBook book,
            OrderNumbers numbers,
            Combos combos,
            Rejections rejections,
            Previews previews,
            OrderLife life,
            Endings endings,
            Alarms clock,
            Teller teller,
            Accounts accounts,
            OrderReader reader,
            Allocations allocations) {
        this.contracts = contracts;
        this.book = book;
        this.numbers = numbers;
        this.combos = combos;
        this.rejections = rejections;
        this.previews = previews;
        this.life = life;
        this.endings = endings;
        this.clock = clock;
        this.teller = teller;
        this.accounts = accounts;
        this.reader = reader;
        this.allocations = allocations;
    }

    long nextPriority() {
        return priority++;
    }

    /** Keeps an order back until it is sent again for transmission. */
    void stage(OrderKey key, Request.PlaceOrder request) {
        numbers.use(key);
        book.stage(key, request);
    }

    /** Takes an order and, when it is the last of its family, the staged ones that wait for it. */
    void enter(OrderKey key, Request.PlaceOrder request) {
        List<WorkingOrder> fresh = new ArrayList<>();
        takeStagedFamily(key, request, fresh);
        take(key, request, fresh);
        life.begin(fresh);
    }

    private void takeStagedFamily(OrderKey key, Request.PlaceOrder request, List<WorkingOrder> fresh) {
        int parentId = request.fields().integer("order.parentId");
        OrderKey parent = new OrderKey(key.clientId(), parentId);
        if (parentId == 0 || parent.equals(key)) {
            return;
        }
        Request.PlaceOrder stagedParent = book.unstage(parent);
        if (stagedParent != null) {
            takeStagedFamily(parent, stagedParent, fresh);
            take(parent, stagedParent, fresh);
        }
        for (OrderKey sibling : book.stagedChildrenOf(parent)) {
            Request.PlaceOrder staged = book.unstage(sibling);
            if (staged != null && !sibling.equals(key)) {
                take(sibling, staged, fresh);
            }
        }
    }

    private void take(OrderKey key, Request.PlaceOrder request, List<WorkingOrder> fresh) {
        read(key, request).ifPresent(read -> {
            WorkingOrder order = accept(key, read, request.fields());
            if (order != null) {
                fresh.add(order);
            }
        });
    }

    /** An order that passed every check of the gateway. */
    private record Read(Account account, ListedContract contract, List<ComboLeg> legs, OrderTerms terms) {}

    /** Checks an order as the gateway does, telling of what it finds. */
    private Optional<Read> read(OrderKey key, Request.PlaceOrder request) {
        ListedContract contract = contracts.findOne(request.contract()).orElse(null);
        if (contract == null) {
            refuse(key, new Refusal(200, "No security definition has been found for the request"));
            return Optional.empty();
        }
        Optional<Refusal> badLegs = combos.refusal(contract, request.contract());
        if (badLegs.isPresent()) {
            refuse(key, badLegs.get());
            return Optional.empty();
        }
        if (Allocations.isWanted(request.fields())) {
            Optional<Refusal> badGroup = allocations.refusal(request.fields(), contract);
            badGroup.ifPresent(refusal -> refuse(key, refusal));
            return badGroup.isPresent() ? Optional.empty() : read(key, accounts.first(), contract, request);
        }
        return switch (accounts.forOrder(request.fields().text("order.account"))) {
            case AccountChoice.Refused refused -> {
                refuse(key, new Refusal(refused.code(), refused.text()));
                yield Optional.empty();
            }
            case AccountChoice.Chosen chosen -> read(key, chosen.account(), contract, request);
        };
    }

    private Optional<Read> read(OrderKey key, Account account, ListedContract contract, Request.PlaceOrder request) {
        Instrument instrument = Markets.instrument(contract, request.contract().exchange());
        return switch (reader.read(request.fields(), instrument)) {
            case Refusal refusal -> {
                refuse(key, refusal);
                yield Optional.empty();
            }
            case OrderReading.Terms terms -> check(key, account, contract, request.fields(), instrument, terms);
        };
    }

    private Optional<Read> check(
            OrderKey key,
            Account account,
            ListedContract contract,
            Fields fields,
            Instrument instrument,
            OrderReading.Terms reading) {
        OrderTerms terms =
                allocations.withQuantity(rejections.withQuantityForCash(contract, reading.terms()), fields, contract);
        Optional<Refusal> refusal =
                rejections.byGateway(contract, terms, instrument).or(() -> refusedParent(key, contract, terms));
        if (refusal.isPresent()) {
            refuse(key, refusal.get());
            return Optional.empty();
        }
        rejections
                .notices(account, contract, terms, instrument)
                .forEach(notice -> teller.message(key, notice.code(), notice.text()));
        for (Notice notice : reading.warnings()) {
            teller.message(key, notice.code(), notice.text());
        }
        return Optional.of(new Read(account, contract, Combos.legs(contracts, fields), terms));
    }

    private Optional<Refusal> refusedParent(OrderKey key, ListedContract contract, OrderTerms terms) {
        if (!terms.links().hasParent()) {
            return Optional.empty();
        }
        OrderKey parent = new OrderKey(key.clientId(), terms.links().parentId());
        WorkingOrder open = book.openOrder(parent);
        WorkingOrder done = book.doneOrder(parent);
        WorkingOrder found = open == null && done != null && done.status() == OrderStatus.FILLED ? done : open;
        if (found == null) {
            return Optional.of(new Refusal(10006, "Missing parent order."));
        }
        Hedge hedge = terms.hedge();
        return hedge == null ? Optional.empty() : HedgeSizes.refusal(hedge, contract, found.contract());
    }

    private @Nullable WorkingOrder accept(OrderKey key, Read read, Fields fields) {
        OrderTerms terms = read.terms();
        ListedContract contract = read.contract();
        if (!key.isManual()) {
            numbers.use(key);
        }
        WorkingOrder order = new WorkingOrder(
                key,
                numbers.nextPermId(),
                read.account(),
                contract,
                read.legs(),
                terms,
                fields,
                clock.now(),
                nextPriority());
        book.parentOf(order).ifPresent(parent -> attach(order, parent));
        allocations.of(fields, contract).ifPresent(order::shareOut);
        Optional<String> rejection = rejections.byBroker(order, terms, fields, null);
        if (rejection.isPresent()) {
            reject(order, rejection.get());
            return null;
        }
        book.add(order);
        log.info(
                "order accepted clientId={} orderId={} permId={} symbol={} side={} type={} quantity={} limit={}"
                        + " timeInForce={}",
                key.wireClientId(),
                key.wireOrderId(),
                order.permId(),
                contract.symbol(),
                terms.side(),
                terms.type(),
                terms.quantity(),
                terms.limit(),
                terms.timeInForce());
        return order;
    }

    /** Children of one parent are a group under its account-wide number. Source: tws-wire capture 11. */
    private static void attach(WorkingOrder child, WorkingOrder parent) {
        child.descendFrom(parent);
        OrderTerms terms = child.terms();
        if (!terms.links().hasGroup() && terms.hedge() == null) {
            child.change(terms.inGroup(
                    new Links(terms.links().parentId(), Long.toString(parent.permId()), Links.OcaType.REDUCE)));
        }
    }

    private void reject(WorkingOrder order, String reason) {
        log.info(
                "order refused clientId={} orderId={} code=201 reason={}",
                order.key().wireClientId(),
                order.key().wireOrderId(),
                reason);
        teller.message(order.key(), 201, "Order rejected - reason:" + reason, Rejections.advanced(reason));
        endings.finish(order, OrderStatus.INACTIVE, "Rejected: " + reason);
        teller.orderAndStatus(order);
    }

    void refuse(OrderKey key, Refusal refusal) {
        log.info(
                "order refused clientId={} orderId={} code={} reason={}",
                key.wireClientId(),
                key.wireOrderId(),
                refusal.code(),
                refusal.text());
        teller.message(key, refusal.code(), refusal.text());
    }

    /** Tells what an order would do; nothing is placed and its id stays free. */
    void preview(OrderKey key, Request.PlaceOrder request) {
        if (!request.fields().flag("order.transmit")) {
            refuse(key, new Refusal(413, "What-if order should have the transmit flag set to true."));
            return;
        }
        read(key, request)
                .ifPresent(read -> teller.preview(previews.of(
                        key, read.account(), read.contract(), read.legs(), read.terms(), request.fields())));
    }
}
