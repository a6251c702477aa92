/** Whether a selection holds when cases are drawn again: indices of stability, and selection by it. */
package io.github.radiomics4j.radscore.stability;
