package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.NoteSubjects.NoteSubject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Domain orders and their work order links in the database.
 *
 * <p>A lock is the first read of its row in the transaction and holds until the transaction ends. Domain orders are locked
 * by number, after their line items. Links have no locks of their own: they are read after the lock of their domain order.
 */
public interface DomainOrders {
    /** Where a domain order belongs, without reading (and so without caching) any of it. */
    record Place(UUID id, UUID itemId, UUID orderId) {}

    Optional<Place> placeOf(String number);

    /** Where the domain order of a work order belongs. */
    Optional<Place> placeOf(UUID workOrderKey);

    /** What notes need of a domain order, without reading (and so without caching) it. */
    Optional<NoteSubject> subject(String number);

    /** Locks and reads one domain order. */
    DomainOrder lock(UUID id);

    /** Locks and reads every domain order of the items, by number. */
    List<DomainOrder> lockOfItems(Collection<UUID> itemIds);

    Optional<DomainOrder> find(String number);

    /**
     * A domain order that the user sees.
     *
     * @throws Refusal NOT_FOUND, also where it belongs to another partner's account
     */
    default DomainOrder seenBy(CurrentUser user, String number) {
        DomainOrder order = find(number).orElseThrow(() -> Refusal.notFound("domainOrder", number));
        user.checkSees(order.account(), "domainOrder", number);
        return order;
    }

    List<DomainOrder> find(Collection<UUID> ids);

    /** Reads every domain order of the items, by number. */
    List<DomainOrder> ofItems(Collection<UUID> itemIds);

    /** Reads every domain order of a customer order, by line item and number. */
    List<DomainOrder> ofCustomerOrder(String customerOrder);

    /** Those of these line items of the order, by line item, wholes before parts. */
    List<DomainOrder> ofLineItems(String customerOrder, Collection<String> lineItems);

    /**
     * Ids of the order's items, by number, whose cancellation Field Service has answered everywhere without ending it: the
     * manager has to decide.
     */
    List<UUID> undecidedCancellations(UUID customerOrder, int first, int max);

    /** How many of them there are. */
    long countUndecidedCancellations(UUID customerOrder);

    /** Locks and reads items, by number. */
    List<OrderLineItem> lockItems(Collection<UUID> itemIds);

    /** The domain orders that are parts of this one, one level down, by number. */
    List<DomainOrder> childrenOf(UUID id);

    /** Children's numbers by parent, in order. */
    Map<UUID, List<String>> childNumbers(Collection<UUID> parents);

    void add(DomainOrder order);

    /** Links by domain order; by template, occurrence and generation. Every asked domain order has an entry. */
    WorkOrderLinks links(Collection<UUID> domainOrderIds);

    /** Reads one link; the caller holds its domain order's lock. */
    WorkOrderLink link(UUID workOrderKey);

    void add(WorkOrderLink link);

    /** Items that may have open work that uses the record, by number of the item. */
    List<UUID> itemsWithOpenWork(Use use, String number);

    /** How work uses a record of reference data. */
    enum Use {
        ACCOUNT,
        CONTACT,
        LOCATION
    }

    Optional<FollowUp> wish(UUID id);

    void add(FollowUp wish);

    void add(WorkOrderAttachment attachment);

    /** What the work of a domain order has attached, oldest first. */
    List<WorkOrderAttachment> attachments(UUID domainOrderId, int first, int max);

    long countAttachments(UUID domainOrderId);

    /** Undecided wishes by domain order; a domain order without one has no entry. */
    Map<UUID, List<FollowUp>> openWishes(Collection<UUID> domainOrderIds);

    /** A page of the undecided wishes of all domain orders, oldest first. */
    List<FollowUp> openWishes(int first, int max);

    long countOpenWishes();

    /** The numbers of changes that wait for the manager, by item; an item without one has no entry. */
    Map<UUID, List<String>> requestedChanges(Collection<UUID> itemIds);

    /** Parks an entry, unless it is parked already. */
    void park(UUID workOrderKey, ActivityEntry entry);

    /** Parked entries of a work order by sequence. */
    List<ParkedEntry> parked(UUID workOrderKey);

    void unpark(ParkedEntry entry);

    /** Work orders whose missing entries are to be asked for. */
    List<UUID> gapsDue(Instant now, int most);

    /**
     * A page of what is believed of work orders, in rising order of the keys' bytes; without locks.
     *
     * @param after begins after this key; null from the start
     * @param upTo ends with this key; null to the end
     */
    List<LinkFigures> figures(@Nullable UUID after, @Nullable UUID upTo, int max);

    /** What is believed of these work orders. */
    List<LinkFigures> figures(Collection<UUID> keys);

    /** Whether a reconciliation found it in Field Service though nobody here asked for it. */
    boolean isOrphan(UUID workOrderKey);

    /** Whether the domain order has a work order of the template that is not canceled. */
    boolean hasWork(String domainOrder, String template);

    /** Locks and reads, by number, domain orders that a reconciliation may call verified: open, or changed since the last one. */
    List<DomainOrder> lockUnverified(String afterNumber, Instant createdBefore, int max);

    /** A page of domain orders. */
    List<DomainOrder> list(DomainOrderFilter filter, @Nullable String ownAccount, int first, int max);

    long count(DomainOrderFilter filter, @Nullable String ownAccount);

    /** How many domain orders are in each state; every state is there. */
    Map<DomainOrderState, Long> countByState(@Nullable String ownAccount);

    /** Writes what is pending to the database. */
    void flush();
}
