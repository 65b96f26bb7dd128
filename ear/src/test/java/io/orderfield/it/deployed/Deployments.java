package io.orderfield.it.deployed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR of this build, unchanged, and where tests run inside the server one more WAR that carries them. */
final class Deployments {
    private static final String TEST_MODULE =
            "<module><web><web-uri>it.war</web-uri><context-root>/it</context-root></web></module>";
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>";

    private Deployments() {}

    /** The EAR as it ships, for tests that only talk to it from outside. */
    static EnterpriseArchive ear() {
        return ShrinkWrap.create(ZipImporter.class, "orderfield.ear")
                .importFrom(new File(System.getProperty("ear.file")))
                .as(EnterpriseArchive.class);
    }

    /** The EAR with these test classes in a WAR of their own. */
    static EnterpriseArchive ear(Class<?>... tests) {
        EnterpriseArchive ear = ear();
        WebArchive war = ShrinkWrap.create(WebArchive.class, "it.war")
                .addClasses(tests)
                .addClass(Deployments.class)
                .addAsLibraries(
                        jarOf(Awaitility.class), jarOf(Assertions.class), jarOf(Matcher.class), jarOf(ByteBuddy.class))
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
        String descriptor = descriptor(ear);
        int end = descriptor.lastIndexOf("</module>") + "</module>".length();
        ear.delete("META-INF/application.xml");
        ear.setApplicationXML(new StringAsset(descriptor.substring(0, end) + TEST_MODULE + descriptor.substring(end)));
        return ear.addAsModule(Testable.archiveToTest(war));
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static String descriptor(EnterpriseArchive ear) {
        try (var in = ear.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
