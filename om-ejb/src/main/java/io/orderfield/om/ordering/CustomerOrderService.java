package io.orderfield.om.ordering;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.LastChange;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Customer orders for people and partners: the roles and the transaction around each command. Every refusal is a
 * {@link io.orderfield.kernel.Refusal}; {@code expectedVersion} is the version that the caller saw, null when
 * it does not matter. Orders of another partner's account are not found.
 */
@Stateless
@May(Right.READ_ORDERS)
public class CustomerOrderService {
    @Inject
    private CustomerOrderCommands commands;

    @Inject
    private LineItemAdditions additions;

    @Inject
    private CustomerOrderLists lists;

    @Inject
    private CurrentUser user;

    /** Creates an order in DRAFT; refuses with every problem at once. */
    @May(Right.WRITE_ORDERS)
    public CustomerOrderView create(NewCustomerOrder order) {
        return commands.create(user, order);
    }

    /** The order with its items. */
    @May(value = Right.READ_ORDERS, hidden = true)
    public CustomerOrderView find(String number) {
        return commands.find(user, number);
    }

    /** The order without its items; {@link #lineItems} reads these page by page. */
    @May(value = Right.READ_ORDERS, hidden = true)
    public CustomerOrderOverview overview(String number) {
        return commands.overview(user, number);
    }

    /**
     * A page of the order's items, by number.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<LineItemView> lineItems(String number, LineItemFilter filter, int first, int max) {
        return commands.lineItems(user, number, filter, first, max);
    }

    /** How many of the order's items the filter matches. */
    public long countLineItems(String number, LineItemFilter filter) {
        return commands.countLineItems(user, number, filter);
    }

    /** Who wrote last what the order says for all its items, and when. */
    public LastChange lastRevision(String number) {
        return commands.lastRevision(user, number);
    }

    /**
     * A page of orders.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<CustomerOrderSummary> list(CustomerOrderFilter filter, int first, int max) {
        return lists.list(filter, user.ownAccount(), first, max);
    }

    /** How many orders the filter matches. */
    public long count(CustomerOrderFilter filter) {
        return lists.count(filter, user.ownAccount());
    }

    /** How many orders are in each state, by name of the state. */
    public Map<String, Long> countByState() {
        return lists.countByState(user.ownAccount());
    }

    /**
     * Changes what the order says for all its items. In DRAFT the items follow that said the same; in progress it changes
     * every item that it can, and names those that it left alone: past the point of no return, with a change that waits, or
     * being canceled.
     */
    @May(Right.WRITE_ORDERS)
    public CustomerOrderView revise(String number, CustomerOrderRevision revision, @Nullable Long expectedVersion) {
        return commands.revise(user, number, revision, expectedVersion);
    }

    /**
     * Adds items: to a DRAFT freely; in progress as items that are approved at once, or that are NEW until the manager has
     * decided (setting {@code inflight approval}).
     */
    @May(Right.WRITE_ORDERS)
    public CustomerOrderView addLineItems(String number, List<NewLineItem> items, @Nullable Long expectedVersion) {
        return additions.addLineItems(user, number, items, expectedVersion);
    }

    /**
     * Adds the items of a CSV file, under one lock and with the checks of {@link #addLineItems}.
     *
     * @param csv columns action, specification, location, quantity, contact, priority, requestedDate, committedDate,
     *     specialInstructions
     *     and characteristics.(name); 1 to 2,000 rows
     * @param allOrNothing whether one wrong row refuses the file; else the right rows become items
     * @return for each row its item, or what is wrong
     */
    @May(Right.WRITE_ORDERS)
    public LineItemImport importLineItems(
            String number, String csv, boolean allOrNothing, @Nullable Long expectedVersion) {
        return additions.importLineItems(user, number, csv, allOrNothing, expectedVersion);
    }

    /** Reads such a file for an order of this account that is still being written; creates nothing. */
    @May(Right.WRITE_ORDERS)
    public List<ReadRow> readLineItems(String account, String csv) {
        return additions.readLineItems(user, account, csv);
    }

    /** Such a file to start from, with every column. */
    public String lineItemsTemplate() {
        return additions.lineItemsTemplate();
    }

    /**
     * Copies an item to other locations of the account: in a DRAFT freely, in progress as {@link #addLineItems} does.
     *
     * @param locations numbers of one location or more, none twice
     * @return the copies
     */
    @May(Right.WRITE_ORDERS)
    public List<LineItemView> copyLineItem(String lineItem, List<String> locations, @Nullable Long expectedRevision) {
        return additions.copyLineItem(user, lineItem, locations, expectedRevision);
    }

    /** DRAFT → NEW. */
    @May(Right.WRITE_ORDERS)
    public CustomerOrderView place(String number, @Nullable Long expectedVersion) {
        return commands.place(user, number, expectedVersion);
    }

    /** NEW → DRAFT. */
    @May(Right.WRITE_ORDERS)
    public CustomerOrderView withdraw(String number, @Nullable Long expectedVersion) {
        return commands.withdraw(user, number, expectedVersion);
    }

    /** REJECTED → DRAFT. */
    @May(Right.WRITE_ORDERS)
    public CustomerOrderView rework(String number, @Nullable Long expectedVersion) {
        return commands.rework(user, number, expectedVersion);
    }

    /** NEW → IN_PROGRESS: domain orders and the requests for their work orders are made in the same transaction. */
    @May(Right.DECIDE_ORDERS)
    public CustomerOrderView approve(String number, @Nullable Long expectedVersion) {
        return commands.approve(user, number, expectedVersion);
    }

    /** NEW → REJECTED. */
    @May(Right.DECIDE_ORDERS)
    public CustomerOrderView reject(String number, String reason, @Nullable Long expectedVersion) {
        return commands.reject(user, number, reason, expectedVersion);
    }

    /** IN_PROGRESS → ON_HOLD. */
    @May(Right.HOLD_ORDERS)
    public CustomerOrderView hold(String number, @Nullable String reason, @Nullable Long expectedVersion) {
        return commands.hold(user, number, reason, expectedVersion);
    }

    /** ON_HOLD → IN_PROGRESS. */
    @May(Right.HOLD_ORDERS)
    public CustomerOrderView resume(String number, @Nullable Long expectedVersion) {
        return commands.resume(user, number, expectedVersion);
    }

    /**
     * Cancels: at once before the approval, later CANCELLATION_IN_PROGRESS until Field Service has answered. It is the
     * order's own command and waits for nobody's approval; changes of its items that wait end REFUSED.
     *
     * @param exceptPastPointOfNoReturn cancels the other items alone where some are past the point of no return
     */
    @May(Right.WRITE_ORDERS)
    public CustomerOrderView cancel(
            String number, String reason, boolean exceptPastPointOfNoReturn, @Nullable Long expectedVersion) {
        return commands.cancel(user, number, reason, exceptPastPointOfNoReturn, expectedVersion);
    }
}
