package io.orderfield.web.ui;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of lists have in common: a tab and a text that filter, both parts of the address, and the rows.
 *
 * @param <R> what a row shows
 */
public abstract class ListPage<R> implements Serializable {
    private static final long serialVersionUID = 1L;

    private String tab;
    private @Nullable String text;
    private @Nullable LazyList<R> rows;

    /** @param tab the one that is shown first */
    protected ListPage(String tab) {
        this.tab = tab;
    }

    /** The tab itself where it is one of the page's, else the one that is shown first. */
    protected abstract String known(@Nullable String asked);

    protected void show(LazyList<R> list) {
        rows = list;
    }

    public @Nullable LazyList<R> getRows() {
        return rows;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(@Nullable String asked) {
        tab = known(asked);
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
