package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.policy.replay.ReplayIntake;
import io.orderfield.om.policy.replay.ReplayRequest;
import io.orderfield.om.policy.replay.ReplayService;
import io.orderfield.om.policy.replay.ReplayState;
import io.orderfield.om.policy.replay.ReplayView;
import io.orderfield.om.testing.Crowd;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;

/**
 * A replay over 100,000 domain orders with kept facts, a thousand of which would be decided otherwise: it reads them page by
 * page, and says how many a second. They have no items and no work orders, which an open one has besides.
 */
@Tag("full")
@WithDatabase(schemas = "om", unit = "om")
class ReplayAtScaleJpaTest extends OrderManagementTest {
    private static final Logger LOG = Logger.getLogger(ReplayAtScaleJpaTest.class.getName());

    @DatabaseTest
    void seesAHundredThousandDomainOrders(TestDatabase database) {
        Crowd.in(database);
        Policy.shipped(database);
        facts(database, "Sul", "%");
        facts(database, "Norte", "SO%55");
        UUID draft = in(database, om -> {
            DraftService drafts = om.as(AUTHOR, DraftService.class);
            UUID id = drafts.create(TABLE, null).id();
            drafts.replace(
                    TABLE,
                    id,
                    new DraftContent(
                            null,
                            List.of(new DraftRowView(
                                    "north",
                                    null,
                                    null,
                                    null,
                                    null,
                                    Map.of("region", "Norte", "template", "QUALITY-CHECK")))),
                    null);
            return id;
        });
        ReplayView begun = in(
                database, om -> om.as(AUTHOR, ReplayService.class).start(TABLE, draft, new ReplayRequest(366), null));
        WorkOrderPolicy policy = WorkOrderPolicy.compile(0, in(database, om -> om.as(AUTHOR, TableDrafts.class)
                .read(TableShape.WORK_ORDER_POLICY, draft)
                .table()));
        long begin = System.nanoTime();
        while (in(database, om -> om.as(AUTHOR, ReplayIntake.class).step(begun.id(), policy))) {
            // the next page
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        ReplayView done = in(database, om -> om.as(AUTHOR, ReplayService.class).find(TABLE, draft));
        assertThat(done.state()).isEqualTo(ReplayState.DONE);
        assertThat(done.done()).isEqualTo(done.total());
        assertThat(done.decided().domainOrders()).isEqualTo(Crowd.SIZE / 100);
        LOG.info(() -> String.format(
                Locale.ROOT, "replay on %s: %,.0f domain orders/s", database.kind(), done.done() / seconds));
    }

    private static void facts(TestDatabase database, String region, String numbers) {
        String facts = "{\"specification\":\"" + CatalogFixture.PRODUCT + "\",\"action\":\"ADD\",\"region\":\"" + region
                + "\",\"country\":\"PT\",\"segment\":null,\"quantity\":1,\"priority\":3,\"leadDays\":null,"
                + "\"requestedDate\":null,\"characteristics\":{}}";
        database.doInTransaction(
                em -> em.createNativeQuery("update om.domain_order set facts = ?1 where number like ?2")
                        .setParameter(1, facts)
                        .setParameter(2, numbers)
                        .executeUpdate());
    }
}
