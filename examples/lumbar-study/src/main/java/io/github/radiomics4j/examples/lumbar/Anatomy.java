package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.examples.lumbar.CaseDraws.Purpose;

/**
 * Shapes around one disc, in mm: x to the patient's left, y to the back, z to the head, 0 in the middle of the spinal canal at the
 * height of the disc. In front of the canal lies the disc between two vertebral bodies, behind it lamina and spinous process with
 * multifidus and, further out, erector spinae on both sides, then fat under the skin.
 */
final class Anatomy {
    private static final double PLATE_THICKNESS = 1.5;
    private static final double CANAL_WIDTH = 10;
    private static final double CANAL_DEPTH = 8;

    private final double size;
    private final double discHeight;
    private final double bodyHalfWidth;
    private final double bodyHalfDepth;
    private final double leftMuscle;
    private final double rightMuscle;
    private final double skin;
    private final double shiftX;
    private final double shiftY;
    private final double shiftZ;
    private final double cosine;
    private final double sine;

    private Anatomy(Traits traits, CaseDraws draws) {
        size = 1 + 0.05 * draws.moderate();
        discHeight = Math.max(7.5, 11 - 0.8 * (traits.pfirrmann() - 3) + 0.9 * draws.moderate());
        bodyHalfWidth = size * (23 + 1.2 * draws.moderate());
        bodyHalfDepth = size * (16.5 + 0.9 * draws.moderate());
        leftMuscle = size * (1 + 0.07 * draws.moderate());
        rightMuscle = size * (1 + 0.07 * draws.moderate());
        skin = 46 + 1.5 * draws.moderate();
        shiftX = 1.5 * draws.moderate();
        shiftY = 1.2 * draws.moderate();
        shiftZ = 1.5 * draws.moderate();
        double angle = StrictMath.toRadians(1.5 * draws.moderate());
        cosine = StrictMath.cos(angle);
        sine = StrictMath.sin(angle);
    }

    static Anatomy draw(Traits traits, long cohortSeed, int caseIndex) {
        return new Anatomy(traits, CaseDraws.of(cohortSeed, caseIndex, Purpose.ANATOMY));
    }

    /** What lies at a point, given in mm from the middle of the image. */
    Tissue at(double fromMiddleX, double fromMiddleY, double fromMiddleZ) {
        double x = cosine * (fromMiddleX - shiftX) + sine * (fromMiddleY - shiftY);
        double y = cosine * (fromMiddleY - shiftY) - sine * (fromMiddleX - shiftX);
        double z = fromMiddleZ - shiftZ;
        double side = Math.abs(x);
        boolean left = x > 0;
        if (y > skin - x * x / 450) {
            return Tissue.FAT;
        }
        if (ellipse(side, y, 0, 0, CANAL_WIDTH * size, CANAL_DEPTH * size) <= 1) {
            return Tissue.SPINAL_CANAL;
        }
        if (bodyRadius(x, y) <= 1) {
            double fromDisc = Math.abs(z) - discHeight / 2;
            return fromDisc <= 0 ? Tissue.DISC : fromDisc <= PLATE_THICKNESS ? Tissue.COMPACT_BONE : Tissue.VERTEBRA;
        }
        if (isPosteriorArch(side, y)) {
            return Tissue.COMPACT_BONE;
        }
        double scale = left ? leftMuscle : rightMuscle;
        double multifidus = ellipse(side, y, 14 * size, 26 * size, 10.5 * scale, 13.5 * scale);
        if (multifidus <= 1) {
            return left ? Tissue.LEFT_MULTIFIDUS : Tissue.RIGHT_MULTIFIDUS;
        }
        if (multifidus > 1.25 && ellipse(side, y, 38 * size, 21 * size, 17 * scale, 15 * scale) <= 1) {
            return left ? Tissue.LEFT_ERECTOR_SPINAE : Tissue.RIGHT_ERECTOR_SPINAE;
        }
        if (ellipse(side, y, 39 * size, -20 * size, 13 * scale, 16 * scale) <= 1) {
            return Tissue.PSOAS;
        }
        return y < -6 ? Tissue.ABDOMEN : Tissue.FAT;
    }

    /** Lamina around the canal, facet joints beside it, the spinous process behind it. */
    private boolean isPosteriorArch(double side, double y) {
        boolean lamina = y > -2 && ellipse(side, y, 0, 0, 1.35 * CANAL_WIDTH * size, 1.4 * CANAL_DEPTH * size) <= 1;
        boolean facet = ellipse(side, y, 17 * size, 4 * size, 8 * size, 6.5 * size) <= 1;
        return lamina || facet || y > 0 && y < 41 * size && side < 2.8 * size;
    }

    /** 0 in the middle of the disc or vertebral body, 1 on its outline. */
    private double bodyRadius(double x, double y) {
        double u = Math.abs(x) / bodyHalfWidth;
        double v = Math.abs(y + CANAL_DEPTH * size + bodyHalfDepth - 1) / bodyHalfDepth;
        return u * u * u + v * v * v;
    }

    /** How much of the signal of the nucleus pulposus a point of the disc has: 1 in its middle, 0 in the annulus. */
    double nucleus(double fromMiddleX, double fromMiddleY) {
        double x = cosine * (fromMiddleX - shiftX) + sine * (fromMiddleY - shiftY);
        double y = cosine * (fromMiddleY - shiftY) - sine * (fromMiddleX - shiftX);
        double u = x / bodyHalfWidth;
        double v = (y + CANAL_DEPTH * size + bodyHalfDepth - 1) / bodyHalfDepth;
        double t = Math.max(0, Math.min(1, (0.75 - Math.sqrt(u * u + v * v)) / 0.4));
        return t * t * (3 - 2 * t);
    }

    private static double ellipse(double x, double y, double centreX, double centreY, double halfX, double halfY) {
        double u = (x - centreX) / halfX;
        double v = (y - centreY) / halfY;
        return u * u + v * v;
    }
}
