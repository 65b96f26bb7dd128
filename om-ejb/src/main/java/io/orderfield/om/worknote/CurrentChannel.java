package io.orderfield.om.worknote;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;

/**
 * Through which channel the current request came; written into notes. Whoever receives requests says so first thing
 * ({@code rest}, {@code workspace}, {@code jms}); what runs by itself is {@code system}.
 */
@RequestScoped
public class CurrentChannel {
    public static final String WORKSPACE = "workspace";
    public static final String REST = "rest";
    public static final String JMS = "jms";
    public static final String FIELD_SERVICE = "field-service";
    public static final String SYSTEM = "system";

    private String channel = SYSTEM;

    /** Says through which channel this request came. */
    public void use(String name) {
        channel = name;
    }

    /** The channel of the current request; {@code system} on a thread without one: nobody sent that. */
    public static String of(CurrentChannel current) {
        try {
            return current.name();
        } catch (ContextNotActiveException e) {
            return SYSTEM;
        }
    }

    /** The channel of this request. */
    public String name() {
        return channel;
    }
}
