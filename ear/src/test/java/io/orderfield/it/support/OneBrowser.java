package io.orderfield.it.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a Chromium of its own, started when the class asks and closed after its last test. Parameters of type
 * {@link Browser} are filled.
 */
public final class OneBrowser implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(OneBrowser.class))
                .getOrComputeIfAbsent(Browser.class, key -> new Holder(Playwright.create()), Holder.class)
                .browser;
    }

    private static final class Holder implements ExtensionContext.Store.CloseableResource {
        private final Playwright playwright;
        private final Browser browser;

        Holder(Playwright playwright) {
            this.playwright = playwright;
            browser = Chromium.launch(playwright);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
