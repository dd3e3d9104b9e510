package org.casus.dataset;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns by which the files of data sets are known. Layouts that are not imported are listed
 * so that a file taken for another can be named. Columns may come in any order and any letter case,
 * with white space around their names, and others may stand between them: re-published copies
 * differ in this.
 */
enum Layout {
  COW_STATES(
      "the states of the Correlates of War (states2016.csv)",
      243,
      "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version"),
  COW_ALLIANCES(
      "Formal Alliances 4.1 by member (alliance_v4.1_by_member.csv)",
      1221,
      "version4id,ccode,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year,"
          + "ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,"
          + "left_censor,right_censor,defense,neutrality,nonaggression,entente,version"),
  ATOP_MEMBERS(
      "ATOP 4.01 at the level of members (atop4_01m.csv)",
      2398,
      "atopid,cow4id,member,cowsys,yrent,moent,dayent,yrexit,moexit,dayexit,phase,"
          + "defense,offense,neutral,nonagg,consul,"
          + "defcoadv,defcoloc,defcocon,defconum,defcodem,defconpr,"
          + "offcoadv,offcoloc,offcocon,offconum,offcodem,"
          + "neucoadv,neucoloc,neucocon,neuconum,neucodem,neuconpr,neucoatt,"
          + "concoadv,concoloc,concocon,concoreq,version"),
  ATOP_ALLIANCES(
      "ATOP 4.01 at the level of alliances (atop4_01a.csv)",
      745,
      "atopid,cow4id,begyr,begmo,begday,endyr,endmo,endday,"
          + "defense,offense,neutral,nonagg,consul,mem1,version"),
  COW_INTER_STATE_WARS(
      "inter-state wars 4.0 (Inter-StateWarData_v4.0.csv)",
      337,
      "WarNum,WarName,ccode,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,"
          + "StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,Initiator,Outcome,Version"),
  COW_EXTRA_STATE_WARS(
      "extra-state wars, which are not imported", 0, "WarNum,ccode1,SideA,ccode2,SideB,Version"),
  COW_INTRA_STATE_WARS(
      "intra-state wars, which are not imported", 0, "WarNum,CcodeA,SideA,CcodeB,SideB,Version"),
  COW_NON_STATE_WARS(
      "non-state wars, which are not imported", 0, "WarNum,SideA1,SideA2,SideB1,Version"),
  COW_MAJOR_POWERS(
      "major powers of the Correlates of War, which are not imported; the states stand in"
          + " states2016.csv",
      0,
      "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version"),
  COW_SYSTEM(
      "state-years of the Correlates of War, which are not imported; the states stand in"
          + " states2016.csv",
      0,
      "stateabb,ccode,year,version"),
  COW_COUNTRY_CODES(
      "country codes of the Correlates of War without dates, which are not imported; the states"
          + " stand in states2016.csv",
      0,
      "StateAbb,CCode,StateNme"),
  COW_DISPUTES("militarized disputes, which are not imported", 0, "dispnum,hiact,hostlev,version");

  private final String description;
  private final int publishedRows;
  private final List<String> columns;

  Layout(String description, int publishedRows, String columns) {
    this.description = description;
    this.publishedRows = publishedRows;
    this.columns = List.of(columns.split(","));
  }

  /** What a file of this layout holds, as a phrase. */
  String description() {
    return description;
  }

  /** How many rows the file has as it was published. */
  int publishedRows() {
    return publishedRows;
  }

  /** The columns that an import needs, spelt as published. */
  List<String> columns() {
    return columns;
  }

  boolean fits(List<String> header) {
    return folded(header).containsAll(folded(columns));
  }

  /** The first layout, from the most telling on, that has all its columns in the header. */
  static Optional<Layout> of(List<String> header) {
    return Arrays.stream(values()).filter(layout -> layout.fits(header)).findFirst();
  }

  /**
   * Whether a header that fits this layout is that of no other: it has nothing else, or two columns
   * at least that the others do not have.
   */
  boolean isTypicalOf(List<String> header, List<Layout> others) {
    Set<String> own = new HashSet<>(folded(columns));
    if (folded(header).equals(own)) {
      return true;
    }
    others.forEach(other -> own.removeAll(folded(other.columns)));
    return own.size() >= 2;
  }

  /** How a column name is compared. */
  static String folded(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  private static Set<String> folded(List<String> names) {
    return names.stream().map(Layout::folded).collect(Collectors.toSet());
  }
}
