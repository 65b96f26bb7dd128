package io.orderfield.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What may happen. */
enum Disaster {
    SERVER_KILLED("kill -9 of a server", true),
    BROKER_KILLED("kill -9 of the broker", true),
    DATABASE_KILLED("kill -9 of PostgreSQL", true),
    BROKER_AWAY("the broker killed and away, a server killed meanwhile", true),
    CONNECTIONS_CUT("every connection to the database cut", false);

    private static final List<Disaster> IN_TURN = List.of(
            SERVER_KILLED,
            BROKER_KILLED,
            DATABASE_KILLED,
            SERVER_KILLED,
            BROKER_KILLED,
            DATABASE_KILLED,
            SERVER_KILLED);

    private final String words;
    private final boolean kill;

    Disaster(String words, boolean kill) {
        this.words = words;
        this.kill = kill;
    }

    /** So many kills, and the outage and some cuts besides, in the order that chance wills. */
    static List<Disaster> drawn(int kills, Random random) {
        List<Disaster> drawn = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            drawn.add(IN_TURN.get(i % IN_TURN.size()));
        }
        drawn.add(BROKER_AWAY);
        for (int i = 0; i < 1 + kills / 5; i++) {
            drawn.add(CONNECTIONS_CUT);
        }
        Collections.shuffle(drawn, random);
        return drawn;
    }

    String words() {
        return words;
    }

    boolean isKill() {
        return kill;
    }
}
