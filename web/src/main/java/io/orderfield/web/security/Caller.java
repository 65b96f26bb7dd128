package io.orderfield.web.security;

import io.orderfield.om.user.Standing;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.util.Hashtable;
import java.util.TreeSet;

/** Tells the container who is calling, on every request: it remembers nobody by itself. */
final class Caller {
    /** Name of Liberty's property, see its documentation of custom cache keys. */
    private static final String CACHE_KEY = "com.ibm.wsspi.security.cred.cacheKey";

    private Caller() {}

    /**
     * Liberty keeps who a caller is under the key that is given here. Without one it makes that anew for every request, and
     * signs a token that nobody uses: a quarter of the processor time of a change. Another revision is another key.
     */
    static AuthenticationStatus is(Standing standing, HttpMessageContext context) {
        String name = standing.user().username();
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(
                CACHE_KEY,
                name
                        + ' '
                        + standing.revision()
                        + ' '
                        + new TreeSet<>(standing.user().roles()));
        context.getClientSubject().getPrivateCredentials().add(properties);
        return context.notifyContainerAboutLogin(name, standing.user().roles());
    }
}
