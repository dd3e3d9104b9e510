package org.casus.inference;

/** A rule that has been read and can be run. */
sealed interface RuleFile permits OwlRules, ConstructRule {

  RuleHeader header();
}
