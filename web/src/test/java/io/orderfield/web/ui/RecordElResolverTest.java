package io.orderfield.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordElResolverTest {
    private record Place(String city, boolean active) {}

    private final RecordElResolver resolver = new RecordElResolver();
    private final Context context = new Context();

    @Test
    void readsAComponentOfARecord() {
        assertThat(resolver.getValue(context, new Place("Porto", true), "city")).isEqualTo("Porto");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void readsABooleanComponentByItsName() {
        assertThat(resolver.getValue(context, new Place("Porto", true), "active"))
                .isEqualTo(true);
    }

    @Test
    void leavesWhatIsNoComponentToOthers() {
        assertThat(resolver.getValue(context, new Place("Porto", true), "street"))
                .isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void leavesBeansToOthers() {
        assertThat(resolver.getValue(context, "text", "city")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void refusesToWriteAComponent() {
        Place place = new Place("Porto", true);
        assertThat(resolver.isReadOnly(context, place, "city")).isTrue();
        assertThatThrownBy(() -> resolver.setValue(context, place, "city", "Lisboa"))
                .isInstanceOf(PropertyNotWritableException.class);
    }

    private static final class Context extends ELContext {
        @Override
        public ELResolver getELResolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            throw new UnsupportedOperationException();
        }

        @Override
        public VariableMapper getVariableMapper() {
            throw new UnsupportedOperationException();
        }
    }
}
