package dev.clickpath.cli.faults.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.clickpath.cli.Holder;
import dev.clickpath.cli.Home;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.postgres.Postgres;
import dev.clickpath.cli.process.Companion;
import dev.clickpath.cli.supervision.RunFile;

/**
 * A whole shop that is there to be broken: at ports of its own, with data of its own that
 * is forgotten first. What was unpacked for the usual shop, it uses too.
 */
final class OwnShop implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(4);

	/** Who never enters the code is to be waited for, after all. */
	private static final Map<String, String> SETTINGS = Map.of("CLICKPATH_STOREFRONT_ORDERS_EXPIRY", "20s",
			"CLICKPATH_STOREFRONT_ORDERS_MOST", "1000000");

	private final House house;

	private final Home home;

	private final Companion holder;

	private OwnShop(House house, Home home, Companion holder) {
		this.house = house;
		this.home = home;
		this.holder = holder;
	}

	/**
	 * Opens it.
	 */
	static OwnShop open(Place place, int storefronts) {
		House house = new House(storefronts, null,
				FreePorts.anyOffset((offset) -> new House(storefronts, null, offset)));
		Home home = new Home(place.home().folder().resolve("faults-checkout")).open();
		share(place.home().applications(), home.applications());
		share(place.home().binaries(), home.binaries());
		Companion holder = Companion.start("The shop",
				Holder.command(place,
						List.of("--fresh", "--storefronts=" + storefronts, "--port-offset=" + house.portOffset())),
				environment(home), place.checkout(), home.log("supervisor"));
		OwnShop shop = new OwnShop(house, home, holder);
		try {
			holder.await(shop::isOpen, START_LIMIT);
			return shop;
		}
		catch (RuntimeException ex) {
			shop.close();
			throw ex;
		}
	}

	private static Map<String, String> environment(Home home) {
		Map<String, String> environment = new HashMap<>(SETTINGS);
		environment.put("CLICKPATH_HOME", home.folder().toString());
		return environment;
	}

	/**
	 * Puts links to what is in a folder into another one: what replaces that there leaves
	 * it as it is here.
	 */
	private static void share(Path from, Path to) {
		if (!Files.isDirectory(from)) {
			return;
		}
		try (Stream<Path> shared = Files.list(from)) {
			Files.createDirectories(to);
			for (Path each : shared.toList()) {
				Path link = to.resolve(each.getFileName());
				if (Files.isSymbolicLink(link)) {
					Files.delete(link);
				}
				if (!Files.exists(link)) {
					Files.createSymbolicLink(link, each);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be shared".formatted(from), ex);
		}
	}

	private boolean isOpen() {
		return RunFile.read(this.home)
			.filter((run) -> run.supervisor().pid() == this.holder.handle().pid())
			.filter(RunFile::open)
			.isPresent();
	}

	URI address() {
		return URI.create(this.house.shopAddress());
	}

	Processes processes() {
		return new Processes(this.home);
	}

	Database database(String name) {
		return new Database(this.house.postgresPort(), name, new Postgres(this.home, House.DATABASES).password(name));
	}

	@Override
	public void close() {
		this.holder.close();
	}

}
