package io.github.radiomics4j.core.feature;

import java.util.Optional;

/**
 * A feature family.
 *
 * @param name lower case with underscores, such as {@code glcm}
 * @param ibsiCode the family's code, where the standard has the family
 */
public record FamilyId(String name, Optional<IbsiCode> ibsiCode) {

    /**
     * Checks the name.
     *
     * @param name lower case with underscores, such as {@code glcm}
     * @param ibsiCode the family's code, where the standard has the family
     */
    public FamilyId {
        FeatureId.requireName(name, "family name");
    }

    /**
     * A family of the IBSI manual.
     *
     * @param name lower case with underscores
     * @param code the family's IBSI code
     * @return the id
     */
    public static FamilyId standard(String name, String code) {
        return new FamilyId(name, Optional.of(new IbsiCode(code)));
    }

    /**
     * A family that the standard does not have.
     *
     * @param name lower case with underscores; prefix it with your group's name
     * @return the id
     */
    public static FamilyId custom(String name) {
        return new FamilyId(name, Optional.empty());
    }

    @Override
    public String toString() {
        return name;
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public boolean equals(Object other) {
        return other instanceof FamilyId o && name.equals(o.name) && ibsiCode.equals(o.ibsiCode);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + ibsiCode.hashCode();
    }
}
