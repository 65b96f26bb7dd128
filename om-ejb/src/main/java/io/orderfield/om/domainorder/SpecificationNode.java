package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A domain order's node of the line item's specification tree: what is to be made, how many of it, as a part of what. */
@Embeddable
public class SpecificationNode {
    @Column(name = "parent_id", updatable = false)
    private @Nullable UUID parentId;

    @Column(name = "parent", updatable = false)
    private @Nullable String parent;

    @Column(name = "depth", updatable = false)
    private int depth;

    @Column(name = "specification", updatable = false)
    private String specification;

    @Column(name = "factor", updatable = false)
    private int factor;

    protected SpecificationNode() {
        // for JPA
    }

    SpecificationNode(@Nullable DomainOrder parent, String specification, int factor) {
        this.parentId = parent == null ? null : parent.id();
        this.parent = parent == null ? null : parent.number();
        this.depth = parent == null ? 0 : parent.node().depth() + 1;
        this.specification = specification;
        this.factor = factor;
    }

    int quantityFor(int itemQuantity, String lineItem) {
        try {
            return Math.multiplyExact(itemQuantity, factor);
        } catch (ArithmeticException e) {
            throw Refusal.conflict("quantity-too-large")
                    .with("specification", specification)
                    .with("lineItem", lineItem);
        }
    }

    @Nullable
    public UUID parentId() {
        return parentId;
    }

    @Nullable
    String parent() {
        return parent;
    }

    /** 0 at the top. */
    public int depth() {
        return depth;
    }

    String specification() {
        return specification;
    }
}
