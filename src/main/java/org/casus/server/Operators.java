package org.casus.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.web.AuthScheme;
import org.apache.jena.fuseki.main.JettySecurityLib;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The part of the server under {@code /operator/}, for those who are in the password file: a line
 * {@code name: password} each, the password plain or as Jetty's {@code MD5:} or {@code CRYPT:}.
 */
final class Operators {
  static final String SERVICE = "/operator";
  static final String PATH = SERVICE + "/";
  private static final String REALM = "Casus operators";

  private Operators() {}

  /**
   * Asks for a login (Basic, RFC 7617) under {@link #PATH}, and nowhere else.
   *
   * @throws ServerStartException when the password file cannot be read
   */
  static ConstraintSecurityHandler login(Path passwords) {
    if (!Files.isReadable(passwords)) {
      throw new ServerStartException(
          "The password file "
              + passwords
              + " cannot be read. It has a line \"name: password\" for"
              + " each operator.",
          null);
    }
    UserStore users = JettySecurityLib.makeUserStore(passwords.toString());
    ConstraintSecurityHandler security =
        JettySecurityLib.makeSecurityHandler(REALM, users, AuthScheme.BASIC);
    // It looks at the file now and then, and is to end with the server.
    security.addBean(users, true);
    JettySecurityLib.addPathConstraint(security, PATH + "*");
    return security;
  }

  /**
   * Refuses to ask for a password over a line that others can read: a login is possible over TLS,
   * or from this machine, where a proxy may have ended TLS.
   */
  static final class SafeLine extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (Request.getPathInContext(request).startsWith(PATH)
          && isOpenLine(
              request.isSecure(), request.getConnectionMetaData().getRemoteSocketAddress())) {
        Response.writeError(
            request,
            response,
            callback,
            HttpStatus.FORBIDDEN_403,
            "Operators log in over TLS or from the machine of the server.");
        return true;
      }
      return super.handle(request, response, callback);
    }

    /** Whether others could read what the client of this address sends. */
    static boolean isOpenLine(boolean secure, SocketAddress client) {
      boolean thisMachine =
          client instanceof InetSocketAddress address
              && address.getAddress() != null
              && address.getAddress().isLoopbackAddress();
      return !secure && !thisMachine;
    }
  }
}
