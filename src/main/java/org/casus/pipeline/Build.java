package org.casus.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.dataset.Imports;
import org.casus.problem.Problems;
import org.casus.problem.Severity;
import org.casus.store.BuildInfo;
import org.casus.store.DatasetDirectory;
import org.casus.store.NewBuild;
import org.casus.store.TextFields;
import org.casus.vocab.Casus;
import org.casus.wikidata.WikidataSnapshot;

/**
 * Builds the dataset and, if nothing is wrong with the sources, makes it the one that is served. A
 * build that fails at any stage, or is killed, leaves the dataset that was there.
 *
 * @param project the sources
 * @param imports the imported data sets, which become part of the dataset
 * @param database where datasets are kept, and beside them what was fetched from Wikidata
 * @param programVersion version of the program, which is part of what a dataset depends on
 * @param clock tells when a build was made
 */
public record Build(
    Project project,
    Imports imports,
    DatasetDirectory database,
    String programVersion,
    Clock clock) {

  /**
   * Whether the served dataset was made from these very sources by this very program, going by
   * content and not by the times of files.
   */
  public boolean isUpToDate() {
    return project.exists()
        && database
            .current()
            .filter(build -> build.info().sourceHash().equals(sourceHash(project.sourceFiles())))
            .isPresent();
  }

  private String sourceHash(Map<String, String> sourceFiles) {
    SortedMap<String, String> files = new TreeMap<>(sourceFiles);
    files.putAll(imports.files());
    WikidataSnapshot.at(database.root()).ifPresent(snapshot -> files.putAll(snapshot.files()));
    return Project.digest(files, programVersion);
  }

  /**
   * Runs all stages.
   *
   * @param problems gets everything that was found
   * @return whether a new dataset was published; false if there were errors
   */
  public boolean run(Problems problems, Progress progress) {
    SortedMap<String, String> sourceFiles = project.sourceFiles();
    String sourceHash = sourceHash(sourceFiles);
    Assembly assembly =
        Assembly.of(
            project,
            sourceFiles,
            Optional.of(imports),
            WikidataSnapshot.at(database.root()),
            problems,
            progress);
    if (problems.hasErrors()) {
      return false;
    }
    Assembly.Stopwatch watch = new Assembly.Stopwatch(progress);
    CompletableFuture<Runnable> asked =
        CompletableFuture.supplyAsync(() -> ask(assembly, problems, progress));
    try (NewBuild build = database.begin()) {
      long quads = build.load(assembly.quads(), textFields());
      watch.ended("store", quads + " quads with their text index");
      asked.join().run();
      build.publish(
          new BuildInfo(
              build.id(),
              sourceHash,
              programVersion,
              clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
      watch.ended("publish", "build " + build.id());
    }
    return true;
  }

  /** Asks beside the stage of storing, and returns what tells of it, with the time that it took. */
  private static Runnable ask(Assembly assembly, Problems problems, Progress progress) {
    long begun = System.nanoTime();
    int questions = assembly.ask(Severity.WARNING, problems);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return () ->
        progress.ended("ask", questions + " questions compared with their expected rows", took);
  }

  private static TextFields textFields() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("label", RDFS.label.getURI());
    properties.put("altLabel", SKOS.altLabel.getURI());
    properties.put("title", DCTerms.title.getURI());
    properties.put("gist", Casus.GIST.getURI());
    properties.put("quote", Casus.QUOTE.getURI());
    return TextFields.of(properties);
  }
}
