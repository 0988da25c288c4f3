package dev.clickpath.storefront.media;

import dev.clickpath.storefront.assets.Fingerprinted;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the pictures.
 */
@RestController
class MediaController {

	private final Media media;

	MediaController(Media media) {
		this.media = media;
	}

	@GetMapping("/media/{name:[a-z0-9-]+}.{fingerprint:[0-9a-f]+}.svg")
	ResponseEntity<byte[]> picture(@PathVariable String name, @PathVariable String fingerprint) {
		return answer(name, fingerprint);
	}

	@GetMapping("/media/{drawing:[a-z0-9-]+}/{name:[a-z0-9-]+}.{fingerprint:[0-9a-f]+}.svg")
	ResponseEntity<byte[]> picture(@PathVariable String drawing, @PathVariable String name,
			@PathVariable String fingerprint) {
		return answer(drawing + "/" + name, fingerprint);
	}

	@GetMapping("/media/**")
	ResponseEntity<byte[]> unknown() {
		return Fingerprinted.missing();
	}

	private ResponseEntity<byte[]> answer(String key, String fingerprint) {
		return this.media.file(key, fingerprint).map(Fingerprinted::answer).orElseGet(Fingerprinted::missing);
	}

}
