package org.casus.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.fuseki.main.sys.FusekiErrorHandler;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What Jetty refuses before any servlet sees it, such as a malformed address or a body that is too
 * large: the status and its words as plain text, and nothing of the inside.
 */
final class PlainErrors extends FusekiErrorHandler {

  @Override
  protected boolean generateAcceptableResponse(
      Request request,
      Response response,
      Callback callback,
      String contentType,
      List<java.nio.charset.Charset> charsets,
      int code,
      @Nullable String message,
      @Nullable Throwable cause) {
    String sentence = message == null || message.isBlank() ? HttpStatus.getMessage(code) : message;
    byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    response
        .getHeaders()
        .put(new HttpField(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8"))
        .put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, java.nio.ByteBuffer.wrap(body), callback);
    return true;
  }
}
