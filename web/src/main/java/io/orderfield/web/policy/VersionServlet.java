package io.orderfield.web.policy;

import io.orderfield.om.policy.DecisionTableService;
import io.orderfield.rules.files.TableFiles.Format;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Versions of decision tables for the pages: {@code GET /decision-table/versions/<table>/<version>} has the rows for the
 * grid, with {@code /csv}, {@code /xlsx} or {@code /dmn} it is a file.
 */
@WebServlet("/decision-table/versions/*")
public class VersionServlet extends TableServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient DecisionTableService tables;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            String[] path = path(request);
            String table = path[0];
            int version = Integer.parseInt(path.length < 2 ? "" : path[1]);
            if (path.length == 2) {
                Grid grid = Grid.of(tables.version(table, version), tables.columns(table, version), columns::label);
                json(request, response, HttpServletResponse.SC_OK, grid);
            } else if (path[2].equals("dmn")) {
                save(response, TableMedia.dmn(table, version), TableMedia.DMN, tables.dmn(table, version));
            } else {
                Format format = format(path[2]);
                String name = TableMedia.version(table, version, format);
                file(response, name, format, tables.file(table, version, format));
            }
        });
    }
}
