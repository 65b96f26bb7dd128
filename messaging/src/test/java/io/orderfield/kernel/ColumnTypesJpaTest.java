package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;

@WithDatabase(schemas = "proof", unit = "proof")
class ColumnTypesJpaTest {
    private final UUID id = UuidCreator.getTimeOrderedEpoch();

    @DatabaseTest
    void keepsEveryAttribute(TestDatabase database) {
        UUID wish = UuidCreator.getTimeOrderedEpoch();
        Instant at = Instant.parse("2026-03-29T01:30:00.123Z");
        LocalDate due = LocalDate.of(2026, 3, 29);
        database.doInTransaction(em -> em.persist(new Parcel(id, wish, null, at, due)));

        Parcel found = database.inTransaction(em -> em.find(Parcel.class, id));

        assertThat(found.id()).isEqualTo(id);
        assertThat(found.wishId()).isEqualTo(wish);
        assertThat(found.sentAt()).isEqualTo(at);
        assertThat(found.due()).isEqualTo(due);
    }

    @DatabaseTest
    void storesNullInEveryNullableColumn(TestDatabase database) {
        database.doInTransaction(em -> em.persist(new Parcel(id, null, null, null, null)));

        Parcel found = database.inTransaction(em -> em.find(Parcel.class, id));

        assertThat(found.wishId()).isNull();
        assertThat(found.parent()).isNull();
        assertThat(found.sentAt()).isNull();
        assertThat(found.due()).isNull();
    }

    @DatabaseTest
    void changesAnIdToNullAndBack(TestDatabase database) {
        UUID wish = UuidCreator.getTimeOrderedEpoch();
        database.doInTransaction(em -> em.persist(new Parcel(id, wish, null, null, null)));
        database.doInTransaction(em -> em.find(Parcel.class, id).wish(null));
        assertThat(database.<UUID>inTransaction(em -> em.find(Parcel.class, id).wishId()))
                .isNull();

        database.doInTransaction(em -> em.find(Parcel.class, id).wish(wish));
        assertThat(database.<UUID>inTransaction(em -> em.find(Parcel.class, id).wishId()))
                .isEqualTo(wish);
    }

    @DatabaseTest
    void followsAForeignKey(TestDatabase database) {
        UUID child = UuidCreator.getTimeOrderedEpoch();
        database.doInTransaction(em -> {
            Parcel parent = new Parcel(id, null, null, null, null);
            em.persist(parent);
            em.persist(new Parcel(child, null, parent, null, null));
        });

        assertThat(database.<UUID>inTransaction(
                        em -> em.find(Parcel.class, child).parent().id()))
                .isEqualTo(id);
        assertThat(database.<List<UUID>>inTransaction(
                        em -> em.createQuery("select p.id from Parcel p where p.parent.id = :parent", UUID.class)
                                .setParameter("parent", id)
                                .getResultList()))
                .containsExactly(child);
    }

    @DatabaseTest
    void findsByIdParameters(TestDatabase database) {
        UUID wish = UuidCreator.getTimeOrderedEpoch();
        database.doInTransaction(em -> em.persist(new Parcel(id, wish, null, null, null)));

        database.doInTransaction(em -> {
            assertThat(em.createQuery("select p from Parcel p where p.wishId = :wish", Parcel.class)
                            .setParameter("wish", wish)
                            .getResultList())
                    .hasSize(1);
            assertThat(em.createQuery("select p from Parcel p where p.id in :ids", Parcel.class)
                            .setParameter("ids", List.of(id, wish))
                            .getResultList())
                    .hasSize(1);
            assertThat(em.createQuery("select p from Parcel p where p.id = :id and p.wishId is not null", Parcel.class)
                            .setParameter("id", id)
                            .getResultList())
                    .hasSize(1);
        });
    }

    @DatabaseTest
    void keepsAnInstantOfTheHourThatASummerTimeZoneHasTwice(TestDatabase database) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            Instant first = Instant.parse("2026-10-25T00:30:00Z");
            database.doInTransaction(em -> em.persist(new Parcel(id, null, null, first, null)));

            assertThat(database.<Instant>inTransaction(
                            em -> em.find(Parcel.class, id).sentAt()))
                    .isEqualTo(first);
            assertThat(database.<List<UUID>>inTransaction(em -> em.createQuery(
                                    "select p.id from Parcel p where p.sentAt >= :from and p.sentAt < :to", UUID.class)
                            .setParameter("from", first)
                            .setParameter("to", first.plusSeconds(1))
                            .getResultList()))
                    .contains(id);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @DatabaseTest
    void readsAnIdThroughANativeQuery(TestDatabase database) {
        database.doInTransaction(em -> em.persist(new Parcel(id, null, null, null, null)));

        Object found = database.inTransaction(em -> em.createNativeQuery("select id from proof.parcel where id = ?1")
                .setParameter(1, id)
                .getSingleResult());

        assertThat(found).isEqualTo(id);
    }
}
