package io.orderfield.om.domainorder;

import jakarta.ejb.Stateless;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes domain orders, never before their work is closed. */
@Stateless
public class DomainOrderClosingService {
    public DomainOrderView close(
            String number, boolean acknowledgeIncomplete, @Nullable String reason, @Nullable Long expectedVersion) {
        throw new UnsupportedOperationException("under construction");
    }

    public List<Blocker> blockers(String number) {
        throw new UnsupportedOperationException("under construction");
    }

    public ClosingResult closeAllOfOrder(
            String customerOrder, boolean acknowledgeIncomplete, @Nullable String reason) {
        throw new UnsupportedOperationException("under construction");
    }
}
