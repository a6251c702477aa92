package io.github.radiomics4j.core.feature;

import java.util.Locale;
import java.util.Optional;

/**
 * A feature within its family.
 *
 * @param family the family
 * @param name lower case with underscores, such as {@code joint_entropy}
 * @param ibsiCode the feature's code, where it is standardised
 * @param unit {@code 1} for pure numbers, {@code intensity} for the unit of the image, {@code bit}, {@code mm} …
 */
public record FeatureId(FamilyId family, String name, Optional<IbsiCode> ibsiCode, String unit) {

    /**
     * Checks the name.
     *
     * @param family the family
     * @param name lower case with underscores, such as {@code joint_entropy}
     * @param ibsiCode the feature's code, where it is standardised
     * @param unit {@code 1} for pure numbers, {@code intensity} for the unit of the image, {@code bit}, {@code mm} …
     */
    public FeatureId {
        requireName(name, "feature name");
    }

    /**
     * A standardised feature.
     *
     * @param family the family
     * @param constantName the enum constant's name; turned to lower case
     * @param code the IBSI code
     * @param unit the unit, {@code 1} for pure numbers
     * @return the id
     */
    public static FeatureId standard(FamilyId family, String constantName, String code, String unit) {
        return new FeatureId(family, constantName.toLowerCase(Locale.ROOT), Optional.of(new IbsiCode(code)), unit);
    }

    /**
     * A feature that the standard does not have.
     *
     * @param family the family
     * @param name the feature's name; turned to lower case
     * @param unit the unit, {@code 1} for pure numbers
     * @return the id
     */
    public static FeatureId custom(FamilyId family, String name, String unit) {
        return new FeatureId(family, name.toLowerCase(Locale.ROOT), Optional.empty(), unit);
    }

    static void requireName(String name, String what) {
        boolean sound = !name.isEmpty() && name.charAt(0) != '_' && name.charAt(0) != '-';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            sound &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-';
        }
        if (!sound) {
            throw new IllegalArgumentException(what + " may hold a-z, 0-9, _ and - only, was \"" + name + "\"");
        }
    }

    @Override
    public String toString() {
        return family + "." + name;
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureId o && family.equals(o.family) && name.equals(o.name) && ibsiCode.equals(o.ibsiCode)
                && unit.equals(o.unit);
    }

    @Override
    public int hashCode() {
        return 31 * family.hashCode() + name.hashCode();
    }
}
