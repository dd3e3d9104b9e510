package org.casus.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages are the architecture: which of them may use which, and which libraries. */
class ArchitectureTest {

  private static final String ROOT = "org.casus";
  private static final String MAIN = ROOT + ".Main";

  /** The packages of Casus that each package may use, besides itself. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("problem", Set.of()),
              Map.entry("model", Set.of()),
              Map.entry("vocab", Set.of()),
              Map.entry("iri", Set.of("vocab")),
              Map.entry("ontology", Set.of("vocab", "iri", "model", "problem")),
              Map.entry("source", Set.of("model", "problem")),
              Map.entry(
                  "mapping",
                  Set.of("graph", "source", "model", "ontology", "iri", "vocab", "problem")),
              Map.entry("dataset", Set.of("source", "model", "problem", "store")),
              Map.entry("graph", Set.of("model", "iri", "vocab")),
              Map.entry("inference", Set.of("graph", "model", "iri", "vocab", "problem")),
              Map.entry("validation", Set.of("graph", "iri", "vocab", "problem")),
              Map.entry("store", Set.of()),
              Map.entry("query", Set.of("iri", "vocab")),
              Map.entry("remote", Set.of()),
              Map.entry("federation", Set.of("remote", "query")),
              Map.entry("explanation", Set.of("iri", "vocab")),
              Map.entry("http", Set.of("store", "query")),
              Map.entry("reconciliation", Set.of("http", "store", "model", "iri", "vocab")),
              Map.entry("api", Set.of("http", "store", "query", "explanation", "iri", "vocab")),
              Map.entry("pages", Set.of("http", "explanation", "store", "model", "iri", "vocab")),
              Map.entry(
                  "server",
                  Set.of(
                      "api",
                      "federation",
                      "http",
                      "pages",
                      "reconciliation",
                      "remote",
                      "store",
                      "query",
                      "iri",
                      "vocab")),
              Map.entry(
                  "pipeline",
                  Set.of(
                      "dataset",
                      "graph",
                      "inference",
                      "iri",
                      "mapping",
                      "model",
                      "ontology",
                      "problem",
                      "query",
                      "source",
                      "store",
                      "validation",
                      "vocab",
                      "wikidata")),
              Map.entry(
                  "wikidata",
                  Set.of(
                      "source", "model", "ontology", "iri", "vocab", "problem", "store", "remote")),
              Map.entry("fidelity", Set.of("source", "model", "problem", "graph")),
              Map.entry("report", Set.of("source", "problem")),
              Map.entry(
                  "dictionary", Set.of("source", "ontology", "query", "iri", "vocab", "model")),
              Map.entry(
                  "cli",
                  Set.of(
                      "dataset",
                      "dictionary",
                      "explanation",
                      "federation",
                      "fidelity",
                      "graph",
                      "inference",
                      "iri",
                      "mapping",
                      "model",
                      "ontology",
                      "pipeline",
                      "problem",
                      "query",
                      "remote",
                      "report",
                      "server",
                      "source",
                      "store",
                      "validation",
                      "vocab",
                      "wikidata"))));

  private static JavaClasses casus;

  @BeforeAll
  static void readClasses() {
    casus =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    assertThat(casus.size()).isPositive();
  }

  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packageUsesOnlyWhatItMay(String name) {
    List<String> allowed = new ArrayList<>(List.of(in(name)));
    MAY_USE.get(name).forEach(other -> allowed.add(in(other)));
    DescribedPredicate<JavaClass> free =
        resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(allowed.toArray(String[]::new)));
    check(classes().that().resideInAPackage(in(name)).should().onlyDependOnClassesThat(free));
  }

  @Test
  void everyPackageIsListed() {
    assertThat(casus.stream().map(JavaClass::getPackageName).distinct())
        .allMatch(
            name -> name.equals(ROOT) || MAY_USE.containsKey(name.substring(ROOT.length() + 1)));
  }

  @Test
  void noCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(casus);
  }

  @ParameterizedTest
  @ValueSource(strings = {"problem", "model"})
  void valuesUseTheJdkOnly(String name) {
    check(
        classes()
            .that()
            .resideInAPackage(in(name))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", in(name))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vocab", "iri"})
  void graphValuesUseJenaOnly(String name) {
    check(
        classes()
            .that()
            .resideInAPackage(in(name))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "java..", "org.jspecify..", "org.apache.jena..", in(name), in("vocab"))));
  }

  @Test
  void sourceKnowsNothingOfRdf() {
    check(
        noClasses()
            .that()
            .resideInAPackage(in("source"))
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.apache.jena..")
                    .and(resideOutsideOfPackage("org.apache.jena.atlas.json.."))));
  }

  @Test
  void mappingTakesLocationsOnlyFromProblem() {
    check(
        noClasses()
            .that()
            .resideInAPackage(in("mapping"))
            .should()
            .dependOnClassesThat(
                resideInAPackage(in("problem"))
                    .and(DescribedPredicate.not(name(ROOT + ".problem.Location")))));
  }

  @Test
  void onlyMainUsesTheCommandLine() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("cli"))
            .and()
            .doNotHaveFullyQualifiedName(MAIN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in("cli")));
  }

  @Test
  void mainUsesTheCommandLineOnly() {
    check(
        classes()
            .that()
            .haveFullyQualifiedName(MAIN)
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage(ROOT + "..")
                    .or(resideInAPackage(in("cli")))
                    .or(name(MAIN))));
  }

  @Test
  void libraryForCommandsStaysInCli() {
    check(onlyIn("cli", "picocli.."));
  }

  @Test
  void librariesForTheServerStayInServer() {
    check(
        onlyIn(
            "server",
            "org.apache.jena.fuseki..",
            "org.eclipse.jetty.server..",
            "org.eclipse.jetty.ee10..",
            "org.eclipse.jetty.io..",
            "org.eclipse.jetty.security..",
            "org.eclipse.jetty.util.."));
  }

  @Test
  void servletsAndTemplatesStayInThePackagesOfTheWeb() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                in("server"), in("http"), in("reconciliation"), in("api"), in("pages"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "io.pebbletemplates.."));
  }

  @Test
  void librariesForTheDatabaseStayInStore() {
    check(
        onlyIn(
            "store",
            "org.apache.jena.tdb2..",
            "org.apache.jena.dboe..",
            "org.apache.jena.query.text..",
            "org.apache.lucene.."));
  }

  @Test
  void libraryForTheBibliographyStaysInSource() {
    check(onlyIn("source", "org.jbibtex.."));
  }

  @Test
  void onlyMainEndsTheProgram() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(MAIN)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class));
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("cli"))
            .and()
            .doNotHaveFullyQualifiedName(MAIN)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void classesAreNamedAfterWhatTheyAre() {
    check(noClasses().should().haveSimpleNameEndingWith("Helper"));
    check(noClasses().should().haveSimpleNameEndingWith("Utils"));
    check(noClasses().should().haveSimpleNameEndingWith("Util"));
    check(noClasses().should().haveSimpleNameEndingWith("Manager"));
  }

  @Test
  void everyPackageIsDescribedAndNullMarked() throws IOException {
    Path sources = Path.of("src/main/java/org/casus");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path directory :
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList()) {
        assertThat(directory.resolve("package-info.java"))
            .isRegularFile()
            .content()
            .startsWith("/**")
            .contains("@NullMarked");
      }
    }
  }

  private static ArchRule onlyIn(String name, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static String in(String name) {
    return ROOT + "." + name + "..";
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(casus);
  }
}
