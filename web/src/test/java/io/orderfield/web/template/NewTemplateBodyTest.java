package io.orderfield.web.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderfield.fsm.template.TemplateChange;
import io.orderfield.kernel.Json;
import org.junit.jupiter.api.Test;

class NewTemplateBodyTest {
    @Test
    void hasTheFieldsOfTheTemplateBesideItsCode() throws JsonProcessingException {
        NewTemplateBody body = read("""
                {"code": "SURVEY", "name": "Site survey", "priority": 2, "tasks": [{"shortDescription": "Look"}]}
                """);

        assertThat(body.code()).isEqualTo("SURVEY");
        TemplateChange command = body.template().command();
        assertThat(command.name()).isEqualTo("Site survey");
        assertThat(command.priority()).isEqualTo(2);
        assertThat(command.tasks()).hasSize(1);
        assertThat(command.billable()).isNull();
    }

    @Test
    void saysNothingOfTheTemplateWhereTheBodySaysNothing() throws JsonProcessingException {
        NewTemplateBody body = read("{}");

        assertThat(body.code()).isNull();
        assertThat(body.template().command()).isEqualTo(new TemplateChange(null, null, null, null, null, null, null));
    }

    private static NewTemplateBody read(String json) throws JsonProcessingException {
        return Json.mapper().readValue(json, NewTemplateBody.class);
    }
}
