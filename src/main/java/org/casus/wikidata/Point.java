package org.casus.wikidata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on the earth in degrees (WGS 84).
 *
 * @param longitude east is positive
 * @param latitude north is positive
 */
record Point(double longitude, double latitude) {

  private static final double EARTH_RADIUS_KM = 6371;
  private static final Pattern WKT = Pattern.compile("POINT\\((-?[\\d.]+) (-?[\\d.]+)\\)");

  /** The point of a WKT text, as the tables have it. */
  static Optional<Point> ofWkt(String wkt) {
    Matcher matcher = WKT.matcher(wkt);
    return matcher.matches()
        ? Optional.of(
            new Point(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))))
        : Optional.empty();
  }

  /** Distance along the surface of a sphere, in kilometres (haversine formula). */
  double kilometresTo(Point other) {
    double halfLatitude = Math.toRadians(other.latitude - latitude) / 2;
    double halfLongitude = Math.toRadians(other.longitude - longitude) / 2;
    double square =
        Math.pow(Math.sin(halfLatitude), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(halfLongitude), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(square));
  }
}
