/**
 * The catalogue of questions: the {@code .rq} files of {@code queries/} with their headers, safe
 * binding of parameters, execution, rendering of the answer, and comparison with the expected rows;
 * and the catalogue as RDF, in which a build brings its questions along.
 *
 * <p>A query file is a valid SPARQL query whose header, a YAML document in {@code #+} comment
 * lines, says what it asks and why, and names its parameters and columns. {@code queries/README.md}
 * explains the header to authors.
 *
 * <p>May use: {@code iri}, {@code vocab}, Jena, SnakeYAML Engine, FastCSV, the JDK.
 *
 * <p>Start at {@link org.casus.query.Catalogue}.
 */
@NullMarked
package org.casus.query;

import org.jspecify.annotations.NullMarked;
