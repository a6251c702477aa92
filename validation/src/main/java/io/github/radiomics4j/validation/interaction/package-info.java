/** Whether two scores, of disc and muscle say, act together: product terms, groups by cut-offs, and measures on the additive scale. */
package io.github.radiomics4j.validation.interaction;
