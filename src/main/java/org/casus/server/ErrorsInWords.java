package org.casus.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.web.HttpSC;
import org.casus.http.ErrorAnswer;
import org.casus.http.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an operation of Fuseki and tells its errors as all others are told. Left to itself Fuseki
 * sends the message of whatever exception comes, and gives the number of its characters for that of
 * its bytes, so that a sentence with a letter beyond ASCII is cut off or breaks the answer.
 */
final class ErrorsInWords {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorsInWords.class);
  private static final String FAULT =
      "This request met a fault of the server and has no answer. Its operator finds the fault in the"
          + " log; please report the request.";

  private ErrorsInWords() {}

  static void run(HttpAction action, Runnable operation) {
    try {
      operation.run();
    } catch (Refusal refusal) {
      write(action, refusal);
    } catch (ActionErrorException refused) {
      String sentence = refused.getMessage();
      write(
          action,
          new Refusal(
              refused.getRC(),
              sentence == null ? String.valueOf(HttpSC.getMessage(refused.getRC())) : sentence));
    } catch (RuntimeIOException clientLeft) {
      throw clientLeft;
    } catch (RuntimeException | StackOverflowError fault) {
      LOG.error("A request to {} failed", action.getActionURI(), fault);
      write(action, new Refusal(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, FAULT));
    }
  }

  private static void write(HttpAction action, Refusal refusal) {
    try {
      ErrorAnswer.write(action.getRequest(), action.getResponse(), refusal);
    } catch (IOException clientLeft) {
      throw new RuntimeIOException(clientLeft);
    }
  }
}
