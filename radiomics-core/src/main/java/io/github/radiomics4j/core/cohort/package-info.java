/** A folder of patients: which files belong to which case, and their features as tables, through kills and reruns. */
package io.github.radiomics4j.core.cohort;
