/**
 * The place of built datasets on disk: a TDB2 database, its text index and a plain dump, kept as
 * one immutable <em>build</em>, with a pointer to the build that is served.
 *
 * <p>A database directory looks like this:
 *
 * <pre>
 * DIR/current                 names the build that is served; replaced atomically
 * DIR/build.lock              held while a build is being made: one at a time
 * DIR/builds/b000007/
 *        build.json           what it was built from; written last
 *        text-index.json      which properties the text index covers
 *        in-use.lock          shared by every process that reads the build
 *        tdb2/  lucene/       the database and its text index
 *        dataset.nq.gz        the same quads as a dump, in the order in which they were given
 * DIR/imports/                copies of the data sets that a user imported
 * </pre>
 *
 * <p>A build never changes once it is published, so killing the program at any moment leaves the
 * last good dataset in place; what a killed build left behind is removed by the next one.
 *
 * <p>May use: Jena (TDB2, jena-text), Lucene, the JDK. It is the only package that may touch TDB2.
 *
 * <p>Start at {@link org.casus.store.DatasetDirectory}, and for imports at {@link
 * org.casus.store.ImportDirectory}.
 */
@NullMarked
package org.casus.store;

import org.jspecify.annotations.NullMarked;
