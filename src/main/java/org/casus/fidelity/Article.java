package org.casus.fidelity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of an article.
 *
 * @param key its key in the bibliography
 * @param passages its passages by locator
 */
public record Article(String key, Map<String, Passage> passages) {

  /** The passages that exist among those named, in the order named. */
  List<Passage> at(Collection<String> locators) {
    return locators.stream()
        .flatMap(locator -> Optional.ofNullable(passages.get(locator)).stream())
        .toList();
  }
}
