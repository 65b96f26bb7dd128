package io.orderfield.om.worknote;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ContextNotActiveException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentChannelTest {
    @Test
    void isWhatWhoeverReceivesRequestsSays() {
        for (String said : List.of("workspace", "rest", "jms")) {
            CurrentChannel channel = new CurrentChannel();
            channel.use(said);
            assertThat(CurrentChannel.of(channel)).isEqualTo(said);
        }
    }

    @Test
    void whatRunsByItselfIsTheSystems() {
        assertThat(CurrentChannel.of(new CurrentChannel())).isEqualTo("system");
        assertThat(CurrentChannel.of(new CurrentChannel() {
                    @Override
                    public String name() {
                        throw new ContextNotActiveException("a timer's thread has no request");
                    }
                }))
                .isEqualTo("system");
    }
}
