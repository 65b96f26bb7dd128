package io.orderfield.om.catalog;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reference data: everybody reads it (a partner what belongs to the own account), administrators create and correct it.
 */
@Stateless
@May(Right.READ_CUSTOMERS)
public class CatalogService {
    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Numbers numbers;

    @Inject
    private CurrentUser user;

    @Inject
    private Catalog catalog;

    @Inject
    private Event<CustomerInformationCorrected> corrected;

    @Inject
    private Clock clock;

    /**
     * One page of the accounts; a partner's own only.
     *
     * @param max 1 to 200
     */
    public List<AccountView> accounts(CatalogFilter filter, int first, int max) {
        return lists().page(Account.class, filter, user.ownAccount(), first, max).stream()
                .map(Account::view)
                .toList();
    }

    /** How many accounts the filter lets through. */
    public long countAccounts(CatalogFilter filter) {
        return lists().count(Account.class, filter, user.ownAccount());
    }

    /** The account of this number. */
    @May(value = Right.READ_CUSTOMERS, hidden = true)
    public AccountView account(String number) {
        user.checkSees(number, Account.WHAT, number);
        return found(Account.class, Account.WHAT, number).view();
    }

    /**
     * One page of the contacts; a partner's own only.
     *
     * @param max 1 to 200
     */
    public List<ContactView> contacts(CatalogFilter filter, int first, int max) {
        return lists().page(Contact.class, seen(filter), user.ownAccount(), first, max).stream()
                .map(Contact::view)
                .toList();
    }

    /** How many contacts the filter lets through. */
    public long countContacts(CatalogFilter filter) {
        return lists().count(Contact.class, seen(filter), user.ownAccount());
    }

    /** The contact of this number. */
    @May(value = Right.READ_CUSTOMERS, hidden = true)
    public ContactView contact(String number) {
        ContactView contact = found(Contact.class, Contact.WHAT, number).view();
        user.checkSees(contact.account(), Contact.WHAT, number);
        return contact;
    }

    /**
     * One page of the locations; a partner's own only.
     *
     * @param max 1 to 200
     */
    public List<LocationView> locations(CatalogFilter filter, int first, int max) {
        return lists().page(Location.class, seen(filter), user.ownAccount(), first, max).stream()
                .map(Location::view)
                .toList();
    }

    /** How many locations the filter lets through. */
    public long countLocations(CatalogFilter filter) {
        return lists().count(Location.class, seen(filter), user.ownAccount());
    }

    /** The location of this number. */
    @May(value = Right.READ_CUSTOMERS, hidden = true)
    public LocationView location(String number) {
        LocationView location = found(Location.class, Location.WHAT, number).view();
        user.checkSees(location.account(), Location.WHAT, number);
        return location;
    }

    /** Every account by name; a partner's own only. */
    public List<AccountView> accounts() {
        return entityManager
                .createQuery("select e from Account e order by e.name, e.number", Account.class)
                .getResultStream()
                .map(Account::view)
                .filter(a -> user.maySee(a.number()))
                .toList();
    }

    /**
     * Contacts by name.
     *
     * @param account number of an account, null for the contacts of every account that the caller may see
     */
    public List<ContactView> contacts(@Nullable String account) {
        return ofAccount(Contact.class, account).stream().map(Contact::view).toList();
    }

    /**
     * Locations by name.
     *
     * @param account number of an account, null for the locations of every account that the caller may see
     */
    public List<LocationView> locations(@Nullable String account) {
        return ofAccount(Location.class, account).stream().map(Location::view).toList();
    }

    /** Every specification by code. */
    @May(Right.READ_SPECIFICATIONS)
    public List<SpecificationView> specifications() {
        return catalog.specifications();
    }

    /** The work order templates as Field Service has published them, by code. */
    @May(Right.READ_TEMPLATES)
    public List<TemplateView> workOrderTemplates() {
        return List.copyOf(catalog.workOrderTemplates().values());
    }

    /** Creates an account. */
    @May(Right.KEEP_REFERENCE_DATA)
    public AccountView createAccount(NewAccount account) {
        NewAccount valid = CatalogChecks.checked(account);
        checkFree(Account.class, valid.externalCode(), null);
        return added(new Account(numbers.next(NumberKind.ACCOUNT), valid, user.name(), clock.instant()));
    }

    /** Creates a contact of an active account. */
    @May(Right.KEEP_REFERENCE_DATA)
    public ContactView createContact(NewContact contact) {
        NewContact valid = CatalogChecks.checked(contact, catalog::account);
        checkFree(Contact.class, valid.externalCode(), null);
        return added(new Contact(numbers.next(NumberKind.CONTACT), valid, user.name(), clock.instant()));
    }

