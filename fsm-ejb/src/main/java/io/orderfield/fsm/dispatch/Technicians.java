package io.orderfield.fsm.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where technicians are kept. */
public interface Technicians {
    Optional<Technician> find(String username);

    /**
     * The same, locked until the end of the transaction: of two dispatchers who give work to one technician at once, the
     * second sees the visit that the first one planned. Lock the work order before, never after.
     */
    Optional<Technician> lock(String username);

    /** All of them by name, retired ones too. */
    List<Technician> all();

    /** User names of the technicians that a field system acts for. */
    Set<String> ofFieldSystem(String user);

    void add(Technician technician);
}
