package io.orderfield.om.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody is signed in to pages, in one browser. */
@Entity
@Table(name = "user_session", schema = "om")
class UserSession {
    private static final int ADDRESS = 100;
    private static final int AGENT = 300;

    @Id
    private String id;

    @Column(name = "username")
    private String username;

    /** Of the user when the session began: another one ends it. */
    @Column(name = "revision")
    private long revision;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "address")
    private String address;

    @Column(name = "agent")
    private String agent;

    protected UserSession() {
        // for JPA
    }

    UserSession(Standing user, String address, String agent, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.username = user.user().username();
        this.revision = user.revision();
        this.startedAt = now;
        this.lastUsedAt = now;
        this.address = cut(address, ADDRESS);
        this.agent = cut(agent, AGENT);
    }

    private static String cut(String text, int most) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= most ? clean : clean.substring(0, most);
    }

    /** The user's own change lets this session go on. */
    void carryOn(long newRevision) {
        this.revision = newRevision;
    }

    String id() {
        return id;
    }

    SessionView view() {
        return new SessionView(id, username, revision, startedAt, lastUsedAt, address, agent);
    }
}
