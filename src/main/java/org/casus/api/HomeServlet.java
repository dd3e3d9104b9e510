package org.casus.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.casus.http.ReadServlet;
import org.casus.http.ServedBuild;
import org.casus.store.BuildInfo;

/** The home page: what this is, the questions, and where everything else is. */
public final class HomeServlet extends ReadServlet {
  /** Where it has to be mapped to: the address without a path. */
  public static final String PATH = "";

  private static final long serialVersionUID = 1L;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    BuildInfo build = ServedBuild.of(request).info();
    Body.page(
            "home",
            Map.of(
                "themes",
                QuestionList.themes(Questions.of(request)),
                "day",
                build.created(),
                "build",
                build.buildId(),
                "version",
                build.programVersion()))
        .write(response);
  }
}
