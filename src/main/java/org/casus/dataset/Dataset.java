package org.casus.dataset;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The data sets that can be imported, in the order in which they are read: the list of states
 * first, since the others refer to it. Titles, citations and terms are those that the publishers
 * ask for; the citations are of the article or book of record.
 */
public enum Dataset {
  COW_STATES(
      "cow-states",
      "2016",
      "Correlates of War: State System Membership, version 2016",
      "Correlates of War Project (2017): State System Membership List, v2016. Online,"
          + " https://correlatesofwar.org.",
      LocalDate.of(2016, 12, 31),
      Terms.COW,
      "cow-states-2016",
      List.of(Layout.COW_STATES)),
  COW_ALLIANCES(
      "cow-alliances",
      "4.1",
      "Correlates of War: Formal Alliances, version 4.1, by member",
      "Gibler, Douglas M. (2009): International Military Alliances, 1648-2008. CQ Press.",
      LocalDate.of(2012, 12, 31),
      Terms.COW,
      "cow-alliances-4-1",
      List.of(Layout.COW_ALLIANCES)),
  ATOP(
      "atop",
      "4.01",
      "Alliance Treaty Obligations and Provisions, version 4.01: alliance level and member level",
      "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long (2002):"
          + " Alliance Treaty Obligations and Provisions, 1815-1944. International Interactions"
          + " 28:3, 237-260.",
      LocalDate.of(2016, 12, 31),
      "Users are asked to cite the article of 2002; no formal open licence was found, so that"
          + " copies are not passed on.",
      "atop-4-01",
      List.of(Layout.ATOP_ALLIANCES, Layout.ATOP_MEMBERS)),
  COW_WARS(
      "cow-wars",
      "4.0",
      "Correlates of War: Inter-State Wars, version 4.0",
      "Sarkees, Meredith Reid, and Frank Whelon Wayman (2010): Resort to War: 1816-2007. CQ Press.",
      LocalDate.of(2007, 12, 31),
      Terms.COW,
      "cow-wars-4-0",
      List.of(Layout.COW_INTER_STATE_WARS));

  private static final class Terms {
    static final String COW =
        "Offered free of charge for public and academic use to whoever cites the version and the"
            + " work of record; no formal open licence was found, so that copies are not passed"
            + " on.";
  }

  private final String code;
  private final String version;
  private final String title;
  private final String citation;
  private final LocalDate coverageEnd;
  private final String terms;
  private final String source;
  private final List<Layout> files;

  Dataset(
      String code,
      String version,
      String title,
      String citation,
      LocalDate coverageEnd,
      String terms,
      String source,
      List<Layout> files) {
    this.code = code;
    this.version = version;
    this.title = title;
    this.citation = citation;
    this.coverageEnd = coverageEnd;
    this.terms = terms;
    this.source = source;
    this.files = files;
  }

  /** The data set of that name, as commands and directories have it, such as {@code atop}. */
  public static Optional<Dataset> named(String code) {
    return Arrays.stream(values()).filter(dataset -> dataset.code.equals(code)).findFirst();
  }

  /** Name in commands, directories and graphs. */
  public String code() {
    return code;
  }

  /** The one version that is understood. */
  public String version() {
    return version;
  }

  /** Name with version, which is also the name of the directory of the import. */
  public String key() {
    return code + "-" + version;
  }

  /** Name of the graph, without the namespace. */
  public String graph() {
    return "dataset/" + key();
  }

  public String title() {
    return title;
  }

  /** How the publishers ask to be cited. */
  public String citation() {
    return citation;
  }

  /** The last day about which the data set says something; after it silence is not a no. */
  public LocalDate coverageEnd() {
    return coverageEnd;
  }

  /** On which terms the publishers offer it, in our words. */
  public String terms() {
    return terms;
  }

  /** Bibliography key of the data set, the source of all its records. */
  public String source() {
    return source;
  }

  /** How many files make up the data set. */
  public int numberOfFiles() {
    return files.size();
  }

  List<Layout> files() {
    return files;
  }
}
