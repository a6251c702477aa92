/**
 * A clinical study in one call: scores of several structures and of all together, their validation, and their comparison with what
 * clinicians know already. {@link io.github.radiomics4j.validation.study.StudyAnalysis} is the way in.
 */
package io.github.radiomics4j.validation.study;
