package io.orderfield.kernel;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Lets entities use {@code UUID}, {@code Instant} and {@code LocalDate} attributes on {@code uuid},
 * {@code timestamp with time zone} and {@code date} columns of both databases, null included.
 *
 * <p>EclipseLink 4.0 alone does not: it fails on a {@code UUID} that is null, writes an {@code Instant} as serialized
 * bytes, and binds nulls of these classes as text or bytes, which PostgreSQL refuses.
 *
 * <p>Named in each persistence unit by {@code eclipselink.session.customizer}; entities need no annotation.
 */
public final class ColumnTypes implements SessionCustomizer {
    private static final Map<Class<?>, Integer> BY_CLASS =
            Map.of(UUID.class, Types.OTHER, Instant.class, Types.TIMESTAMP_WITH_TIMEZONE, LocalDate.class, Types.DATE);

    @Override
    public void customize(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof AbstractDirectMapping direct) {
                    customize(descriptor, direct);
                } else if (mapping instanceof OneToOneMapping reference) {
                    customizeForeignKey(reference, session);
                }
            }
        }
    }

    private static void customize(ClassDescriptor descriptor, AbstractDirectMapping mapping) {
        Class<?> attribute = attributeClass(descriptor, mapping);
        if (attribute == UUID.class) {
            mapping.setConverter(new UuidConverter());
        } else if (attribute == Instant.class) {
            mapping.setConverter(new InstantConverter());
        }
        setType(mapping.getField(), attribute);
    }

    private static void customizeForeignKey(OneToOneMapping reference, Session session) {
        ClassDescriptor target = session.getDescriptor(reference.getReferenceClass());
        reference.getSourceToTargetKeyFields().forEach((foreignKey, key) -> target.getMappings().stream()
                .filter(AbstractDirectMapping.class::isInstance)
                .map(AbstractDirectMapping.class::cast)
                .filter(m -> m.getField().getName().equalsIgnoreCase(key.getName()))
                .findFirst()
                .ifPresent(m -> setType(foreignKey, attributeClass(target, m))));
    }

    private static void setType(DatabaseField field, @Nullable Class<?> attribute) {
        Integer type = attribute == null ? null : BY_CLASS.get(attribute);
        if (type != null) {
            field.setSqlType(type);
        }
    }

    /** The attribute's class as declared; EclipseLink fills in its own notion only later, when the session logs in. */
    private static @Nullable Class<?> attributeClass(ClassDescriptor descriptor, AbstractDirectMapping mapping) {
        for (Class<?> c = descriptor.getJavaClass(); c != null; c = c.getSuperclass()) {
            for (var field : c.getDeclaredFields()) {
                if (field.getName().equals(mapping.getAttributeName())) {
                    return field.getType();
                }
            }
        }
        return null;
    }
}
