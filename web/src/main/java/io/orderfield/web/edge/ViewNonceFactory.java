package io.orderfield.web.edge;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import org.primefaces.csp.CspState;

/** Puts our {@link ViewNonce} where PrimeFaces looks for its state, before it makes one of its own. */
public class ViewNonceFactory extends FacesContextFactory {
    public ViewNonceFactory(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        FacesContext faces = getWrapped().getFacesContext(context, request, response, lifecycle);
        faces.getAttributes().put(CspState.class.getName(), new ViewNonce(faces));
        return faces;
    }
}
