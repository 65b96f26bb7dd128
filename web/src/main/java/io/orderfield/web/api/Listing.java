package io.orderfield.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Reads a short list as a whole from a service that hands it out piece by piece, so that it can be counted. */
public final class Listing {
    private Listing() {}

    /** One piece: at most this many records after this position. */
    @FunctionalInterface
    public interface ByPosition<T> {
        List<T> read(long after, int max);
    }

    /** @param position where a record stands; rises along the list */
    public static <T> List<T> byPosition(long after, ToLongFunction<T> position, ByPosition<T> service) {
        List<T> all = new ArrayList<>();
        List<T> piece;
        long last = after;
        do {
            piece = service.read(last, Paging.LARGEST);
            all.addAll(piece);
            last = piece.stream().mapToLong(position).max().orElse(last);
        } while (piece.size() == Paging.LARGEST);
        return all;
    }
}
