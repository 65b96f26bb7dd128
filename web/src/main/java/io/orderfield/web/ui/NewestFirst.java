package io.orderfield.web.ui;

import io.orderfield.kernel.ListQuery;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, the newest first: so much of it as is shown, and more when somebody asks.
 *
 * @param <T> an entry
 */
public final class NewestFirst<T> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 50;

    private int limit = AT_ONCE;
    private transient @Nullable List<T> read;

    /**
     * Reads entries of now.
     *
     * @param <T> an entry
     */
    @FunctionalInterface
    public interface Source<T> {
        /** @param first how many of the newest to skip */
        List<T> read(int first, int max);
    }

    /** Those that are shown. */
    public List<T> shown(Source<T> source) {
        return known(source).stream().limit(limit).toList();
    }

    /** Whether there are more. */
    public boolean isMore(Source<T> source) {
        return known(source).size() > limit;
    }

    /** Shows more of them. */
    public void showOlder() {
        limit += AT_ONCE;
        read = null;
    }

    /** Begins with the newest again, such as of others. */
    public void restart() {
        limit = AT_ONCE;
        read = null;
    }

    /** They may be others by now. */
    public void forget() {
        read = null;
    }

    /** As many as are shown, and one more where there is one. */
    private List<T> known(Source<T> source) {
        List<T> known = read;
        if (known == null) {
            known = new ArrayList<>();
            List<T> page;
            do {
                page = source.read(known.size(), Math.min(ListQuery.LARGEST_PAGE, limit + 1 - known.size()));
                known.addAll(page);
            } while (page.size() == ListQuery.LARGEST_PAGE && known.size() <= limit);
            read = known;
        }
        return known;
    }
}
