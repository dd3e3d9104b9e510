package org.casus.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casus.pipeline.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Where the program and the project are. */
final class Installation implements IVersionProvider {

  private static final String HOME = "casus.home";

  /**
   * The project: the directory in the system property {@code casus.home}, which the launcher sets,
   * or else the working directory.
   *
   * @throws UsageException if that directory is no project
   */
  static Project project() {
    Project project =
        new Project(Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize());
    if (!project.exists()) {
      throw new UsageException(
          project.root()
              + " does not hold data/, ontology/ and queries/. Run the launcher casus of a checkout,"
              + " or set the system property "
              + HOME
              + ".");
    }
    return project;
  }

  /** Version with a digest of the program, so that a changed program makes a new dataset. */
  static String programVersion() {
    try {
      Path program =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(program)
          ? version() + "+" + Project.sha256(program).substring(0, 12)
          : version();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String version() {
    @Nullable String version = Installation.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"casus " + version()};
  }
}
