package io.github.radiomics4j.validation.study;

/**
 * How a study's scores are validated. Where the data name patients, whole patients are left out, dealt to folds and drawn, never single
 * cases of one.
 */
public sealed interface ValidationPlan {

    /**
     * The plan in words, by which results are found.
     *
     * @return such as {@code 10-fold, 10 repeats}
     */
    String label();

    /** Each case, or each patient, is held out once and all others train. */
    record LeaveOneOut() implements ValidationPlan {
        @Override
        public String label() {
            return "leave-one-out";
        }
    }

    /**
     * Folds of nearly the same share of events, drawn anew in every repeat.
     *
     * @param folds at least 2; not more than there are cases, or patients, of the rarer outcome
     * @param repeats at least 1
     */
    record KFold(int folds, int repeats) implements ValidationPlan {

        /**
         * Checks the numbers.
         *
         * @param folds at least 2; not more than there are cases, or patients, of the rarer outcome
         * @param repeats at least 1
         */
        public KFold {
            if (folds < 2 || repeats < 1) {
                throw new IllegalArgumentException("at least 2 folds and 1 repeat are needed, were " + folds + " and " + repeats);
            }
        }

        @Override
        public String label() {
            return folds + "-fold" + (repeats == 1 ? "" : ", " + repeats + " repeats");
        }
    }

    /**
     * Harrell's bootstrap: apparent performance less optimism.
     *
     * @param samples at least 1; 200 and more for an estimate
     */
    record Bootstrap(int samples) implements ValidationPlan {

        /**
         * Checks the number.
         *
         * @param samples at least 1; 200 and more for an estimate
         */
        public Bootstrap {
            if (samples < 1) {
                throw new IllegalArgumentException("at least 1 bootstrap sample is needed, was " + samples);
            }
        }

        @Override
        public String label() {
            return "bootstrap, " + samples + " samples";
        }
    }
}
