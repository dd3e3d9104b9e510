package org.casus.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Holds back the body of a response up to a size; from there on everything passes through. Status
 * and headers are those of the response behind it.
 */
final class HeldResponse extends HttpServletResponseWrapper {
  private static final String FROM_FUSEKI = "Cache-Control: must-revalidate,no-cache,no-store";

  private final int most;
  private final Runnable beforePassing;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(8 * 1024);
  private final Body body = new Body();
  private boolean passed;

  /**
   * @param most bytes
   * @param beforePassing run before the first byte of a larger body goes out
   */
  HeldResponse(HttpServletResponse response, int most, Runnable beforePassing) {
    super(response);
    this.most = most;
    this.beforePassing = beforePassing;
  }

  /** Whether the body was too large, and is on its way. */
  boolean passed() {
    return passed;
  }

  /** The whole body. */
  byte[] body() {
    return held.toByteArray();
  }

  /**
   * Fuseki forbids the keeping of everything it sends, since its datasets change; builds do not.
   */
  @Override
  public void setHeader(String name, String value) {
    if (!FROM_FUSEKI.equals(name + ": " + value) && !name.equalsIgnoreCase("Pragma")) {
      super.setHeader(name, value);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return body;
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), true);
  }

  /** What is held is sent when it is complete. */
  @Override
  public void flushBuffer() throws IOException {
    if (passed) {
      super.flushBuffer();
    }
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    held.reset();
  }

  @Override
  public void reset() {
    super.reset();
    held.reset();
  }

  private final class Body extends ServletOutputStream {

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("Answers are written in the thread of their request");
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!passed && held.size() + length > most) {
        passed = true;
        beforePassing.run();
        held.writeTo(getResponse().getOutputStream());
        held.reset();
      }
      if (passed) {
        getResponse().getOutputStream().write(bytes, offset, length);
      } else {
        held.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() throws IOException {
      if (passed) {
        getResponse().getOutputStream().flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (passed) {
        getResponse().getOutputStream().close();
      }
    }
  }
}
