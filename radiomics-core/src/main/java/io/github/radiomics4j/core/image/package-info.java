/** What enters: images and masks over ImgLib2, and where their voxels lie. Axes are x, y, z with x fastest; lengths in mm. */
package io.github.radiomics4j.core.image;
