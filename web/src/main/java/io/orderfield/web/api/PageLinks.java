package io.orderfield.web.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code Link} headers of one page: the same query with another page. */
final class PageLinks {
    private PageLinks() {}

    /**
     * @param path absolute path of the list
     * @param query raw query string as it came, without the question mark; may be empty
     */
    static List<String> of(String path, String query, int page, int size, long total) {
        List<String> links = new ArrayList<>();
        if ((page + 1L) * size < total) {
            links.add(link(path, query, page + 1, "next"));
        }
        if (page > 0) {
            links.add(link(path, query, page - 1, "prev"));
        }
        return links;
    }

    private static String link(String path, String query, int page, String relation) {
        String others = Stream.concat(
                        Arrays.stream(query.split("&")).filter(p -> !p.isEmpty() && !p.matches("page(=.*)?")),
                        Stream.of("page=" + page))
                .collect(Collectors.joining("&"));
        // a raw query may hold what would end the link early
        return "<" + path + "?" + others.replaceAll("[<>\"\\s\\p{Cntrl}]", "") + ">; rel=\"" + relation + "\"";
    }
}
