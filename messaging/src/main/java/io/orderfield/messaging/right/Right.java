package io.orderfield.messaging.right;

import static io.orderfield.messaging.right.Role.ADMINISTRATOR;
import static io.orderfield.messaging.right.Role.DISPATCHER;
import static io.orderfield.messaging.right.Role.FIELD_SYSTEM;
import static io.orderfield.messaging.right.Role.ORDER_AGENT;
import static io.orderfield.messaging.right.Role.ORDER_MANAGER;
import static io.orderfield.messaging.right.Role.PARTNER;
import static io.orderfield.messaging.right.Role.POLICY_AUTHOR;
import static io.orderfield.messaging.right.Role.POLICY_PUBLISHER;
import static io.orderfield.messaging.right.Role.TECHNICIAN;
import static io.orderfield.messaging.right.Role.VIEWER;

import java.util.Set;

/**
 * The table of who may do what: one line for what people do, with the roles that may do it to every record and those that
 * may do it to their own. Pages, the API and messages are checked against it, and docs/roles.md is made from it.
 */
public enum Right {
    READ_CUSTOMERS("read accounts, contacts and locations", readers(), own(PARTNER)),
    READ_SPECIFICATIONS(
            "read specifications",
            all(
                    ORDER_AGENT,
                    ORDER_MANAGER,
                    DISPATCHER,
                    PARTNER,
                    POLICY_AUTHOR,
                    POLICY_PUBLISHER,
                    ADMINISTRATOR,
                    VIEWER)),
    READ_ORDERS(
            "read customer orders, line items, changes, domain orders, their plans and work notes",
            readers(),
            own(PARTNER)),
    WRITE_ORDERS(
            "create, edit, place, withdraw, rework, revise and cancel orders, with previews",
            all(ORDER_AGENT, ORDER_MANAGER),
            own(PARTNER)),
    HOLD_ORDERS("hold and resume orders", all(ORDER_AGENT, ORDER_MANAGER)),
    PASS_POINT_OF_NO_RETURN("set the point of no return", all(ORDER_AGENT, ORDER_MANAGER)),
    WRITE_NOTES("write work notes", all(ORDER_AGENT, ORDER_MANAGER, DISPATCHER), own(PARTNER)),
    DECIDE_ORDERS(
            "approve, reject, decide changes, cancellations and follow-ups, plan work by hand, hold and close domain orders",
            all(ORDER_MANAGER)),
    READ_FALLOUTS("read fallouts", readers()),
    HANDLE_FALLOUTS("assign, retry and resolve fallouts", all(ORDER_MANAGER, DISPATCHER)),
    READ_DECISION_TABLES("read decision tables", readers()),
    READ_TABLE_DRAFTS(
            "read drafts of decision tables, with what is found in them",
            all(POLICY_AUTHOR, POLICY_PUBLISHER, ADMINISTRATOR)),
    AUTHOR_DECISION_TABLES("write drafts of decision tables and try them", all(POLICY_AUTHOR, ADMINISTRATOR)),
    PUBLISH_DECISION_TABLES(
            "publish decision tables, and take back what is planned", all(POLICY_PUBLISHER, ADMINISTRATOR)),
    READ_TEMPLATES(
            "read work order templates",
            all(
                    ORDER_AGENT,
                    ORDER_MANAGER,
                    DISPATCHER,
                    TECHNICIAN,
                    FIELD_SYSTEM,
                    POLICY_AUTHOR,
                    POLICY_PUBLISHER,
                    ADMINISTRATOR,
                    VIEWER)),
    READ_WORK_ORDERS("read work orders, tasks, activity and attachments", readers(), own(TECHNICIAN, FIELD_SYSTEM)),
    DISPATCH("qualify, schedule, assign, unassign and cancel work", all(DISPATCHER)),
    PERFORM_TASKS(
            "accept, refuse, travel, start, pause, acknowledge, tick and complete tasks",
            all(),
            own(TECHNICIAN, FIELD_SYSTEM)),
    REPORT_WORK("add notes, attachments and follow-up wishes to work", all(DISPATCHER), own(TECHNICIAN, FIELD_SYSTEM)),
    READ_TECHNICIANS("read technicians", readers(), own(TECHNICIAN, FIELD_SYSTEM)),
    KEEP_REFERENCE_DATA(
            "create, correct and import accounts, contacts, locations, specifications, templates and technicians",
            all(ADMINISTRATOR)),
    MANAGE_USERS("read and change users", all(ADMINISTRATOR)),
    MANAGE_SETTINGS("read and change settings", all(ADMINISTRATOR)),
    MANAGE_SYNC("watch and repair the synchronization", all(ADMINISTRATOR));

    private final String words;
    private final Set<Role> all;
    private final Set<Role> own;

    Right(String words, Set<Role> all) {
        this(words, all, Set.of());
    }

    Right(String words, Set<Role> all, Set<Role> own) {
        this.words = words;
        this.all = all;
        this.own = own;
    }

    private static Set<Role> all(Role... roles) {
        return Set.of(roles);
    }

    private static Set<Role> own(Role... roles) {
        return Set.of(roles);
    }

    /** Whoever works on orders or looks after them. */
    private static Set<Role> readers() {
        return Set.of(ORDER_AGENT, ORDER_MANAGER, DISPATCHER, POLICY_AUTHOR, POLICY_PUBLISHER, ADMINISTRATOR, VIEWER);
    }

    /** What may be done, in words. */
    public String words() {
        return words;
    }

    /** How far the right reaches for a role: a cell of the table. */
    public Scope of(Role role) {
        return all.contains(role) ? Scope.ALL : own.contains(role) ? Scope.OWN : Scope.NONE;
    }

    /** How far it reaches for a caller: the widest of the caller's roles counts. */
    public Scope of(Caller caller) {
        if (all.stream().anyMatch(caller::is)) {
            return Scope.ALL;
        }
        return own.stream().anyMatch(caller::is) ? Scope.OWN : Scope.NONE;
    }

    /** @throws ForbiddenException when the caller has it for no record at all */
    public void check(Caller caller) {
        if (of(caller) == Scope.NONE) {
            throw new ForbiddenException();
        }
    }
}
