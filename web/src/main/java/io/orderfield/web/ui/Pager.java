package io.orderfield.web.ui;

import java.io.Serializable;

/**
 * Which part of a long list a page shows, where it renders the list by itself. The tag {@code of:pager} shows it, with a way
 * on and back where there is more than one page.
 */
public final class Pager implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int size;
    private int first;
    private long total;

    /** @param size how many a page shows */
    public Pager(int size) {
        this.size = size;
    }

    /** How many there are now: where the list has become shorter, the last page that is left is shown. */
    public void counted(long now) {
        total = now;
        if (first >= total) {
            first = (int) (Math.max(0, total - 1) / size * size);
        }
    }

    /** Back to the first page, as for another filter. */
    public void restart() {
        first = 0;
    }

    public void next() {
        if (isNext()) {
            first += size;
        }
    }

    public void previous() {
        first = Math.max(0, first - size);
    }

    /** How many come before this page. */
    public int getFirst() {
        return first;
    }

    /** How many a page shows. */
    public int getSize() {
        return size;
    }

    public long getTotal() {
        return total;
    }

    /** The first shown, from 1. */
    public long getFrom() {
        return Math.min(total, first + 1L);
    }

    /** The last shown. */
    public long getTo() {
        return Math.min(total, first + (long) size);
    }

    /** Whether there is more than one page. */
    public boolean isNeeded() {
        return total > size;
    }

    public boolean isNext() {
        return first + (long) size < total;
    }

    public boolean isPrevious() {
        return first > 0;
    }
}
