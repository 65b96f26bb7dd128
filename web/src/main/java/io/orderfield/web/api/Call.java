package io.orderfield.web.api;

import io.orderfield.kernel.Sentence;
import io.orderfield.web.problem.Reader;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call that is being served: what came besides the body, and what the answer carries besides it. Filters fill and
 * read it; resources ask for the expected version and announce what they created or listed.
 */
@RequestScoped
public class Call {
    private String method = "";
    private String path = "";
    private String user = "";
    private String query = "";
    private @Nullable String ifMatch;
    private @Nullable String idempotencyKey;
    private String bodyHash = "";
    private String traceparent = "";
    private Locale language = Locale.ENGLISH;
    private @Nullable String location;
    private @Nullable String fileName;
    private int status = 200;
    private @Nullable Long total;
    private final List<String> links = new ArrayList<>();

    void begin(String method, String path, String query, String user, String traceparent, Locale language) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.user = user;
        this.traceparent = traceparent;
        this.language = language;
    }

    void conditions(@Nullable String ifMatch, @Nullable String idempotencyKey) {
        this.ifMatch = ifMatch;
        this.idempotencyKey = idempotencyKey;
    }

    void bodyHash(String hash) {
        this.bodyHash = hash;
    }

    /**
     * The version that the caller saw, from {@code If-Match}; null when the caller doesn't care.
     *
     * @throws io.orderfield.kernel.Refusal STALE when the header can match no version, INVALID when it is
     *     not an entity tag
     */
    public @Nullable Long expectedVersion() {
        return EntityTag.version(ifMatch);
    }

    /** The tag of the preview that the caller saw, from {@code If-Match}; null when it holds none, or a version. */
    public @Nullable String expectedPreview() {
        String tag = EntityTag.opaque(ifMatch);
        return tag == null || EntityTag.isVersion(tag) ? null : tag;
    }

    /**
     * Checks {@code If-Match}, if there is one, against a record's tag of now: for changes whose service takes no
     * version.
     *
     * @param current reads the tag; asked only when there is something to check
     * @throws io.orderfield.kernel.Refusal STALE when it is another one
     */
    public void require(Supplier<String> current) {
        String expected = EntityTag.opaque(ifMatch);
        if (expected != null && !expected.equals(current.get())) {
            throw EntityTag.stale();
        }
    }

    /** The answer is 201 with this location, given below the API's path, such as {@code /line-items/ORDL0001001}. */
    public void created(String path) {
        this.location = RestApi.PATH + path;
        this.status = 201;
    }

    /** The answer is 202: what was asked for runs by itself, and is told of at this location, given likewise. */
    public void accepted(String path) {
        this.location = RestApi.PATH + path;
        this.status = 202;
    }

    /** The answer is a file of this name. */
    public void file(String name) {
        this.fileName = name;
    }

    /** The answer is one page of this many records. */
    public <T> List<T> page(Paging paging, long total, List<T> records) {
        this.total = total;
        links.addAll(PageLinks.of(path, query, paging.page(), paging.size(), total));
        return records;
    }

    /** The answer is one page of these records, which are few enough to be read as a whole. */
    public <T> List<T> page(Paging paging, List<T> all) {
        return page(paging, all, Function.identity());
    }

    /** The same, each in another form. */
    public <S, T> List<T> page(Paging paging, List<S> all, Function<S, T> form) {
        return page(
                paging,
                all.size(),
                all.stream().skip(paging.first()).limit(paging.max()).map(form).toList());
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Name of the user who calls. */
    public String user() {
        return user;
    }

    @Nullable
    String idempotencyKey() {
        return idempotencyKey;
    }

    /** What tells this request from another one to the same path: its body, and its query where it has one. */
    String requestHash() {
        return query.isEmpty() ? bodyHash : BodyFilter.hash((query + '\n' + bodyHash).getBytes(StandardCharsets.UTF_8));
    }

    Locale language() {
        return language;
    }

    /** A sentence in the language of the caller. */
    public String words(Sentence sentence) {
        return Reader.reads(language, sentence);
    }

    String traceparent() {
        return traceparent;
    }

    @Nullable
    String location() {
        return location;
    }

    @Nullable
    String fileName() {
        return fileName;
    }

    /** Of an answer that is no refusal. */
    int status() {
        return status;
    }

    @Nullable
    Long total() {
        return total;
    }

    List<String> links() {
        return List.copyOf(links);
    }
}
