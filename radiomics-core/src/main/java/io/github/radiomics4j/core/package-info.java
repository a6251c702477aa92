/** Numbers out of images: the packages below follow the order of the IBSI manual. */
package io.github.radiomics4j.core;
