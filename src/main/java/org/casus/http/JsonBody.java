package org.casus.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON text in the body of a request. How long a body may be is the server's matter. */
public final class JsonBody {
  private static final int BAD_REQUEST = 400;
  private static final int UNSUPPORTED_TYPE = 415;
  private static final Pattern JSON =
      Pattern.compile("application/(?:[a-z0-9.-]+\\+)?json(?:\\s*;.*)?", Pattern.DOTALL);

  private JsonBody() {}

  /**
   * The text.
   *
   * @throws Refusal 415 when the body is of another type, 400 when it is not UTF-8
   */
  public static String of(HttpServletRequest request) throws IOException {
    // What is left unread would break the client's next request on the same connection.
    byte[] body = request.getInputStream().readAllBytes();
    @Nullable String type = request.getContentType();
    if (type == null || !JSON.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()) {
      throw new Refusal(
          UNSUPPORTED_TYPE, "The body must be JSON, sent with Content-Type: application/json.");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException otherCharset) {
      throw new Refusal(BAD_REQUEST, "The body is not UTF-8, as JSON must be (RFC 8259).");
    }
  }
}
