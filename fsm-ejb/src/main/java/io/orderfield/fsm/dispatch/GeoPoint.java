package io.orderfield.fsm.dispatch;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A place on earth.
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) implements Serializable {
    /** Mean radius of the earth. */
    private static final double EARTH_KM = 6371.0088;

    /** The place, or null when one of its coordinates is not known. */
    public static @Nullable GeoPoint of(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }

    /** Kilometers as the crow flies (haversine formula); off by 0.5 % at most, since the earth is no ball. */
    public double kilometersTo(GeoPoint other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double half = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