    /** Creates a location of an active account. */
    @May(Right.KEEP_REFERENCE_DATA)
    public LocationView createLocation(NewLocation location) {
        NewLocation valid = CatalogChecks.checked(location, catalog::account);
        checkFree(Location.class, valid.externalCode(), null);
        return added(new Location(numbers.next(NumberKind.LOCATION), valid, user.name(), clock.instant()));
    }

    /** Corrects an account; open work orders learn of it. */
    @May(Right.KEEP_REFERENCE_DATA)
    public AccountView correctAccount(String number, AccountCorrection correction, @Nullable Long expectedVersion) {
        return corrected(Account.class, Account.WHAT, number, CatalogChecks.checked(correction), expectedVersion);
    }

    /** Corrects a contact; open work orders learn of it. */
    @May(Right.KEEP_REFERENCE_DATA)
    public ContactView correctContact(String number, ContactCorrection correction, @Nullable Long expectedVersion) {
        return corrected(Contact.class, Contact.WHAT, number, CatalogChecks.checked(correction), expectedVersion);
    }

    /** Corrects a location; open work orders learn of it. */
    @May(Right.KEEP_REFERENCE_DATA)
    public LocationView correctLocation(String number, LocationCorrection correction, @Nullable Long expectedVersion) {
        return corrected(Location.class, Location.WHAT, number, CatalogChecks.checked(correction), expectedVersion);
    }

    private <V> V added(CustomerRecord<?, V> record) {
        entityManager.persist(record);
        flush(record.externalCode());
        return record.view();
    }

    private <C extends CustomerCorrection, V, E extends CustomerRecord<C, V>> V corrected(
            Class<E> type, String what, String number, C correction, @Nullable Long expectedVersion) {
        E record = locked(type, what, number, expectedVersion);
        checkFree(type, correction.externalCode(), number);
        String account = record.belongsTo();
        if (account != null && Boolean.TRUE.equals(correction.active()) && !record.isActive()) {
            checkAccountActive(account);
        }
        List<FieldChange> changes = record.correct(correction, user.name(), clock.instant());
        flush(correction.externalCode());
        if (!changes.isEmpty()) {
            corrected.fire(new CustomerInformationCorrected(what, number, changes, user.name()));
        }
        return record.view();
    }

    /** An external code is one record's of its kind. */
    private void checkFree(Class<?> type, @Nullable String externalCode, @Nullable String number) {
        if (externalCode == null || externalCode.isEmpty()) {
            return;
        }
        entityManager
                .createQuery(
                        "select e.number from " + type.getSimpleName() + " e where e.externalCode = :code",
                        String.class)
                .setParameter("code", externalCode)
                .getResultStream()
                .filter(other -> !other.equals(number))
                .findFirst()
                .ifPresent(other -> {
                    throw CatalogRefusals.externalCodeTaken(externalCode, other);
                });
    }

    /** What belongs to an account that is not active stays inactive with it. */
    private void checkAccountActive(String account) {
        if (!catalog.account(account).map(AccountView::active).orElse(false)) {
            throw CatalogRefusals.accountInactive(account);
        }
    }

    /** A filter by an account that the caller may not see is answered as if there was none. */
    private CatalogFilter seen(CatalogFilter filter) {
        if (filter.account() != null) {
            user.checkSees(filter.account(), Account.WHAT, filter.account());
        }
        return filter;
    }

    private CatalogLists lists() {
        return new CatalogLists(entityManager);
    }

    private <E> E found(Class<E> type, String what, String number) {
        return entityManager
                .createQuery("select e from " + type.getSimpleName() + " e where e.number = :number", type)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(what, number));
    }

    private <E> List<E> ofAccount(Class<E> type, @Nullable String account) {
        if (account != null) {
            user.checkSees(account, Account.WHAT, account);
        }
        String own = account == null ? user.ownAccount() : account;
        String where = own == null ? "" : " where e.account = :account";
        var query = entityManager.createQuery(
                "select e from " + type.getSimpleName() + " e" + where + " order by e.name, e.number", type);
        if (own != null) {
            query.setParameter("account", own);
        }
        return query.getResultList();
    }

    private void flush(@Nullable String externalCode) {
        UniqueKey.flush(entityManager, () -> CatalogRefusals.externalCodeTaken(externalCode));
    }

    private <E extends CustomerRecord<?, ?>> E locked(
            Class<E> type, String what, String number, @Nullable Long expectedVersion) {
        E record = entityManager
                .createQuery("select e from " + type.getSimpleName() + " e where e.number = :number", type)
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(what, number));
        Refusal.checkVersion(expectedVersion, record.version(), what, number);
        return record;
    }
}
