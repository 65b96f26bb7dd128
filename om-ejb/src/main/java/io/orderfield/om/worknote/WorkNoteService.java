package io.orderfield.om.worknote;

import jakarta.ejb.Stateless;
import java.util.List;

/** Reads and writes the activity of domain orders. */
@Stateless
public class WorkNoteService {
    public List<WorkNoteView> list(String domainOrder, long afterPosition, int max) {
        throw new UnsupportedOperationException("under construction");
    }

    public WorkNoteView write(String domainOrder, String text, boolean shareWithFieldService, String channel) {
        throw new UnsupportedOperationException("under construction");
    }
}
