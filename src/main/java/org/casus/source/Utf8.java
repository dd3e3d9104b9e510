package org.casus.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the first byte of a file that is not UTF-8, with its line; reads in pieces of bounded size.
 */
final class Utf8 {

  private static final int PIECE = 1 << 16;

  private Utf8() {}

  /** A byte that begins no UTF-8 sequence, and the line it stands on. */
  record Fault(long line, int unsignedByte) {

    String found() {
      return "byte 0x%02X".formatted(unsignedByte);
    }
  }

  static Optional<Fault> firstFault(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    CharBuffer characters = CharBuffer.allocate(PIECE);
    long line = 1;
    try (InputStream in = Files.newInputStream(file)) {
      boolean atEnd = false;
      while (!atEnd) {
        int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = bytes.position() + read < bytes.limit();
        bytes.limit(bytes.position() + read).position(0);
        characters.clear();
        CoderResult result = decoder.decode(bytes, characters, atEnd);
        characters.flip();
        line += characters.chars().filter(character -> character == '\n').count();
        if (result.isError()) {
          return Optional.of(new Fault(line, bytes.get(bytes.position()) & 0xFF));
        }
        bytes.compact();
      }
    }
    return Optional.empty();
  }
}
