package io.orderfield.om.ordering;

import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.user.CurrentUser;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * Customer orders from where no container vouches for the caller: start-up work and listeners, which say in whose name
 * they act. They have to check first what the caller may do; the account is checked here as everywhere.
 */
@Stateless
@PermitAll
public class CustomerOrderIntake {
    @Inject
    private CustomerOrderCommands commands;

    @Inject
    private LineItemCommands items;

    /** As {@link CustomerOrderService#create}. */
    public CustomerOrderView create(CurrentUser by, NewCustomerOrder order) {
        return commands.create(by, order);
    }

    /** As {@link CustomerOrderService#place}. */
    public CustomerOrderView place(CurrentUser by, String number) {
        return commands.place(by, number, null);
    }

    /** As {@link CustomerOrderService#approve}. */
    public CustomerOrderView approve(CurrentUser by, String number) {
        return commands.approve(by, number, null);
    }

    /** As {@link CustomerOrderService#reject}. */
    public CustomerOrderView reject(CurrentUser by, String number, String reason) {
        return commands.reject(by, number, reason, null);
    }

    /** As {@link CustomerOrderService#hold}. */
    public CustomerOrderView hold(CurrentUser by, String number, String reason) {
        return commands.hold(by, number, reason, null);
    }

    /** As {@link CustomerOrderService#cancel}. */
    public CustomerOrderView cancel(CurrentUser by, String number, String reason) {
        return commands.cancel(by, number, reason, false, null);
    }

    /** As {@link LineItemService#passPointOfNoReturn}. */
    public LineItemView passPointOfNoReturn(CurrentUser by, String lineItem, String reason) {
        return items.passPointOfNoReturn(by, lineItem, reason, null);
    }
}
