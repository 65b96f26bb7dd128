package io.orderfield.om.sync;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.messaging.delivery.MessageCodec;
import io.orderfield.om.domainorder.WorkOrderRequests;
import io.orderfield.om.fieldevents.LinkRepair;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Settles what waits for a message that is thrown away. A request that never reached Field Service counts as refused. In
 * place of a lost answer, Field Service is asked for its current state. Of a message that can't be read the domain order is
 * known at best: then the state of all of its work orders is asked for.
 */
@Shared
public class DiscardedMessage {
    /** What is said where nothing had to be settled: always so for what somebody outside sent. */
    static final Sentence NOTHING = Sentence.of("discarded.nothing");

    private final MessageCodec codec = new MessageCodec();

    private final LinkRepair links;
    private final WorkOrderRequests requests;

    @Inject
    DiscardedMessage(LinkRepair links, WorkOrderRequests requests) {
        this.links = links;
        this.requests = requests;
    }

    /**
     * Settles it with the current transaction, and says what that was.
     *
     * @param type name of the message with version, or null
     * @param body its text, or null
     * @param group number of the domain order, or null
     */
    public Sentence settle(@Nullable String type, @Nullable String body, @Nullable String group, String why) {
        Record message = read(type, body);
        if (message instanceof RequestWorkOrder request) {
            return refuse(request.workOrderKey(), request.requestRevision(), why);
        } else if (message instanceof CancelWorkOrder cancel) {
            return refuse(cancel.workOrderKey(), cancel.requestRevision(), why);
        } else if (message instanceof WorkOrderChanged changed) {
            return ask(changed.workOrderKey());
        } else if (message instanceof WorkOrderRequestRefused refused) {
            return ask(refused.workOrderKey());
        } else if (message instanceof WorkOrderTemplatePublished published && published.code() != null) {
            return askForTemplates(List.of(published.code()));
        } else if (message == null && isAboutATemplate(type)) {
            return askForTemplates(List.of());
        } else if (message == null && group != null) {
            int asked = links.askForStateOf(group);
            return asked == 0
                    ? NOTHING
                    : Sentence.of("discarded.askedForStates")
                            .with("count", asked)
                            .with("domainOrder", group);
        }
        return NOTHING;
    }

    /** Whatever version of it: perhaps that is why nobody could read it. */
    private static boolean isAboutATemplate(@Nullable String type) {
        return type != null && type.startsWith("WorkOrderTemplatePublished.");
    }

    private Sentence askForTemplates(List<String> codes) {
        requests.send(new RequestTemplates(codes));
        return codes.isEmpty()
                ? Sentence.of("discarded.askedForTemplates")
                : Sentence.of("discarded.askedForTemplate").with("template", codes.get(0));
    }

    private Sentence refuse(@Nullable UUID workOrderKey, long requestRevision, String why) {
        return workOrderKey != null && links.refuseUndelivered(workOrderKey, requestRevision, why)
                ? Sentence.of("discarded.refused")
                : Sentence.of("discarded.answered");
    }

    private Sentence ask(@Nullable UUID workOrderKey) {
        return workOrderKey != null && links.askForState(workOrderKey)
                ? Sentence.of("discarded.askedForState")
                : Sentence.of("discarded.unknown");
    }

    private @Nullable Record read(@Nullable String name, @Nullable String body) {
        Optional<MessageType> type = name == null ? Optional.empty() : MessageType.byWireName(name);
        if (type.isEmpty() || body == null) {
            return null;
        }
        try {
            return codec.read(body, type.get().body());
        } catch (ContractViolationException e) {
            return null; // perhaps that is why nobody could work it off
        }
    }
}
