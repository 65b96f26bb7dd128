package io.orderfield.kernel;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The environment as the server reads it, but of a test's own variables. */
public final class Variables {
    private Variables() {}

    /** @param values by name, as texts */
    public static Config of(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Variables.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getOptionalValue")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return Optional.ofNullable(values.get((String) arguments[0]));
                });
    }
}
