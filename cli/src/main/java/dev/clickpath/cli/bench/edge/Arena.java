package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.application.StandaloneEdge;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;
import dev.clickpath.cli.process.Companion;
import dev.clickpath.cli.process.Cores;
import org.jspecify.annotations.Nullable;

/**
 * Starts the edge and those of its peers that are installed here, all before the same
 * origin.
 */
final class Arena {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Workbench workbench;

	private final AssetOrigin origin;

	private final Cores cores;

	private final @Nullable Tls tls;

	Arena(Workbench workbench, AssetOrigin origin, Cores cores, @Nullable Tls tls) {
		this.workbench = workbench;
		this.origin = origin;
		this.cores = cores;
		this.tls = tls;
	}

	/**
	 * Everyone who takes part, ready.
	 */
	List<Contestant> open(Map<Peer, Path> peers) {
		List<Contestant> contestants = new ArrayList<>();
		contestants.add(edge());
		peers.forEach((peer, executable) -> contestants.add(peer(peer, executable)));
		return contestants;
	}

	private Contestant edge() {
		StandaloneEdge edge = this.workbench.put(StandaloneEdge.start(Place.current(),
				new StandaloneEdge.Setup(this.origin.port(), this.workbench.folder(Contestant.EDGE).resolve("edge.log"),
						this.cores.server(), List.of(), Map.of(),
						(this.tls != null) ? this.tls.certificates() : null)));
		return new Contestant(Contestant.EDGE, edge.process(), edge.port(), edge.tlsPort(), (test) -> true);
	}

	private Contestant peer(Peer peer, Path executable) {
		String name = peer.name().replaceAll("\\W+", "-");
		Path folder = this.workbench.folder(name);
		Site site = new Site(folder, this.workbench.fastFolder(name), FreePorts.any(), FreePorts.any(),
				this.origin.port(), this.cores.count(), this.tls);
		List<String> command = new ArrayList<>(this.cores.server());
		command.addAll(peer.configure(executable, site));
		Companion companion = this.workbench
			.put(Companion.start(peer.name(), command, Map.of(), folder, folder.resolve("output.log")));
		companion.await(() -> answers(site.port()), PATIENCE);
		return new Contestant(peer.name(), companion.handle(), site.port(), site.tlsPort(), peer::takes);
	}

	private static boolean answers(int port) {
		try (Wire wire = Wire.open(port, PATIENCE)) {
			Reply reply = wire.ask("GET", Asset.SMALL.path(), Map.of());
			reply.body().readAllBytes();
			return reply.status() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
