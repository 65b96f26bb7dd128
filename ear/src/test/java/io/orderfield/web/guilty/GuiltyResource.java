package io.orderfield.web.guilty;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.guilty.GuiltyService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Guilty: a call without a right, one that asks for another right than its service, one of a service for everybody; and none takes a key. */
@Path("/guilty")
public class GuiltyResource {
    GuiltyService service = new GuiltyService();

    @GET
    public void forgotten() {
        service.forgotten();
    }

    @POST
    @May(Right.MANAGE_USERS)
    public void open() {
        service.open();
    }
}
