package dev.clickpath.storefront.media;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.storefront.assets.Fingerprinted;
import dev.clickpath.storefront.cdn.Cdn;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * All pictures, by their key: a drawing and its colourway, {@code kettle/forest}, or a
 * piece of the shop's own art, {@code art/empty-basket}. Each is painted when it is first
 * asked for and kept; there are only as many as drawings times colourways. What is not
 * there is a plain parcel.
 */
public final class Media {

	private static final String PARCEL = "parcel";

	private static final String ART = "art/";

	private static final MediaType SVG = new MediaType("image", "svg+xml");

	private final Map<String, String> drawings;

	private final Map<String, String> art;

	private final Colourways colourways;

	private final Map<String, Picture> pictures = new ConcurrentHashMap<>();

	private final Picture parcel;

	Media(Map<String, String> drawings, Map<String, String> art, String parcel, Colourways colourways) {
		this.drawings = drawings;
		this.art = art;
		this.colourways = colourways;
		this.parcel = picture(PARCEL, parcel);
		this.pictures.put(PARCEL, this.parcel);
	}

	/**
	 * The address of a product's picture.
	 * @param key the drawing and its colourway, or null when the product has none
	 * @param cdn where the shopper fetches it
	 */
	public String url(@Nullable String key, Cdn cdn) {
		return cdn.url(((key != null) ? find(key).orElse(this.parcel) : this.parcel).path());
	}

	/**
	 * The address of a piece of art.
	 */
	public String art(String name, Cdn cdn) {
		return url(ART + name, cdn);
	}

	/**
	 * The picture, when key and fingerprint belong together.
	 */
	Optional<Fingerprinted> file(String key, String fingerprint) {
		return find(key).map(Picture::file).filter((file) -> file.fingerprint().equals(fingerprint));
	}

	private Optional<Picture> find(String key) {
		Picture known = this.pictures.get(key);
		if (known != null) {
			return Optional.of(known);
		}
		return content(key).map((content) -> this.pictures.computeIfAbsent(key, (same) -> picture(same, content)));
	}

	private Optional<String> content(String key) {
		if (key.startsWith(ART)) {
			return Optional.ofNullable(this.art.get(key.substring(ART.length())));
		}
		int slash = key.indexOf('/');
		if (slash < 0) {
			return Optional.empty();
		}
		return Optional.ofNullable(this.drawings.get(key.substring(0, slash)))
			.flatMap((drawing) -> this.colourways.paint(drawing, key.substring(slash + 1)));
	}

	private Picture picture(String key, String content) {
		Fingerprinted file = Fingerprinted.of(content.getBytes(StandardCharsets.UTF_8), SVG);
		return new Picture(file, "/media/" + key + "." + file.fingerprint() + ".svg");
	}

	private record Picture(Fingerprinted file, String path) {
	}

}
