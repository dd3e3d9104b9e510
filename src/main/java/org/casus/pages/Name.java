package org.casus.pages;

import java.util.List;

/**
 * One form by which a thing is called.
 *
 * @param form with its language and the page of the name
 * @param language in words
 * @param kinds its standing, in words
 * @param users who uses it, where the source tells
 * @param origin on what it rests
 */
record Name(Link form, String language, List<Value> kinds, List<Value> users, Origin origin) {

  Name {
    kinds = List.copyOf(kinds);
    users = List.copyOf(users);
  }
}
