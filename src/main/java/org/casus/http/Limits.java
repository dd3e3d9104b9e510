package org.casus.http;

import java.time.Duration;

/**
 * How much one request may ask for.
 *
 * @param time until an answer must be complete
 * @param rows rows of an answer, or triples where the answer is a graph
 * @param queryLength characters of a query
 * @param concurrent queries that run at the same time
 * @param patience how long a query waits for its turn
 */
public record Limits(Duration time, int rows, int queryLength, int concurrent, Duration patience) {}
