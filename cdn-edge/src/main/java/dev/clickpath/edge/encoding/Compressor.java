package dev.clickpath.edge.encoding;

/**
 * Makes one coding. Slow and thorough: a stored body is compressed once and sent often.
 */
@FunctionalInterface
interface Compressor {

	byte[] compress(byte[] plain);

}
