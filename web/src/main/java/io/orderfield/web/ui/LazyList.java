package io.orderfield.web.ui;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A table that reads one page at a time from a service. */
public class LazyList<T> extends LazyDataModel<T> {
    private static final long serialVersionUID = 1L;

    /** Reads a page. */
    public interface Reader<T> extends Serializable {
        /**
         * @param sort name of a column, with a leading minus for falling order; null for the list's own order
         * @param first how many to skip
         * @param max at most so many
         */
        List<T> read(@Nullable String sort, int first, int max);
    }

    /** Counts all pages' rows. */
    public interface Counter extends Serializable {
        long count();
    }

    private final Counter counter;
    private final Reader<T> reader;

    public LazyList(Counter counter, Reader<T> reader) {
        this.counter = counter;
        this.reader = reader;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(counter.count());
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        String sort = sorts.values().stream()
                .filter(meta -> meta.getOrder().isAscending() || meta.getOrder().isDescending())
                .map(meta -> (meta.getOrder().isDescending() ? "-" : "") + meta.getField())
                .findFirst()
                .orElse(null);
        return reader.read(sort, first, pageSize);
    }
}
