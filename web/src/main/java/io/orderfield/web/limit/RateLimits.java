package io.orderfield.web.limit;

import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The requests by the second of each user and of each address, in the memory of this node. */
@Shared
public class RateLimits {
    private final Buckets users;
    private final Buckets addresses;

    @Inject
    RateLimits(
            @ConfigProperty(name = "RATE_LIMIT_USER", defaultValue = "100") int user,
            @ConfigProperty(name = "RATE_LIMIT_USER_BURST", defaultValue = "200") int userBurst,
            @ConfigProperty(name = "RATE_LIMIT_ADDRESS", defaultValue = "300") int address,
            @ConfigProperty(name = "RATE_LIMIT_ADDRESS_BURST", defaultValue = "600") int addressBurst,
            Clock clock) {
        users = new Buckets("user", new Rate(user, Math.max(user, userBurst)), clock);
        addresses = new Buckets("address", new Rate(address, Math.max(address, addressBurst)), clock);
    }

    /** Takes a request of this address, whoever it is; empty where there is no limit. */
    public Optional<Verdict> ofAddress(String address) {
        return addresses.limited() ? Optional.of(addresses.take(AddressKey.of(address))) : Optional.empty();
    }

    /** Takes a request of this user; empty where there is no limit. */
    Optional<Verdict> ofUser(String name) {
        return users.limited() ? Optional.of(users.take(name)) : Optional.empty();
    }
}
