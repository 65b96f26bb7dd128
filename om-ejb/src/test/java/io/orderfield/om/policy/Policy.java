package io.orderfield.om.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.Beans;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Variables;
import io.orderfield.messaging.right.Role;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.KnownUser;
import io.orderfield.om.user.UserView;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The beans of decision tables on one entity manager, each call in a transaction of its own. */
final class Policy {
    static final Instant AT = Instant.parse("2026-11-23T10:15:30.123Z");
    static final String TABLE = TableShape.WORK_ORDER_POLICY.code();
    private static final PolicyFacts FIBER_ACCESS =
            new PolicyFacts("FIBER-ACCESS", "ADD", "Lisboa", "PT", null, 1, 3, 10, null, Map.of());

    static final CurrentUser AUTHOR = user("author", Role.POLICY_AUTHOR);
    static final CurrentUser SECOND_AUTHOR = user("second", Role.POLICY_AUTHOR);
    static final CurrentUser PUBLISHER = user("publisher", Role.POLICY_PUBLISHER);

    private Policy() {}

    private static CurrentUser user(String name, Role role) {
        return new KnownUser(new UserView(name, name, Set.of(role.word()), null, true));
    }

    /** As an agent has them, who may read. */
    static Beans on(EntityManager em) {
        return as(Users.AGENT, em, Map.of());
    }

    static Beans as(CurrentUser caller, EntityManager em, Map<String, String> variables) {
        return new Beans(PolicyService.class, em, Clock.fixed(AT, ZoneOffset.UTC), Variables.of(variables), caller);
    }

    /** Only the policy that Orderfield ships: tests of a class share a database. */
    static void fresh(TestDatabase database) {
        database.clear();
        shipped(database);
    }

    /** With the policy that Orderfield ships. */
    static void shipped(TestDatabase database) {
        database.doInTransaction(em -> on(em).get(ShippedPolicy.class).publish());
    }

    /** What a step does with the connection of its transaction. */
    interface Statements {
        void on(Connection connection) throws SQLException;
    }

    static void sql(EntityManager em, Statements statements) {
        try {
            statements.on(em.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the version in force wants of a new fiber access in Lisbon: each as version and template. */
    static List<String> decided(TestDatabase database) {
        return database.inTransaction(em -> {
            WorkOrderPolicy policy = on(em).get(PolicyService.class).current();
            return policy.decide(FIBER_ACCESS, LocalDate.ofInstant(AT, ZoneOffset.UTC)).stream()
                    .map(match -> policy.version() + " " + match.template())
                    .toList();
        });
    }

    static <T> T drafts(TestDatabase database, CurrentUser caller, Function<DraftService, T> work) {
        return database.inTransaction(em -> work.apply(as(caller, em, Map.of()).get(DraftService.class)));
    }

    /** A new draft in which one row stands for all that are of a specification. */
    static DraftView wanting(DraftService drafts, String specification, String template) {
        DraftView draft = drafts.create(TABLE, null);
        List<DraftRowView> rows = new ArrayList<>(draft.rows());
        rows.removeIf(row -> String.valueOf(row.cells().get("specification")).contains(specification));
        rows.add(
                0,
                new DraftRowView(
                        "only", null, null, null, null, Map.of("specification", specification, "template", template)));
        return drafts.replace(TABLE, draft.id(), new DraftContent(null, List.copyOf(rows)), null);
    }

    static <T> T publications(
            TestDatabase database,
            CurrentUser caller,
            Map<String, String> variables,
            Function<PublicationService, T> work) {
        return database.inTransaction(em -> work.apply(as(caller, em, variables).get(PublicationService.class)));
    }

    /** @param warnings the word for what is found in it, if there is one */
    static DecisionTableVersionView publish(TestDatabase database, UUID draft, @Nullable String warnings) {
        return publications(
                database,
                PUBLISHER,
                Map.of(),
                s -> s.publish(TABLE, draft, new PublicationRequest("try", null, warnings, null), null));
    }

    static Refusal refused(String code, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
