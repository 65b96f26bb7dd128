package io.orderfield.om.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.om.testing.AllowedRoles;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserService;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everybody who signs in reads reference data, administrators alone change it; users are theirs altogether. */
class ReferenceDataRolesTest {
    private static final Set<String> READERS = new TreeSet<>(Roles.ALL);
    private static final Set<String> ADMINISTRATORS = Set.of(Roles.ADMINISTRATOR);
    private static final Predicate<String> CHANGES =
            name -> Stream.of("create", "correct", "change", "run").anyMatch(name::startsWith);

    @Test
    void onlyAdministratorsChangeReferenceData() {
        for (Class<?> service : Set.of(CatalogService.class, SpecificationService.class)) {
            assertThat(AllowedRoles.of(service)).hasSizeGreaterThan(5).allSatisfy((method, roles) -> assertThat(roles)
                    .as(service.getSimpleName() + "." + method)
                    .isEqualTo(CHANGES.test(method) ? ADMINISTRATORS : READERS));
        }
    }

    @Test
    void onlyAdministratorsImport() {
        assertThat(AllowedRoles.of(CatalogImportService.class))
                .isNotEmpty()
                .allSatisfy((method, roles) -> assertThat(roles).as(method).isEqualTo(ADMINISTRATORS));
    }

    @Test
    void onlyAdministratorsSeeAndChangeUsers() {
        assertThat(AllowedRoles.of(UserService.class))
                .hasSizeGreaterThan(4)
                .allSatisfy((method, roles) -> assertThat(roles).as(method).isEqualTo(ADMINISTRATORS));
    }
}
