package dev.clickpath.storefront.assets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.storefront.cdn.Cdn;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * All assets, each under a name that carries its fingerprint. What a stylesheet or a
 * module refers to by a relative name is fingerprinted first and the name replaced, so
 * that a change anywhere changes every name that leads there; relative names stay
 * relative and hold on any host.
 */
public final class Assets {

	private static final String FOLDER = "/assets/";

	private static final Pattern IN_STYLE = Pattern
		.compile("(?:url\\(\\s*|@import\\s+)[\"']?(?<name>(?![a-z]+:|/|#)[^\"')\\s;]+)");

	private static final Pattern IN_MODULE = Pattern
		.compile("(?:\\bfrom\\s*|\\bimport\\s*\\(?\\s*)[\"'](?<name>\\.{1,2}/[^\"']+)[\"']");

	private static final Map<String, MediaType> TYPES = Map.of("css",
			new MediaType("text", "css", StandardCharsets.UTF_8), "js",
			new MediaType("text", "javascript", StandardCharsets.UTF_8), "svg", new MediaType("image", "svg+xml"),
			"woff2", new MediaType("font", "woff2"), "png", MediaType.IMAGE_PNG, "webp", new MediaType("image", "webp"),
			"json", MediaType.APPLICATION_JSON, "webmanifest", new MediaType("application", "manifest+json"));

	private final Map<String, String> names = new HashMap<>();

	private final Map<String, Fingerprinted> assets = new HashMap<>();

	Assets(Map<String, byte[]> files) {
		for (String path : files.keySet()) {
			add(path, files, new ArrayDeque<>());
		}
	}

	/**
	 * The address of an asset.
	 * @param path where it lies: {@code css/shop.css}
	 * @param cdn where the shopper fetches it
	 */
	public String url(String path, Cdn cdn) {
		String name = this.names.get(path);
		if (name == null) {
			throw new IllegalArgumentException("There is no asset \"" + path + "\"; add the file or mend the name");
		}
		return cdn.url(name);
	}

	/**
	 * The asset without its address, for the few fixed ones.
	 */
	public Optional<Fingerprinted> file(String path) {
		return Optional.ofNullable(this.names.get(path)).flatMap(this::find);
	}

	/**
	 * The asset under a name: {@code /assets/css/shop-0123456789abcdef.css}.
	 */
	Optional<Fingerprinted> find(String name) {
		return Optional.ofNullable(this.assets.get(name));
	}

	private String add(String path, Map<String, byte[]> files, Deque<String> referrers) {
		String known = this.names.get(path);
		if (known != null) {
			return known;
		}
		byte[] content = files.get(path);
		if (content == null) {
			throw new IllegalStateException("The asset " + referrers.peek() + " refers to " + path
					+ ", which is not there; add the file or mend the name");
		}
		if (referrers.contains(path)) {
			throw new IllegalStateException(
					"The assets " + path + " and " + referrers.peek() + " refer to each other; take out one reference");
		}
		referrers.push(path);
		Fingerprinted asset = Fingerprinted.of(withNamesReplaced(path, content, files, referrers), type(path));
		referrers.pop();
		String name = FOLDER + StringUtils.stripFilenameExtension(path) + "-" + asset.fingerprint() + "."
				+ extension(path);
		this.assets.put(name, asset);
		this.names.put(path, name);
		return name;
	}

	private byte[] withNamesReplaced(String path, byte[] content, Map<String, byte[]> files, Deque<String> referrers) {
		Pattern references = switch (extension(path)) {
			case "css" -> IN_STYLE;
			case "js" -> IN_MODULE;
			default -> null;
		};
		if (references == null) {
			return content;
		}
		String text = new String(content, StandardCharsets.UTF_8);
		StringBuilder replaced = new StringBuilder();
		int done = 0;
		for (Matcher matcher = references.matcher(text); matcher.find();) {
			String reference = matcher.group("name");
			String target = add(resolve(path, reference), files, referrers);
			replaced.append(text, done, matcher.start("name"))
				.append(StringUtils.applyRelativePath(reference, StringUtils.getFilename(target)));
			done = matcher.end("name");
		}
		return replaced.append(text, done, text.length()).toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String resolve(String path, String reference) {
		return StringUtils.cleanPath(StringUtils.applyRelativePath(path, reference));
	}

	private static MediaType type(String path) {
		return TYPES.getOrDefault(extension(path), MediaType.APPLICATION_OCTET_STREAM);
	}

	private static String extension(String path) {
		@Nullable String extension = StringUtils.getFilenameExtension(path);
		return (extension != null) ? extension : "";
	}

}
