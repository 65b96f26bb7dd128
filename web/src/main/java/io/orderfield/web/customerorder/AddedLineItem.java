package io.orderfield.web.customerorder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderfield.kernel.Tagged;
import io.orderfield.om.ordering.LineItemView;
import java.util.List;

/**
 * A line item that was added, with the numbers of the other items that the same call created.
 *
 * @param lineItem what the answer says first
 */
public record AddedLineItem(@JsonUnwrapped LineItemView lineItem, List<String> alsoCreated) implements Tagged {
    static AddedLineItem of(List<LineItemView> added) {
        return new AddedLineItem(
                added.get(0), added.stream().skip(1).map(LineItemView::number).toList());
    }

    @Override
    public String etag() {
        return lineItem.etag();
    }
}
