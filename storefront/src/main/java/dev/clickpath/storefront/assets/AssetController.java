package dev.clickpath.storefront.assets;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the assets, and the one file browsers look for by themselves.
 */
@RestController
class AssetController {

	private final Assets assets;

	AssetController(Assets assets) {
		this.assets = assets;
	}

	@GetMapping("/assets/{*name}")
	ResponseEntity<byte[]> asset(@PathVariable String name) {
		return this.assets.find("/assets" + name).map(Fingerprinted::answer).orElseGet(Fingerprinted::missing);
	}

	@GetMapping("/favicon.ico")
	ResponseEntity<byte[]> favicon() {
		return this.assets.file("favicon.svg").map(Fingerprinted::answerForADay).orElseGet(Fingerprinted::missing);
	}

}
