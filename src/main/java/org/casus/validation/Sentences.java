package org.casus.validation;

import java.util.List;

/** The messages of shapes say in a first sentence what is expected and after it how to cure it. */
final class Sentences {

  private Sentences() {}

  /** Expectation and cure. */
  static List<String> of(String message) {
    int end = message.indexOf(". ");
    return end < 0
        ? List.of(message, "Correct the record")
        : List.of(message.substring(0, end), message.substring(end + 2));
  }
}
