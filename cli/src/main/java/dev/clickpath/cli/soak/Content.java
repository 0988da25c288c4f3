package dev.clickpath.cli.soak;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The body of a version of a resource: a function of both, in which every eight bytes are
 * known by their position. It is never kept, so that 32 MB cost no memory, and any part
 * of it can be made by itself.
 *
 * @param length how many bytes
 * @param seed of path and version
 * @param text whether it is text, which compresses, or noise, which does not
 */
record Content(long length, long seed, boolean text) {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final int WORD = Long.BYTES;

	private static final long[] WORDS = words("color:  ", "margin: ", "padding ", "border: ", "display;", "flex: 1 ",
			"  0px;\n\t", " auto;\n\t", "} .a1 {\n", "#ff8800 ", "content ", "inherit;", "/* one */", "0.75rem ",
			"solid   ", "@media  ");

	static Content of(String path, long version, long length, boolean text) {
		return new Content(length, mix(path.hashCode() * 0x9e3779b97f4a7c15L + version), text);
	}

	/**
	 * Writes a part of it, as long as the array.
	 * @param position where in the content the part begins
	 */
	void write(long position, byte[] target, int length) {
		int done = 0;
		while (done < length && (position + done) % WORD != 0) {
			target[done] = at(position + done);
			done++;
		}
		for (; done + WORD <= length; done += WORD) {
			LONGS.set(target, done, word((position + done) / WORD));
		}
		for (; done < length; done++) {
			target[done] = at(position + done);
		}
	}

	private byte at(long position) {
		return (byte) (word(position / WORD) >>> (Byte.SIZE * (int) (position % WORD)));
	}

	private long word(long index) {
		long random = mix(this.seed + index);
		return this.text ? WORDS[(int) (random & (WORDS.length - 1))] : random;
	}

	/** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
	private static long mix(long value) {
		long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

	private static long[] words(String... texts) {
		long[] words = new long[texts.length];
		for (int i = 0; i < texts.length; i++) {
			words[i] = (long) LONGS.get(texts[i].getBytes(StandardCharsets.US_ASCII), 0);
		}
		return words;
	}

}
