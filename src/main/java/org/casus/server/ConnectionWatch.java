package org.casus.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.casus.http.ClientWatch;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices on the connection of a request that its client has closed it.
 *
 * <p>Jetty reads nothing from an HTTP/1.1 connection while it answers, so it learns of the end only
 * when it writes, which for a long query is too late. Here the connection is read in that time.
 * What comes is the end, or the next request of a client that does not wait for its answers: then
 * the connection is closed after this answer, and such a client asks again (RFC 9112, section
 * 9.3.2).
 */
final class ConnectionWatch implements ClientWatch {

  @Override
  public Watching watch(HttpServletRequest request, Runnable onGone) {
    ServletContextRequest core = ServletContextRequest.getServletContextRequest(request);
    if (core != null
        && core.getConnectionMetaData().getConnection().getEndPoint()
            instanceof AbstractEndPoint connection) {
      Reader reader = new Reader(core, connection, onGone);
      reader.await();
      return reader;
    }
    return () -> {};
  }

  private static final class Reader implements Callback, Watching {
    private final ServletContextRequest request;
    private final AbstractEndPoint connection;
    private final Runnable onGone;
    private final ByteBuffer input = BufferUtil.allocate(1);
    private boolean watching = true;

    Reader(ServletContextRequest request, AbstractEndPoint connection, Runnable onGone) {
      this.request = request;
      this.connection = connection;
      this.onGone = onGone;
    }

    synchronized void await() {
      watching = connection.tryFillInterested(this);
    }

    @Override
    public synchronized void succeeded() {
      if (!watching) {
        return;
      }
      try {
        int read = connection.fill(input);
        if (read < 0) {
          gone();
        } else if (read == 0) {
          // Jetty wakes up without input, too.
          await();
        } else {
          watching = false;
        }
      } catch (IOException broken) {
        gone();
      }
    }

    @Override
    public synchronized void failed(Throwable broken) {
      if (watching) {
        gone();
      }
    }

    private void gone() {
      watching = false;
      onGone.run();
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }

    @Override
    public synchronized void close() {
      if (watching) {
        watching = false;
        // The connection registers its own interest after the answer, and there can be one only.
        connection.getFillInterest().fillable();
      } else if (BufferUtil.hasContent(input)) {
        request
            .getServletContextResponse()
            .getHeaders()
            .put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
      }
    }
  }
}
