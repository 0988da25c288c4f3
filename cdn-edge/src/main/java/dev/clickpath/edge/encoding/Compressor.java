package dev.clickpath.edge.encoding;

/**
 * Makes one coding.
 */
@FunctionalInterface
interface Compressor {

	byte[] compress(byte[] plain, Effort effort);

}
