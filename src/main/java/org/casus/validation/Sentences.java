package org.casus.validation;

import java.util.List;

/** The messages of shapes say in a first sentence what is expected and after it how to cure it. */
final class Sentences {

  private Sentences() {}

  /** Expectation and cure, without full stops at their ends. */
  static List<String> of(String message) {
    int end = message.indexOf(". ");
    return end < 0
        ? List.of(trimmed(message), "Correct the record")
        : List.of(trimmed(message.substring(0, end)), trimmed(message.substring(end + 2)));
  }

  static String trimmed(String sentence) {
    String text = sentence.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
