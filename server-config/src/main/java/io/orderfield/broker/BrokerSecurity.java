package io.orderfield.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CompositeAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is who at the broker, and who may do what: a role of the user must have the permission, and a queue that an outside
 * user has made (a subscription, a temporary queue) is that user's alone.
 *
 * <p>The broker asks at every permission, so nothing here waits or is dear, and the broker's own caches are off: with them
 * the owner of a queue would be asked for once in ten seconds, and a right password would not come by the brake.
 */
final class BrokerSecurity implements ActiveMQSecurityManager5 {
    private final Map<String, Account> accounts = new HashMap<>();
    private final String application;
    private final SignInBrake brake;
    private final BiConsumer<String, RemotingConnection> signedIn;
    private final Function<String, @Nullable String> ownerOfQueue;

    private record Account(List<byte[]> secrets, Set<String> roles, Subject subject) {
        static Account of(String name, List<String> secrets, Set<String> roles) {
            Subject subject = new Subject();
            subject.getPrincipals().add(new UserPrincipal(name));
            roles.forEach(role -> subject.getPrincipals().add(new RolePrincipal(role)));
            subject.setReadOnly();
            return new Account(secrets.stream().map(BrokerSecurity::bytes).toList(), roles, subject);
        }

        /** Looks at all of them, and at every byte, so that the time it takes tells nothing. */
        boolean isOpenedBy(@Nullable String password) {
            boolean right = false;
            for (byte[] secret : secrets) {
                right |= MessageDigest.isEqual(secret, bytes(password == null ? "" : password));
            }
            return right;
        }
    }

    /**
     * @param application the user that is the application itself, to whom every queue is open
     * @param signedIn hears of every sign-in of an outside user
     * @param ownerOfQueue who made a queue, or null where nobody is known or there is no such queue
     */
    BrokerSecurity(
            String application,
            SignInBrake brake,
            BiConsumer<String, RemotingConnection> signedIn,
            Function<String, @Nullable String> ownerOfQueue) {
        this.application = application;
        this.brake = brake;
        this.signedIn = signedIn;
        this.ownerOfQueue = ownerOfQueue;
    }

    void add(String user, List<String> secrets, Set<String> roles) {
        accounts.put(user, Account.of(user, secrets, new HashSet<>(roles)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, @Nullable String domain) {
        if (user == null) {
            return null;
        }
        Account account = accounts.get(user);
        boolean right = account != null && account.isOpenedBy(password);
        boolean again = account != null && connection.getSubject() == account.subject;
        if (!again && connection.getTransportConnection() instanceof NettyServerConnection transport) {
            String address = SignInBrake.address(transport.getNettyChannel().remoteAddress());
            right = brake.letsIn(address, user, right);
            if (right) {
                signedIn.accept(user, connection);
            }
        }
        return right && account != null ? account.subject : null;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType checkType, String address) {
        String user = getUserFromSubject(subject);
        Account account = user == null ? null : accounts.get(user);
        return account != null
                && roles.stream().anyMatch(role -> checkType.hasRole(role) && account.roles.contains(role.getName()))
                && (!CompositeAddress.isFullyQualified(address) || isOpenTo(user, address));
    }

    private boolean isOpenTo(String user, String address) {
        String owner = ownerOfQueue.apply(CompositeAddress.extractQueueName(address));
        return owner == null || owner.equals(user) || owner.equals(application) || user.equals(application);
    }

    @Override
    public boolean validateUser(String user, String password) {
        throw new UnsupportedOperationException("Artemis asks authenticate of a security manager of this kind");
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        throw new UnsupportedOperationException("Artemis asks authorize of a security manager of this kind");
    }
}
