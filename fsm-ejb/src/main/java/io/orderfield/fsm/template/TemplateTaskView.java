package io.orderfield.fsm.template;

import java.util.List;
import java.util.Set;

/**
 * A task of a work order template.
 *
 * @param skills codes of the skills that it needs
 * @param durationMinutes planned length of the visit, from 1
 */
public record TemplateTaskView(
        String shortDescription, Set<String> skills, int durationMinutes, List<TemplateChecklistItem> checklist) {}
