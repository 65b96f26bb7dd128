package io.orderfield.om.ordering;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.AcceptedLineItem;
import io.orderfield.messaging.contract.FieldError;
import io.orderfield.messaging.contract.PartnerOrder;
import io.orderfield.messaging.contract.PartnerOrderAccepted;
import io.orderfield.messaging.contract.PartnerOrderRefused;
import io.orderfield.messaging.delivery.OutsideMessage;
import io.orderfield.messaging.delivery.UnreadableMessageException;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.OmSentences;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.OrderChecks;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.KnownUser;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import io.orderfield.om.worknote.CurrentChannel;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders of partners that come by message. The partner is the user whom the broker validated, in its role and for
 * its account, and the order passes the checks of every other channel. Each message is answered: a yes commits with the
 * order; a no goes out on its own, since nothing of the order remains. For listeners only.
 *
 * <p>There is no inbox here: a partner's reference names one order of its account, so a message that comes twice, and one
 * that the partner sends twice, are answered with the same order.
 */
@Stateless
@PermitAll
public class PartnerOrderIntake {
    private static final Logger LOG = Logger.getLogger(PartnerOrderIntake.class.getName());

    @EJB
    private PartnerOrderIntake transactions;

    @Inject
    private UserDirectory users;

    @Inject
    private CurrentUser partner;

    @Inject
    private CustomerOrderCommands commands;

    @Inject
    private CustomerOrders orders;

    @Inject
    private PartnerAnswers answers;

    @Inject
    private CurrentChannel channel;

    @Inject
    private CurrentCaller caller;

    /** Works off a message: the partner gets one answer, whatever is wrong with it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void receive(OutsideMessage<PartnerOrder> message) {
        PartnerRequest from = new PartnerRequest(message.user(), message.answers(), message.correlation());
        try {
            KnownUser known = known(message.user());
            PartnerOrder order = readable(message);
            caller.as(known, () -> transactions.accept(from, order));
        } catch (Refusal refusal) {
            LOG.log(
                    refusal.kind() == Refusal.Kind.FORBIDDEN ? Level.WARNING : Level.FINE,
                    "An order of the broker user {0} is refused: {1}",
                    new Object[] {message.user(), refusal.code()});
            transactions.refuse(from, message.body(), refusal);
        }
    }

    /** Creates the order, or finds the one that there is, and answers. */
    @May(Right.WRITE_ORDERS)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void accept(PartnerRequest from, PartnerOrder order) {
        channel.use(CurrentChannel.JMS);
        String account = Objects.requireNonNullElse(partner.ownAccount(), "");
        Optional<String> known = orders.partnerOrder(account, OrderChecks.reference(order.externalReference()));
        CustomerOrderView current =
                known.map(number -> commands.find(partner, number)).orElseGet(() -> taken(account, order));
        answers.answer(from, accepted(current, known.isPresent()));
    }

    /** Answers that nothing was created. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refuse(PartnerRequest from, @Nullable PartnerOrder order, Refusal refusal) {
        answers.answer(
                from,
                new PartnerOrderRefused(
                        order == null ? null : order.externalReference(),
                        refusal.code(),
                        OmSentences.english(refusal.sentence()),
                        refusal.errors().stream()
                                .map(e -> new FieldError(e.field(), OmSentences.english(e.message())))
                                .toList()));
    }

    private CustomerOrderView taken(String account, PartnerOrder order) {
        NewCustomerOrder wanted = PartnerOrders.wanted(account, order);
        if (Boolean.FALSE.equals(order.place())) {
            return commands.create(partner, wanted);
        }
        return commands.place(partner, commands.createComplete(partner, wanted).number(), null);
    }

    private KnownUser known(String user) {
        return users.find(user)
                .filter(UserView::enabled)
                .map(KnownUser::new)
                .filter(known -> known.has(Roles.PARTNER))
                .orElseThrow(() -> Refusal.forbidden("unknown-partner").with("user", user));
    }

    private static PartnerOrder readable(OutsideMessage<PartnerOrder> message) {
        PartnerOrder order = message.body();
        if (order != null) {
            return order;
        }
        UnreadableMessageException problem = Objects.requireNonNull(message.problem());
        String field = problem.field();
        throw Refusal.unreadable(
                problem.code(),
                problem.reason(),
                field == null ? List.of() : List.of(new FieldProblem(field, Sentence.of("field.wrongType"))));
    }

    private static PartnerOrderAccepted accepted(CustomerOrderView order, boolean repeated) {
        return new PartnerOrderAccepted(
                order.externalReference(),
                order.number(),
                order.state(),
                repeated,
                order.lineItems().stream()
                        .map(i -> new AcceptedLineItem(
                                i.number(), i.action(), i.specification(), i.location(), i.quantity()))
                        .toList(),
                "/api/v1/customer-orders/" + order.number());
    }
}
