package io.orderfield.web.limit;

/**
 * So many requests.
 *
 * @param perSecond how many come back every second; 0 for no limit
 * @param burst how many there are at once after a pause
 */
record Rate(int perSecond, int burst) {
    Rate {
        if (perSecond < 0 || burst < perSecond) {
            throw new IllegalArgumentException("A rate of " + perSecond + " a second needs a burst of as many or more");
        }
    }

    /** Seconds until a bucket that is empty is full again. */
    int window() {
        return (burst + perSecond - 1) / perSecond;
    }
}
