package io.orderfield.om.fieldevents;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.util.UUID;

/** For a test variant of the EAR: Order Management without its inbox. */
@Alternative
@Priority(1)
@Dependent
public class ForgetfulInbox implements ReceivedMessages {
    @Override
    public boolean firstTime(UUID messageId) {
        return true;
    }
}
