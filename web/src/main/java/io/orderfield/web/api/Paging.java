package io.orderfield.web.api;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list: {@code page} from 0, {@code size} of 1 to 200 records. */
public class Paging {
    /** Most records of one page. */
    public static final int LARGEST = ListQuery.LARGEST_PAGE;

    private static final int USUAL = 50;
    private static final int LAST_PAGE = 1_000_000;

    @QueryParam("page")
    @Parameter(description = "Page, from 0", schema = @Schema(minimum = "0", defaultValue = "0"))
    @Nullable
    Integer page;

    @QueryParam("size")
    @Parameter(description = "Records of a page", schema = @Schema(minimum = "1", maximum = "200", defaultValue = "50"))
    @Nullable
    Integer size;

    public Paging() {
        // for the JAX-RS runtime
    }

    Paging(@Nullable Integer page, @Nullable Integer size) {
        this.page = page;
        this.size = size;
    }

    int page() {
        return within("page", page == null ? 0 : page, 0, LAST_PAGE);
    }

    int size() {
        return within("size", size == null ? USUAL : size, 1, LARGEST);
    }

    /** Offset of the first record. */
    public int first() {
        return page() * size();
    }

    /** Most records to answer. */
    public int max() {
        return size();
    }

    private static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.invalid("invalid-page.bounds")
                    .with("parameter", field)
                    .with("least", least)
                    .with("most", most);
        }
        return value;
    }
}
