package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.QueryPlans;
import java.util.Collections;
import java.util.function.Function;

/** What a large order costs: the database is asked as often for many items as for a few. */
@WithDatabase(schemas = "om", unit = "om")
class LargeOrderJpaTest extends OrderManagementTest {
    private static final int FEW = 10;

    /** Within one slice of the bulk reads, with all of its domain orders. */
    private static final int MANY = 150;

    @DatabaseTest
    void asksAsOftenForManyItemsAsForAFew(TestDatabase database) {
        approvalReads(database, FEW); // the first one also reads what is made once
        long few = approvalReads(database, FEW);
        long many = approvalReads(database, MANY);

        assertThat(many).isEqualTo(few);
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(3 * (FEW + FEW + MANY));
    }

    @DatabaseTest
    void writesEachDomainOrderOfAnApprovalOnce(TestDatabase database) {
        CustomerOrderView order = in(database, om -> om.customers.approved(items(FEW)));

        long rewritten = database.inTransaction(em -> em.createQuery(
                        "select count(d) from DomainOrder d where d.customerOrder = :order and d.version > 1",
                        Long.class)
                .setParameter("order", order.number())
                .getSingleResult());
        assertThat(rewritten).isZero();
        assertThat(all(database, order)).hasSize(3 * FEW);
    }

    @DatabaseTest
    void closesManyDomainOrdersWithAsManyQuestionsAsFew(TestDatabase database) {
        assertThat(closingReads(database, MANY)).isEqualTo(closingReads(database, FEW));
    }

    private long approvalReads(TestDatabase database, int items) {
        return reads(database, om -> om.customers.approved(items(items)));
    }

    private long closingReads(TestDatabase database, int items) {
        CustomerOrderView order = in(database, om -> om.customers.approved(items(items)));
        return reads(database, om -> om.closing.closeAllOfOrder(order.number(), complete()));
    }

    private long reads(TestDatabase database, Function<OrderManagement, ?> work) {
        return in(database, om -> {
            QueryPlans plans = QueryPlans.of(om.em);
            work.apply(om);
            return plans.reads();
        });
    }

    private static NewLineItem[] items(int number) {
        return Collections.nCopies(number, item(CatalogFixture.LOCATION)).toArray(new NewLineItem[0]);
    }
}
