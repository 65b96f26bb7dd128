package io.orderfield.web.policy;

import io.orderfield.om.policy.replay.ReplayService;
import io.orderfield.rules.files.TableFiles.Format;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** What the replay of a draft found, as a file: {@code GET /decision-table/replays/<table>/<draft>/csv}, or {@code /xlsx}. */
@WebServlet("/decision-table/replays/*")
public class ReplayServlet extends TableServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ReplayService replays;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            String[] path = path(request);
            if (path.length != 3) {
                throw new IllegalArgumentException(request.getPathInfo());
            }
            Format format = format(path[2]);
            String name = TableMedia.replay(path[0], format);
            file(response, name, format, replays.file(path[0], UUID.fromString(path[1]), format));
        });
    }
}
