/** Cases times features: the table that selection, fitting and validation read, its CSV file and its data dictionary. */
package io.github.radiomics4j.core.table;
