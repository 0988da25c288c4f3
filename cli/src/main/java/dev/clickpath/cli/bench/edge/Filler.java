package dev.clickpath.cli.bench.edge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Stylesheets of any length: text that compresses about as well as real ones do. Each
 * begins with its path, so that no two are alike.
 */
final class Filler {

	private static final int LONGEST = 128 * 1024;

	private static final long SEED = 20_260_101;

	private static final List<String> PROPERTIES = List.of("color", "margin", "padding", "border-radius", "display",
			"grid-template-columns", "font-size", "line-height", "background", "transition");

	private static final byte[] TEXT = text();

	private Filler() {
	}

	static byte[] body(String path, int length) {
		byte[] body = new byte[length];
		byte[] start = "/* %s */\n".formatted(path).getBytes(StandardCharsets.UTF_8);
		int used = Math.min(start.length, length);
		System.arraycopy(start, 0, body, 0, used);
		System.arraycopy(TEXT, 0, body, used, length - used);
		return body;
	}

	private static byte[] text() {
		Random random = new Random(SEED);
		StringBuilder text = new StringBuilder(LONGEST + 128);
		while (text.length() < LONGEST) {
			text.append(".c").append(Integer.toHexString(random.nextInt(1 << 16))).append(" {\n");
			for (int line = random.nextInt(4); line >= 0; line--) {
				text.append('\t')
					.append(PROPERTIES.get(random.nextInt(PROPERTIES.size())))
					.append(": ")
					.append(random.nextInt(1_000))
					.append("px;\n");
			}
			text.append("}\n");
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
