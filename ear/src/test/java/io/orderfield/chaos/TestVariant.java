package io.orderfield.chaos;

import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ArchiveAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The EAR of this build with one of its guards replaced. Its code is the shipped code; one class lies beside it. */
final class TestVariant {
    private TestVariant() {}

    /** Writes the EAR with this CDI alternative, in the module whose package it is in. */
    static Path with(String alternativeName) {
        Class<?> alternative = named(alternativeName);
        String module = alternative.getPackageName().startsWith("io.orderfield.om.") ? "om-ejb.jar" : "fsm-ejb.jar";
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "orderfield.ear")
                .importFrom(new File(System.getProperty("ear.file")))
                .as(EnterpriseArchive.class);
        JavaArchive jar = ear.getAsType(JavaArchive.class, module).addClass(alternative);
        ear.delete(module);
        ear.add(new ArchiveAsset(jar, ZipExporter.class), module);
        File file = new File(System.getProperty("it.dir"), alternative.getSimpleName() + ".ear");
        file.getParentFile().mkdirs();
        ear.as(ZipExporter.class).exportTo(file, true);
        return file.toPath();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, TestVariant.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
