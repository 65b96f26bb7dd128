package io.orderfield.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.orderfield.it.support.Api;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every list and every record that an administrator or manager reads by REST, each under its path. */
final class Records {
    private static final int PAGE = 200;
    private static final String ADMIN = "admin";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A start gives the demonstration the users that it did not have yet. */
    private static final Set<String> LATER_USERS = Set.of("author", "publisher");

    private final Api api;
    private final SortedMap<String, JsonNode> read = new TreeMap<>();

    private Records(Api api) {
        this.api = api;
    }

    /** All of them, but not what belongs to the orders under way: which number their work got hangs on the moment. */
    static SortedMap<String, JsonNode> of(Api api) {
        Records records = new Records(api);
        records.readAll();
        return records.read;
    }

    private void readAll() {
        List<JsonNode> orders = list("/customer-orders");
        Set<String> skipped = orders.stream()
                .filter(o -> o.path("externalReference").asText().startsWith(House.UNDER_WAY))
                .map(o -> o.get("number").asText())
                .collect(Collectors.toSet());
        records("/accounts", "number");
        records("/contacts", "number");
        records("/locations", "number");
        records("/specifications", "code", "/tree");
        records("/work-order-templates", "code");
        records("/technicians", "username");
        records("/users", "username");
        forget("/users", "username", LATER_USERS);
        list("/decision-tables/work-order-policy/versions");
        one("/decision-tables/work-order-policy");
        for (JsonNode order : orders) {
            String number = order.get("number").asText();
            if (!skipped.contains(number)) {
                one("/customer-orders/" + number);
                list("/customer-orders/" + number + "/cancellations");
                for (JsonNode item : list("/customer-orders/" + number + "/line-items")) {
                    one("/line-items/" + item.get("number").asText());
                    list("/line-items/" + item.get("number").asText() + "/versions");
                }
            }
        }
        forget("/customer-orders", "number", skipped);
        ofOrders("/inflight-changes", skipped).forEach(this::one);
        ofOrders("/fallouts", skipped).forEach(this::one);
        ofOrders("/domain-orders", skipped).forEach(this::domainOrder);
        ofOrders("/work-orders", skipped).forEach(this::workOrder);
        for (JsonNode letter : list("/sync/dead-letters")) {
            one("/sync/dead-letters/" + letter.get("id").asText());
        }
        list("/sync/dead-letter-actions");
        list("/sync/unsent-messages/om");
        list("/sync/unsent-messages/fsm");
    }

    private void domainOrder(String path) {
        one(path);
        one(path + "/plan");
        list(path + "/work-notes");
        list(path + "/follow-up-wishes");
        list(path + "/attachments");
    }

    private void workOrder(String path) {
        JsonNode record = one(path);
        list(path + "/activity");
        one(path + "/follow-ups");
        for (JsonNode task : record.path("tasks")) {
            String at = "/work-order-tasks/" + task.get("number").asText();
            one(at);
            for (JsonNode attachment : list(at + "/attachments")) {
                content(attachment.get("link").asText().substring("/api/v1".length()));
            }
        }
    }

    private void records(String path, String key, String... below) {
        for (JsonNode record : list(path)) {
            String at = path + "/" + record.get(key).asText();
            one(at);
            for (String more : below) {
                one(at + more);
            }
        }
    }

    private JsonNode one(String path) {
        Response answer = get(path, Map.of());
        JsonNode body = parsed(path, answer);
        read.put(path, body);
        return body;
    }

    private List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        Response answer;
        int page = 0;
        do {
            answer = get(path, Map.of("page", page++, "size", PAGE));
            parsed(path, answer).forEach(all::add);
        } while (answer.header("Link") != null && answer.header("Link").contains("rel=\"next\""));
        read.put(path, JSON.createArrayNode().addAll(all));
        return all;
    }

    private void content(String path) {
        byte[] bytes = get(path, Map.of()).asByteArray();
        read.put(path, JSON.getNodeFactory().textNode(HexFormat.of().formatHex(sha256(bytes))));
    }

    private Response get(String path, Map<String, Integer> parameters) {
        Response answer = api.as(ADMIN).accept("*/*").queryParams(parameters).get(path);
        if (answer.statusCode() == 403) {
            answer = api.as("manager").accept("*/*").queryParams(parameters).get(path);
        }
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + answer.statusCode() + " " + answer.asString());
        }
        return answer;
    }

    private static JsonNode parsed(String path, Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("GET " + path + " is no JSON", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The paths of the records in this list that belong to other orders. */
    private List<String> ofOrders(String list, Set<String> skipped) {
        list(list);
        forget(list, "customerOrder", skipped);
        List<String> paths = new ArrayList<>();
        read.get(list).forEach(r -> paths.add(list + "/" + r.get("number").asText()));
        return paths;
    }

    private void forget(String list, String field, Set<String> skipped) {
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode record : read.get(list)) {
            if (!skipped.contains(record.path(field).asText())) {
                kept.add(record);
            }
        }
        read.put(list, kept);
    }

    static byte[] bytes(SortedMap<String, JsonNode> records) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(records)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
