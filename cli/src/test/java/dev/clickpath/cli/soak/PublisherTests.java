package dev.clickpath.cli.soak;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.clickpath.cli.house.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PublisherTests {

	private static final int PUBLICATIONS = 60;

	private static final String TOKEN = "secret";

	private final Shelf shelf = new Shelf(new Random(1));

	private final Ledger ledger = new Ledger(InstantSource.system(), Duration.ofSeconds(5));

	private final List<String> alarms = new ArrayList<>();

	private final Tally tally = new Tally(this.alarms::add);

	private final StandInPurges edge = new StandInPurges(TOKEN);

	private final FaultyOrigin origin = new FaultyOrigin(FreePorts.any(), this.shelf, this.ledger, this.tally,
			() -> Fault.NONE);

	private final Client client = new Client(this.origin.port(), this.ledger, new Judge(this.ledger), this.tally);

	@AfterEach
	void close() {
		this.client.close();
		this.origin.close();
		this.edge.close();
	}

	@Test
	void purgesInEveryWay() {
		publish(TOKEN);
		assertThat(this.alarms).isEmpty();
		assertThat(this.edge.bodies()).anyMatch((body) -> body.matches("\\{\"url\":\"http://127.0.0.1:1/small/\\d+\"}"))
			.anyMatch((body) -> body.matches("\\{\"tags\":\\[\"tag-\\d+\"]}"))
			.anyMatch((body) -> body.matches("\\{\"tags\":\\[\"[^\"]+\",\"[^\"]+\"](,\"soft\":true)?}"))
			.anyMatch((body) -> body.startsWith("{\"everything\":true"))
			.anyMatch((body) -> body.endsWith(",\"soft\":true}"));
	}

	@Test
	void afterAPurgeOnlyTheNewestIsAllowed() {
		publish(TOKEN);
		assertThat(this.shelf.all()).filteredOn((resource) -> !resource.policy().allowsStale())
			.anyMatch((resource) -> this.ledger.oldest(resource) > 1)
			.allMatch((resource) -> this.ledger.oldest(resource) <= this.ledger.newest(resource));
	}

	@Test
	void aPurgeThatIsRefusedIsWrongAndChangesNothing() {
		publish("guessed");
		assertThat(this.alarms).isNotEmpty().allMatch((alarm) -> alarm.endsWith("was answered 401"));
		assertThat(this.shelf.all()).allMatch((resource) -> this.ledger.oldest(resource) == 1);
	}

	private void publish(String token) {
		Publisher publisher = new Publisher(this.shelf, this.ledger, this.tally,
				new PurgeClient(this.edge.address(), token), URI.create("http://127.0.0.1:1"), new Random(1));
		for (int i = 0; i < PUBLICATIONS; i++) {
			publisher.publish(this.client);
		}
	}

}
