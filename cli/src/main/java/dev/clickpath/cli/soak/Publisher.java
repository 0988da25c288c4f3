package dev.clickpath.cli.soak;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * Changes what the origin has, has the edge forget the old, and looks at once whether it
 * did.
 */
final class Publisher {

	private static final int LOOKS = 3;

	private final Shelf shelf;

	private final Ledger ledger;

	private final Tally tally;

	private final @Nullable PurgeClient purges;

	private final URI site;

	private final RandomGenerator random;

	/**
	 * A publisher.
	 * @param purges null when nothing is purged
	 * @param site the edge's address, as clients name it
	 */
	Publisher(Shelf shelf, Ledger ledger, Tally tally, @Nullable PurgeClient purges, URI site, RandomGenerator random) {
		this.shelf = shelf;
		this.ledger = ledger;
		this.tally = tally;
		this.purges = purges;
		this.site = site;
		this.random = random;
	}

	/** How a purge is asked for. */
	@FunctionalInterface
	private interface Call {

		int send(PurgeClient client, boolean soft) throws IOException;

	}

	/**
	 * Publishes something, and lets the client ask for some of it.
	 */
	void publish(Client client) {
		int dice = this.random.nextInt(100);
		if (dice < 15) {
			this.ledger.publish(this.shelf.anySmall(this.random));
		}
		else if (dice < 75) {
			Resource resource = (this.random.nextInt(50) == 0) ? this.shelf.anyLarge(this.random)
					: this.shelf.anySmall(this.random);
			purge("url", List.of(resource), (purges, soft) -> purges.purgeUrl(this.site.resolve(resource.path()), soft),
					client);
		}
		else if (dice < 98) {
			List<String> tags = (this.random.nextInt(3) == 0)
					? List.of(this.shelf.anyTag(this.random), this.shelf.anyTag(this.random))
					: List.of(this.shelf.anyTag(this.random));
			purge("tags", this.shelf.tagged(tags), (purges, soft) -> purges.purgeTags(tags, soft), client);
		}
		else {
			purge("everything", this.shelf.all(), PurgeClient::purgeEverything, client);
		}
	}

	private void purge(String kind, Collection<Resource> resources, Call call, Client client) {
		Map<Resource, Long> versions = new LinkedHashMap<>();
		resources.forEach((resource) -> versions.put(resource, this.ledger.publish(resource)));
		if (this.purges == null) {
			return;
		}
		boolean soft = this.random.nextInt(3) == 0;
		try {
			int status = call.send(this.purges, soft);
			if (status != 200) {
				this.tally.wrong("purge of %s was answered %d".formatted(kind, status));
				return;
			}
		}
		catch (IOException ex) {
			this.tally.wrong("purge of %s was not answered (%s)".formatted(kind, ex));
			return;
		}
		this.tally.purged(soft ? kind + " (soft)" : kind);
		versions.forEach((resource, version) -> this.ledger.purged(resource, version, soft));
		versions.keySet()
			.stream()
			.filter((resource) -> !resource.isLarge())
			.limit(LOOKS)
			.forEach((resource) -> client.ask(Ask.plainly(Kind.AFTER_PURGE, resource)));
	}

}
