package dev.clickpath.cli.containers;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import dev.clickpath.cli.certificates.Certificates;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.postgres.Passwords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes passwords, certificates and tokens at the first start, and gives each service its
 * own. Each folder is a volume that its service alone sees, {@code keys} one that none
 * does.
 */
@Command(name = "provision", hidden = true, mixinStandardHelpOptions = true,
		description = "Makes what the shop's containers keep secret, unless it is there; docker compose runs it first.")
public final class Provision implements Runnable {

	private static final String SUPERUSER = "postgres";

	private static final String PURGE_TOKEN = "purge-token";

	@Option(names = "--into", paramLabel = "FOLDER", required = true,
			description = "Has a folder for each service, and one for the keys.")
	private Path folder = Path.of("");

	@Override
	public void run() {
		Path keys = this.folder.resolve("keys");
		Certificates certificates = new Certificates(keys.resolve("tls"));
		certificates.prepare(InstantSource.system());
		List<String> roles = Stream.concat(Stream.of(SUPERUSER, PURGE_TOKEN), House.DATABASES.stream()).toList();
		Passwords passwords = Passwords.readOrCreate(keys.resolve("passwords.properties"), roles);
		// PostgreSQL is another user, and the only one who sees its folder.
		Secrets postgres = Secrets.readableIn(this.folder.resolve("postgres"));
		postgres.write("superuser", passwords.of(SUPERUSER));
		for (String role : House.DATABASES) {
			postgres.write(role, passwords.of(role));
			Secrets.in(this.folder.resolve(role)).property("spring.datasource.password", passwords.of(role));
		}
		// The edge speaks for its clients, and those who come by way of this machine are
		// as near as it gets.
		String networks = String.join(",", OwnNetworks.find());
		Secrets gateway = Secrets.in(this.folder.resolve(House.GATEWAY));
		gateway.property("clickpath.gateway.trusted-proxies", networks);
		gateway.property("clickpath.gateway.limits.exempt", networks);
		gateway.identity(certificates);
		Secrets edge = Secrets.in(this.folder.resolve(House.EDGE));
		edge.property("clickpath.edge.purge-token", passwords.of(PURGE_TOKEN));
		edge.identity(certificates);
	}

}
