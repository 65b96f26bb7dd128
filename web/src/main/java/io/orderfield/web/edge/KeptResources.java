package io.orderfield.web.edge;

import io.orderfield.kernel.Fingerprint;
import io.orderfield.web.problem.ProblemAnswer;
import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Style sheets, scripts and fonts have their version in their address, PrimeFaces' that of the release, ours the hash of
 * what they hold: browsers keep them for good. Asked for another version, as a page of a newer node may while nodes are
 * exchanged, this one answers what it has, and that it must not be kept.
 */
public class KeptResources extends ResourceHandlerWrapper {
    private static final String VERSION = "v";
    private static final Pattern GIVEN = Pattern.compile("[?&]" + VERSION + "=([^&]+)");
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String NOT_AT_ALL = "no-cache";

    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    public KeptResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public @Nullable Resource createResource(String name) {
        return kept(super.createResource(name));
    }

    @Override
    public @Nullable Resource createResource(String name, String library) {
        return kept(super.createResource(name, library));
    }

    @Override
    public @Nullable Resource createResource(String name, String library, String contentType) {
        return kept(super.createResource(name, library, contentType));
    }

    private @Nullable Resource kept(@Nullable Resource resource) {
        return resource == null ? null : new Kept(resource);
    }

    private String hash(Resource resource) {
        String key = resource.getLibraryName() + ':' + resource.getResourceName();
        String known = hashes.get(key);
        if (known == null) {
            // not computeIfAbsent: to read a style sheet can be to ask for the address of its font
            known = hashed(resource);
            hashes.put(key, known);
        }
        return known;
    }

    private static String hashed(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            return Fingerprint.of(content.readAllBytes()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Kept extends ResourceWrapper {
        Kept(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = getWrapped().getRequestPath();
            return GIVEN.matcher(path).find()
                    ? path
                    : path + (path.contains("?") ? "&" : "?") + VERSION + '=' + hash(getWrapped());
        }

        @Override
        public Map<String, String> getResponseHeaders() {
            Map<String, String> headers = new HashMap<>(getWrapped().getResponseHeaders());
            Matcher version = GIVEN.matcher(getRequestPath());
            String wanted = FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterMap()
                    .get(VERSION);
            boolean same = version.find() && Objects.equals(version.group(1), wanted);
            headers.put("Cache-Control", same ? FOR_GOOD : NOT_AT_ALL);
            headers.remove("Expires");
            // they are no pages, and the policy for pages that the server would add is as long as some of them
            headers.put(ProblemAnswer.POLICY, ProblemAnswer.NOTHING);
            return headers;
        }
    }
}
