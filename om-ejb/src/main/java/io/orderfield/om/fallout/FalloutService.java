package io.orderfield.om.fallout;

import io.orderfield.om.user.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with fallouts. */
@Stateless
@RolesAllowed({Roles.ORDER_MANAGER, Roles.DISPATCHER, Roles.ADMINISTRATOR})
public class FalloutService {
    public List<FalloutView> list(@Nullable String state, int first, int max) {
        throw new UnsupportedOperationException("under construction");
    }

    public FalloutView assign(String number, String owner) {
        throw new UnsupportedOperationException("under construction");
    }

    public FalloutView resolve(String number, String reason) {
        throw new UnsupportedOperationException("under construction");
    }
}
