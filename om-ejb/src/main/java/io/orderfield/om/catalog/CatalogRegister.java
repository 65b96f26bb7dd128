package io.orderfield.om.catalog;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/** Adds reference data, in the caller's transaction. For start-up work; it checks the data but no role. */
@Shared
public class CatalogRegister {
    /** Who reference data comes from that no person enters. */
    private static final String BY = "system";

    private final EntityManager entityManager;
    private final Numbers numbers;
    private final Clock clock;

    @Inject
    CatalogRegister(@OmData EntityManager entityManager, Numbers numbers, Clock clock) {
        this.entityManager = entityManager;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Adds an account. */
    public AccountView add(NewAccount account) {
        Account added =
                new Account(numbers.next(NumberKind.ACCOUNT), CatalogChecks.checked(account), BY, clock.instant());
        entityManager.persist(added);
        entityManager.flush();
        return added.view();
    }

    /** Adds a contact of an active account. */
    public ContactView add(NewContact contact) {
        NewContact valid = CatalogChecks.checked(contact, new Catalog(entityManager)::account);
        Contact added = new Contact(numbers.next(NumberKind.CONTACT), valid, BY, clock.instant());
        entityManager.persist(added);
        entityManager.flush();
        return added.view();
    }

    /** Adds a location of an active account. */
    public LocationView add(NewLocation location) {
        NewLocation valid = CatalogChecks.checked(location, new Catalog(entityManager)::account);
        Location added = new Location(numbers.next(NumberKind.LOCATION), valid, BY, clock.instant());
        entityManager.persist(added);
        entityManager.flush();
        return added.view();
    }

    /**
     * Adds a specification; what it is realized as must be there.
     *
     * @return false when the code is taken; nothing changes then
     */
    public boolean add(SpecificationView specification) {
        if (!new Catalog(entityManager)
                .specifications(List.of(specification.code()))
                .isEmpty()) {
            return false;
        }
        new Specifications(entityManager).add(specification, BY, clock.instant());
        return true;
    }
}
