package io.orderfield.om.demo;

import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.ordering.CustomerOrderIntake;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.KnownUser;
import io.orderfield.om.user.UserDirectory;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creates the orders of the demonstration as people would: through the same verbs, each order in one transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DemoOrders {
    /** By its first words Field Service tells the demonstration's work, which it moves forward, from everybody's. */
    private static final String INSTRUCTIONS = "Demonstration order. Call the contact before you come.";

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @EJB
    private CustomerOrderIntake orders;

    @EJB
    private UserDirectory users;

    @Inject
    private Clock clock;

    /** Creates the order and takes it to its goal, unless there is an order with its reference. */
    public void ensure(DemoOrder order) {
        String account = numberOf("select a.number from Account a where a.name = :name", order.account());
        if (exists(account, order.reference())) {
            return;
        }
        CurrentUser agent = user(DemoUsers.AGENT);
        CurrentUser manager = user(DemoUsers.MANAGER);
        CustomerOrderView created = orders.create(agent, request(order, account));
        String number = created.number();
        switch (order.goal()) {
            case DRAFT -> {}
            case NEW -> orders.place(agent, number);
            case CANCELED -> orders.cancel(agent, number, "The customer chose another provider");
            case REJECTED -> {
                orders.place(agent, number);
                orders.reject(manager, number, "10 Gbit/s is not available at this location yet");
            }
            case IN_PROGRESS -> approve(agent, manager, number);
            case ON_HOLD -> {
                approve(agent, manager, number);
                orders.hold(agent, number, "The customer renovates until next week");
            }
            case PAST_POINT_OF_NO_RETURN -> {
                approve(agent, manager, number);
                String first = created.lineItems().get(0).number();
                orders.passPointOfNoReturn(agent, first, "The equipment is configured for this location");
            }
        }
    }

    private void approve(CurrentUser agent, CurrentUser manager, String number) {
        orders.place(agent, number);
        orders.approve(manager, number);
    }

    private NewCustomerOrder request(DemoOrder order, String account) {
        Map<String, String> locations = entityManager
                .createQuery("select l.name, l.number from Location l where l.account = :account", Object[].class)
                .setParameter("account", account)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
        List<NewLineItem> items = order.items().stream()
                .map(i -> new NewLineItem(
                        i.action(),
                        i.specification(),
                        null,
                        i.locations().stream().map(locations::get).toList(),
                        i.quantity(),
                        i.characteristics(),
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
        String contact = numberOf("select min(c.number) from Contact c where c.account = :name", account);
        LocalDate due = LocalDate.now(clock).plusDays(order.dueInDays());
        return new NewCustomerOrder(account, contact, order.priority(), due, order.reference(), INSTRUCTIONS, items);
    }

    private boolean exists(String account, String reference) {
        entityManager
                .createNativeQuery("select number from om.account where number = ?1 for update")
                .setParameter(1, account)
                .getResultList();
        return entityManager
                        .createQuery(
                                "select count(o) from CustomerOrder o"
                                        + " where o.account = :account and o.defaults.externalReference = :reference",
                                Long.class)
                        .setParameter("account", account)
                        .setParameter("reference", reference)
                        .getSingleResult()
                > 0;
    }

    private String numberOf(String query, String name) {
        return entityManager
                .createQuery(query, String.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private CurrentUser user(String username) {
        return new KnownUser(users.find(username).orElseThrow());
    }
}
