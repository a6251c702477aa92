package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.morphology.EnclosingBodies.Bodies;
import java.util.function.ToDoubleFunction;

/**
 * The features of {@link EnclosingBodies}: how much of a body around the region the mesh fills, V and A being its volume and surface
 * area. Their ids carry no IBSI code, since the standard describes them without agreed reference values.
 */
public enum EnclosingBodiesFeature implements FeatureDefinition<Bodies> {
    /** Volume density by the oriented minimum bounding box (ZH1A in the manual): V by the volume of the box. */
    VOLUME_DENSITY_ORIENTED_MINIMUM_BOUNDING_BOX(b -> b.mesh().volume() / b.box().volume()),
    /** Area density by the oriented minimum bounding box (IQYR in the manual): A by the area of the box. */
    AREA_DENSITY_ORIENTED_MINIMUM_BOUNDING_BOX(b -> b.mesh().area() / b.box().area()),
    /** Volume density by the minimum volume enclosing ellipsoid (SWZ1 in the manual): V by {@code 4π abc / 3}. */
    VOLUME_DENSITY_MINIMUM_VOLUME_ENCLOSING_ELLIPSOID(b -> b.mesh().volume() / b.ellipsoid().volume()),
    /**
     * Area density by the minimum volume enclosing ellipsoid (BRI8 in the manual): A by the series of
     * {@link MorphologyFeature#AREA_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID}.
     */
    AREA_DENSITY_MINIMUM_VOLUME_ENCLOSING_ELLIPSOID(b -> b.mesh().area() / b.ellipsoid().area());

    private final FeatureId id;
    private final ToDoubleFunction<Bodies> formula;

    EnclosingBodiesFeature(ToDoubleFunction<Bodies> formula) {
        this.id = FeatureId.custom(EnclosingBodies.ID, name(), "1");
        this.formula = formula;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(Bodies bodies) {
        return formula.applyAsDouble(bodies);
    }
}
