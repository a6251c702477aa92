/** Whether features hold when measured again: intraclass correlation and the filter on it. */
package io.github.radiomics4j.radscore.reliability;
