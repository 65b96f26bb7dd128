package io.orderfield.web.ui;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of lists have in common: a tab and a text that filter, both parts of the address, and the rows.
 *
 * @param <R> what a row shows
 */
public abstract class ListPage<R> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> ids;
    private String tab;
    private @Nullable String text;
    private @Nullable LazyList<R> rows;
    private transient @Nullable List<Tab> tabs;

    /** @param ids of the tabs; the first one is shown first */
    protected ListPage(Collection<String> ids) {
        this.ids = List.copyOf(ids);
        this.tab = this.ids.get(0);
    }

    /** The tabs with what they count now. */
    protected abstract List<Tab> countedTabs();

    /** The tabs, counted when the list is opened. */
    public List<Tab> getTabs() {
        List<Tab> known = tabs;
        if (known == null) {
            known = countedTabs();
            tabs = known;
        }
        return known;
    }

    protected void show(LazyList<R> list) {
        rows = list;
    }

    public @Nullable LazyList<R> getRows() {
        return rows;
    }

    public String getTab() {
        return tab;
    }

    /** An unknown tab of an old or mistyped address shows the first one. */
    public void setTab(@Nullable String asked) {
        tab = asked != null && ids.contains(asked) ? asked : ids.get(0);
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
