/** What a study found as a page for readers, {@link io.github.radiomics4j.validation.study.page.StudyPage}. */
package io.github.radiomics4j.validation.study.page;
