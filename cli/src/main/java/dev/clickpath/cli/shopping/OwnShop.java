package dev.clickpath.cli.shopping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * A whole shop that is there to be tried: at ports of its own, with data of its own that
 * is forgotten first. What was unpacked for the usual shop, it uses too.
 */
public final class OwnShop implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(4);

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
	 * @param folder what its folder is called, beside the usual shop's data
	 * @param settings environment variables for its services
	 */
	public static OwnShop open(Place place, String folder, int storefronts, Map<String, String> settings) {
		House house = new House(storefronts, null,
				FreePorts.anyOffset((offset) -> new House(storefronts, null, offset)));
		Home home = new Home(place.home().folder().resolve(folder)).open();
		share(place.home().applications(), home.applications());
		share(place.home().binaries(), home.binaries());
		Companion holder = Companion.start("The shop",
				Holder.command(place,
						List.of("--fresh", "--storefronts=" + storefronts, "--port-offset=" + house.portOffset())),
				environment(home, settings), place.checkout(), home.log("supervisor"));
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

	private static Map<String, String> environment(Home home, Map<String, String> settings) {
		Map<String, String> environment = new HashMap<>(settings);
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

	/** Of its gateway. */
	public URI address() {
		return URI.create(this.house.shopAddress());
	}

	/** Where its supervisor writes down what runs. */
	public Home home() {
		return this.home;
	}

	/**
	 * One of its services, as its supervisor has written it down.
	 */
	public Optional<RunFile.Entry> process(String name) {
		return RunFile.read(this.home)
			.stream()
			.flatMap((run) -> run.entries().stream())
			.filter((entry) -> entry.name().equals(name))
			.findFirst();
	}

	/** Where things may be put. */
	public Path folder() {
		return this.home.folder();
	}

	/** One of its databases. */
	public Database database(String name) {
		return new Database(this.house.postgresPort(), name, new Postgres(this.home, House.DATABASES).password(name));
	}

	@Override
	public void close() {
		this.holder.close();
	}

}
