package org.casus.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that sends any bytes and reads answers as they come. */
final class RawConnection implements AutoCloseable {
  /** Much longer than any limit of the server; an answer that takes longer does not come. */
  private static final int PATIENCE_MS = 60_000;

  /**
   * An answer.
   *
   * @param text the header and the body
   * @param last whether the connection is closed after it
   * @param chunks of how many chunks the body was; none if it was not chunked
   */
  record Answer(int status, String text, boolean last, int chunks) {}

  private final Socket socket;
  private final InputStream input;

  RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MS);
    socket.setTcpNoDelay(true);
    input = new BufferedInputStream(socket.getInputStream());
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Goes away so that the other side sees a broken connection. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
  }

  /** Everything until the server closes, after this side has said that nothing more will come. */
  String rest() throws IOException {
    socket.shutdownOutput();
    return new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /**
   * Reads one answer, without interim ones.
   *
   * @throws EOFException when the server closed without one
   */
  Answer answer(boolean withoutBody) throws IOException {
    while (true) {
      StringBuilder header = new StringBuilder();
      int status = Integer.parseInt(line(header).split(" ")[1]);
      int length = -1;
      boolean chunked = false;
      boolean last = false;
      for (String line = line(header); !line.isEmpty(); line = line(header)) {
        String field = line.toLowerCase(Locale.ROOT);
        if (field.startsWith("content-length:")) {
          length = Integer.parseInt(field.substring(15).strip());
        }
        chunked |= field.startsWith("transfer-encoding:");
        last |= field.startsWith("connection:") && field.contains("close");
      }
      if (status < 200) {
        continue;
      }
      if (withoutBody || status == 204 || status == 304) {
        return new Answer(status, header.toString(), last, 0);
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int chunks = 0;
      if (chunked) {
        chunks = chunks(body);
      } else {
        body.writeBytes(length >= 0 ? input.readNBytes(length) : input.readAllBytes());
      }
      return new Answer(
          status,
          header + body.toString(StandardCharsets.UTF_8),
          last || !chunked && length < 0,
          chunks);
    }
  }

  private int chunks(ByteArrayOutputStream body) throws IOException {
    StringBuilder ignored = new StringBuilder();
    for (int chunks = 0; ; chunks++) {
      int size = Integer.parseInt(line(ignored), 16);
      body.writeBytes(input.readNBytes(size));
      line(ignored);
      if (size == 0) {
        return chunks;
      }
    }
  }

  private String line(StringBuilder header) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = input.read(); b != '\n'; b = input.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.append((char) b);
    }
    header.append(line).append('\n');
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
