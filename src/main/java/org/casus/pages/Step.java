package org.casus.pages;

import java.util.List;

/**
 * A knot in the tree of reasons.
 *
 * @param lead words before the head, such as {@code because of the rule}
 * @param head the thing or rule
 * @param remarks words after it: period, kind
 * @param definition what a rule says; empty for things and for rules that were told before
 * @param origins on what a curated thing rests
 * @param gists what it says, in the words of the curators
 * @param quotes words that a source prints
 * @param graphs where it stands
 * @param steps what it rests on
 */
record Step(
    String lead,
    Link head,
    List<String> remarks,
    String definition,
    List<Origin> origins,
    List<String> gists,
    List<String> quotes,
    List<Link> graphs,
    List<Step> steps) {}
