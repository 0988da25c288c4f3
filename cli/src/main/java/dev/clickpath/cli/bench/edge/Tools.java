package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import dev.clickpath.cli.bench.Wrk;
import dev.clickpath.cli.process.Executables;

/**
 * The programs of this machine that take part, looked for before anything is started.
 *
 * @param wrk the load tool, where it is needed
 * @param h2load the load tool over TLS, where that is measured
 * @param peers the other caches and where they are
 */
record Tools(Optional<Path> wrk, Optional<Path> h2load, Map<Peer, Path> peers) {

	/**
	 * Finds what those parts need, and tells what is left out.
	 * @param path the folders to look in, as the variable {@code PATH} lists them
	 */
	static Tools find(Set<Part> parts, String path, Consumer<String> progress) {
		Optional<Path> wrk = parts.contains(Part.HITS) ? Optional.of(Wrk.find(path)) : Optional.empty();
		Optional<Path> h2load = parts.contains(Part.TLS) ? Executables.find("h2load", path) : Optional.empty();
		if (parts.contains(Part.TLS) && h2load.isEmpty()) {
			progress.accept(
					"The load tool h2load is missing, so TLS was left out; install it with \"apt-get install nghttp2-client\".");
		}
		Tools tools = new Tools(wrk, h2load, new LinkedHashMap<>());
		tools.addPeers(path, progress);
		return tools;
	}

	private void addPeers(String path, Consumer<String> progress) {
		List<String> missing = new ArrayList<>();
		for (Peer peer : Peer.all()) {
			if (cases().stream().anyMatch(peer::takes)) {
				Executables.find(peer.program(), path)
					.ifPresentOrElse((found) -> this.peers.put(peer, found),
							() -> missing
								.add("%s is not installed and was left out; install it with \"apt-get install %s\"."
									.formatted(peer.program(), peer.distribution())));
			}
		}
		missing.stream().distinct().forEach(progress);
	}

	/** What can be measured with them. */
	List<Case> cases() {
		List<Case> cases = new ArrayList<>();
		if (this.wrk.isPresent()) {
			cases.addAll(Case.hits());
		}
		if (this.h2load.isPresent()) {
			cases.addAll(Case.encrypted());
		}
		return cases;
	}

}
