package org.casus.reconciliation;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.http.Refusal;
import org.jspecify.annotations.Nullable;

/** A part of a JSON text that a client sent. Knows its place, which every refusal names. */
final class SentJson {
  private static final int BAD_REQUEST = 400;
  private static final int LONGEST_EXCERPT = 60;
  private static final Pattern PLACE = Pattern.compile("(.*?) at (line \\d+ column \\d+)");
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final JsonElement value;
  private final String place;

  private SentJson(JsonElement value, String place) {
    this.value = value;
    this.place = place;
  }

  /**
   * Reads a text.
   *
   * @param what how the client calls it, such as {@code queries}
   * @throws Refusal 400 if it is not JSON
   */
  static SentJson read(String what, String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement value = JsonParser.parseReader(reader);
      if (reader.peek() == JsonToken.END_DOCUMENT && !text.isBlank()) {
        return new SentJson(value, what);
      }
      throw new Refusal(
          BAD_REQUEST, what + " is not JSON: more than one value, or none, is there.");
    } catch (JsonParseException | IOException fault) {
      throw new Refusal(BAD_REQUEST, what + " is not JSON" + place(fault) + ".");
    }
  }

  private static String place(Throwable fault) {
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      Matcher found = PLACE.matcher(String.valueOf(cause.getMessage()));
      if (found.lookingAt()) {
        return ": it breaks at " + found.group(2);
      }
    }
    return "";
  }

  /** A refusal that says what this should be. */
  Refusal refusal(String expected) {
    return new Refusal(
        BAD_REQUEST,
        place + ": found " + excerpt(value.toString()) + ", and not " + expected + ".");
  }

  private static String excerpt(String text) {
    return text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) + "…" : text;
  }

  String place() {
    return place;
  }

  /** The members of an object, in their order. */
  Map<String, SentJson> members() {
    if (!value.isJsonObject()) {
      throw refusal("an object");
    }
    Map<String, SentJson> members = new LinkedHashMap<>();
    value
        .getAsJsonObject()
        .entrySet()
        .forEach(
            member ->
                members.put(
                    member.getKey(),
                    new SentJson(member.getValue(), place + "." + excerpt(member.getKey()))));
    return members;
  }

  /** The members of an object that has these and no others. */
  Map<String, SentJson> members(Set<String> known) {
    Map<String, SentJson> members = members();
    for (String name : members.keySet()) {
      if (!known.contains(name)) {
        throw new Refusal(
            BAD_REQUEST,
            place
                + " has \""
                + excerpt(name)
                + "\", which is not one of "
                + String.join(", ", known)
                + ".");
      }
    }
    return members;
  }

  /** A member that must be there. */
  SentJson member(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new Refusal(BAD_REQUEST, place + " has no \"" + name + "\", which it must have."));
  }

  /** A member that may be there; null is the same as none. */
  Optional<SentJson> optional(String name) {
    return Optional.ofNullable(members().get(name)).filter(member -> !member.value.isJsonNull());
  }

  boolean isList() {
    return value.isJsonArray();
  }

  boolean isObject() {
    return value.isJsonObject();
  }

  /** The elements of an array. */
  List<SentJson> elements() {
    if (!value.isJsonArray()) {
      throw refusal("an array");
    }
    List<SentJson> elements = new ArrayList<>();
    for (JsonElement element : value.getAsJsonArray()) {
      elements.add(new SentJson(element, place + "[" + elements.size() + "]"));
    }
    return elements;
  }

  /** The elements of an array, or the value itself. */
  List<SentJson> oneOrMore() {
    return isList() ? elements() : List.of(this);
  }

  /** A string. */
  String string() {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw refusal("a string");
    }
    return value.getAsString();
  }

  /** The text of a string, a number or a truth value. */
  String scalar() {
    if (!value.isJsonPrimitive()) {
      throw refusal("a string, a number or a truth value");
    }
    return value.getAsString();
  }

  boolean truth() {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw refusal("true or false");
    }
    return value.getAsBoolean();
  }

  /**
   * A whole number, also if it is written as a string or with a fraction of zero.
   *
   * @param least the least that is accepted
   */
  int number(int least) {
    String text = scalar();
    try {
      // A long text of digits takes long to read.
      BigDecimal number = new BigDecimal(excerpt(text));
      // Compared first: to write a number with a huge exponent as a whole one takes forever.
      if (number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(MOST) <= 0) {
        return number.intValueExact();
      }
    } catch (ArithmeticException | NumberFormatException none) {
      // Told below.
    }
    throw refusal("a whole number from " + least + " on");
  }

  /** One of several words. */
  String oneOf(List<String> words) {
    String word = string();
    if (!words.contains(word)) {
      throw refusal("one of " + String.join(", ", words));
    }
    return word;
  }
}
