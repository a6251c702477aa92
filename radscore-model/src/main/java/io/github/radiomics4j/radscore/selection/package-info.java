/** Selection steps of a recipe; each looks at training rows only. */
package io.github.radiomics4j.radscore.selection;
