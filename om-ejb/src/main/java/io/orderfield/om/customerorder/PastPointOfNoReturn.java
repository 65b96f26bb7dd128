package io.orderfield.om.customerorder;

import io.orderfield.kernel.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** The refusal of every change past the point of no return, with the numbers of the items that stand against it. */
public final class PastPointOfNoReturn {
    public static final String CODE = "past-point-of-no-return";

    private static final int MOST_NAMED = 10;

    private PastPointOfNoReturn() {}

    public static Refusal refusal(List<String> lineItems) {
        Refusal refusal = lineItems.size() == 1
                ? Refusal.conflict("past-point-of-no-return").with("number", lineItems.get(0))
                : Refusal.conflict("past-point-of-no-return.several")
                        .with("count", lineItems.size())
                        .with("numbers", shortened(lineItems, MOST_NAMED));
        return refusal.showing("lineItems", List.copyOf(lineItems));
    }

    /** The first ones, and a mark where there are more. */
    public static List<String> shortened(List<String> all, int most) {
        return all.size() <= most
                ? all
                : Stream.concat(all.stream().limit(most), Stream.of("…")).toList();
    }
}
