package io.orderfield.it.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a bad network does to messages, done at the outboxes behind the application's back, in the very transactions that
 * write them: some are held back and come later than their successors, some come twice. A trigger keeps a copy of each
 * message to a queue and takes out those that are to be held; nothing of that is lost when PostgreSQL is killed.
 */
public final class Disorder {
    private static final String[] INSTALLATION = {
        "create schema chaos",
        "create table chaos.copy (nr bigserial primary key, side text not null, message jsonb not null)",
        "create table chaos.held (nr bigserial primary key, side text not null, message jsonb not null,"
                + " since timestamptz not null default clock_timestamp())",
        "create table chaos.rule (type text not null, body text not null, share float8 not null)",
        "create table chaos.tally (what text primary key, times bigint not null)",
        "insert into chaos.tally values ('held', 0), ('doubled', 0)",
        """
        create function chaos.tap() returns trigger language plpgsql as $$
        begin
          if new.topic or current_setting('chaos.resending', true) = 'on' then
            return new;
          end if;
          insert into chaos.copy (side, message) values (tg_table_schema, to_jsonb(new));
          if exists (select 1 from chaos.rule r
              where new.type like r.type and new.body like r.body and random() < r.share) then
            insert into chaos.held (side, message) values (tg_table_schema, to_jsonb(new));
            return null;
          end if;
          return new;
        end $$\
        """,
        "create trigger tap before insert on om.outbox for each row execute function chaos.tap()",
        "create trigger tap before insert on fsm.outbox for each row execute function chaos.tap()"
    };

    private final Postgres database;

    /** @param database where Orderfield has started at least once, so that its tables are there */
    public Disorder(Postgres database) {
        this.database = database;
        if (database.number("select count(*) from pg_namespace where nspname = 'chaos'") == 0) {
            for (String statement : INSTALLATION) {
                database.spoil(statement);
            }
        }
    }

    /**
     * From now on holds back messages of this type.
     *
     * @param type such as {@code RequestWorkOrder.v1}, {@code %} for any
     * @param share how many of them, from 0 to 1
     */
    public void hold(String type, double share) {
        hold(type, "", share);
    }

    /** The same, those alone whose body has this text. */
    public void hold(String type, String text, double share) {
        change("insert into chaos.rule values (?, ?, ?)", type, "%" + text + "%", share);
    }

    /** From now on holds nothing back; what is held stays so until it is let go. */
    public void holdNoMore() {
        database.spoil("delete from chaos.rule");
    }

    /** How many messages are held. */
    public int held() {
        return database.number("select count(*) from chaos.held");
    }

    /** How many messages of this type are held. */
    public int held(String type) {
        return database.number("select count(*) from chaos.held where message->>'type' = '" + type + "'");
    }

    /** Lets go everything that is held. */
    public int letGo() {
        return resend("delete from chaos.held returning side, message", "held");
    }

    /** Lets go what is held of this type. */
    public int letGo(String type) {
        return resend("delete from chaos.held where message->>'type' = '" + type + "' returning side, message", "held");
    }

    /** Lets go, in no order, about half of what has been held for this long. */
    public int letGoSome(int seconds) {
        return resend(
                "delete from chaos.held where since < clock_timestamp() - interval '" + seconds
                        + " seconds' and random() < 0.5 returning side, message",
                "held");
    }

    /** Sends some of the latest messages again, as they were. */
    public int doubleSome(int most) {
        return resend(
                "select side, message from chaos.copy where nr > (select coalesce(max(nr), 0) - 300 from chaos.copy)"
                        + " order by random() limit " + most,
                "doubled");
    }

    /** Sends every message of this type again that was ever sent. */
    public int doubleAll(String type) {
        return resend("select side, message from chaos.copy where message->>'type' = '" + type + "'", "doubled");
    }

    /** How many messages came late so far. */
    public int late() {
        return database.number("select times from chaos.tally where what = 'held'");
    }

    /** How many messages were sent again so far. */
    public int doubled() {
        return database.number("select times from chaos.tally where what = 'doubled'");
    }

    /** How many messages wait in the outboxes. */
    public int unsent() {
        return database.number("select (select count(*) from om.outbox) + (select count(*) from fsm.outbox)");
    }

    /** Without their group, so that the broker keeps no order among them either. */
    private int resend(String which, String tally) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local chaos.resending = 'on'");
            int count = 0;
            try (ResultSet answer = statement.executeQuery("with gone as materialized (" + which
                    + "), om as (" + insert("om") + "), fsm as (" + insert("fsm")
                    + "), tally as (update chaos.tally set times = times + (select count(*) from gone) where what = '"
                    + tally + "') select count(*) from gone")) {
                answer.next();
                count = answer.getInt(1);
            }
            connection.commit();
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String insert(String side) {
        return "insert into " + side + ".outbox select (jsonb_populate_record(null::" + side
                + ".outbox, message || '{\"group_id\": null, \"next_attempt_at\": \"2020-01-01T00:00:00Z\"}')).*"
                + " from gone where side = '" + side + "' on conflict do nothing";
    }

    private void change(String sql, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
