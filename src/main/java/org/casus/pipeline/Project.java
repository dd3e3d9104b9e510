package org.casus.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The directory of the project and the rooms that a build reads.
 *
 * @param root the directory that holds {@code data/}, {@code ontology/} and {@code queries/}
 */
public record Project(Path root) {

  public Path data() {
    return root.resolve("data");
  }

  public Path ontology() {
    return root.resolve("ontology");
  }

  public Path queries() {
    return root.resolve("queries");
  }

  public Path fusekiConfig() {
    return root.resolve("fuseki-config");
  }

  /** Whether the directory looks like a project. */
  public boolean exists() {
    return Files.isDirectory(data())
        && Files.isDirectory(ontology())
        && Files.isDirectory(queries());
  }

  /** SHA-256 of every file that a build reads, by path relative to the root with slashes. */
  public SortedMap<String, String> sourceFiles() {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Path room : new Path[] {data(), ontology(), queries()}) {
      try (Stream<Path> files = Files.walk(room)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
            .forEach(
                file ->
                    hashes.put(root.relativize(file).toString().replace('\\', '/'), sha256(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return hashes;
  }

  /** One digest over all source files and the program, which changes when any of them does. */
  public static String digest(Map<String, String> sourceFiles, String programVersion) {
    MessageDigest digest = sha256();
    digest.update(programVersion.getBytes(StandardCharsets.UTF_8));
    sourceFiles.forEach(
        (file, hash) -> digest.update(("\n" + file + " " + hash).getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of a file in hexadecimal digits. */
  public static String sha256(Path file) {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
