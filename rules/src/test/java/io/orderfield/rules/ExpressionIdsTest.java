package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.rules.Condition.NoneOf;
import io.orderfield.rules.Condition.OneOf;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExpressionIdsTest {
    private final ExpressionIds ids = new ExpressionIds();

    @Test
    void givesEqualConditionsOfOneColumnTheSameId() {
        assertThat(ids.idOf("region", oneOf("North", "South"))).isEqualTo(ids.idOf("region", oneOf("South", "North")));
    }

    @Test
    void tellsColumnsAndConditionsApart() {
        assertThat(List.of(
                        ids.idOf("region", oneOf("North")),
                        ids.idOf("country", oneOf("North")),
                        ids.idOf("region", oneOf("North", "South")),
                        ids.idOf("region", new NoneOf(new TreeSet<>(List.of("North")))),
                        ids.idOf("characteristics.region", oneOf("North"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesOneIdForTwoMeanings() {
        ids.claim("the same id", "region", oneOf("North"));
        ids.claim("the same id", "region", oneOf("North"));

        assertThatThrownBy(() -> ids.claim("the same id", "country", oneOf("North")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the same id");
        assertThatThrownBy(() -> ids.claim("the same id", "region", oneOf("South")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Condition oneOf(String... values) {
        return new OneOf(new TreeSet<>(List.of(values)));
    }
}
