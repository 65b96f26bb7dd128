package io.orderfield.om.demo;

import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.CatalogRegister;
import io.orderfield.om.catalog.NewAccount;
import io.orderfield.om.policy.DraftIntake;
import io.orderfield.om.user.KnownUser;
import io.orderfield.om.user.UserRegister;
import io.orderfield.om.user.UserView;
import io.orderfield.rules.TableShape;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds the demonstration's users, customers, catalog and draft of the policy: what is missing, in one transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DemoSeed {
    private static final int PASSWORD_BYTES = 12;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Catalog catalog;

    @Inject
    private CatalogRegister register;

    @Inject
    private UserRegister users;

    @EJB
    private DraftIntake drafts;

    /**
     * Adds what is missing.
     *
     * @param commonPassword password of all users that are added, null for a random one each
     * @return the random passwords of the users that were added now, by user name
     */
    public Map<String, String> ensure(@Nullable String commonPassword) {
        takeTurns();
        DemoCatalog.specifications().forEach(register::add);
        String partnerAccount = "";
        for (DemoCustomers.Customer customer : DemoCustomers.all()) {
            String number = ensure(customer);
            partnerAccount = customer.name().equals(DemoCustomers.HARBOR) ? number : partnerAccount;
        }
        List<UserView> wanted = DemoUsers.all(partnerAccount);
        wanted.stream()
                .filter(user -> user.username().equals(DemoUsers.AUTHOR))
                .forEach(author -> drafts.beginFirst(
                        new KnownUser(author), TableShape.WORK_ORDER_POLICY.code(), DemoDraft::operations));
        if (commonPassword != null) {
            users.addMissing(wanted, commonPassword.toCharArray());
            return Map.of();
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        for (UserView user : wanted) {
            String password = random();
            if (users.addIfMissing(user, password.toCharArray())) {
                passwords.put(user.username(), password);
            }
        }
        return passwords;
    }

    private String ensure(DemoCustomers.Customer customer) {
        List<String> known = entityManager
                .createQuery("select a.number from Account a where a.name = :name", String.class)
                .setParameter("name", customer.name())
                .getResultList();
        if (!known.isEmpty()) {
            return known.get(0);
        }
        AccountView account = register.add(new NewAccount(customer.name(), customer.segment()));
        String number = account.number();
        customer.contacts().forEach(contact -> register.add(contact.apply(number)));
        customer.locations().forEach(location -> register.add(location.apply(number)));
        return number;
    }

    private static String random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Two nodes that start together seed one after the other: both lock the row of the first version of the policy. */
    private void takeTurns() {
        entityManager
                .createNativeQuery("select version from om.decision_table_version"
                        + " where table_code = 'work-order-policy' and version = 1 for update")
                .getResultList();
    }

    /** The work order templates that Order Management knows of, by code. */
    public Set<String> knownTemplates() {
        return catalog.workOrderTemplates().keySet();
    }
}
