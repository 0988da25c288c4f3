package dev.clickpath.cli;

import java.io.PrintStream;

import dev.clickpath.cli.certificates.Certificates;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.supervision.RunFile;
import picocli.CommandLine.Command;

/**
 * Tells how to trust the shop's certificate authority. It changes nothing: what a machine
 * trusts is for its owner to say.
 */
@Command(name = "trust", mixinStandardHelpOptions = true,
		description = "Tells how browsers and tools come to trust the shop's certificates; changes nothing.")
final class Trust implements Runnable {

	@Override
	public void run() {
		Home home = Place.current().home();
		Certificates certificates = new Certificates(home);
		print(certificates.authority().toString(), certificates.fingerprint(), address(home), System.out);
	}

	/**
	 * Where the shop shows its certificate, in the house that runs or in the usual one.
	 */
	static String address(Home home) {
		House usual = new House(1, null, 0);
		int portOffset = RunFile.read(home)
			.flatMap((run) -> run.address(House.EDGE))
			.map((edge) -> edge.getPort() - usual.edge().port())
			.orElse(0);
		return new House(1, null, portOffset).secureShopAddress();
	}

	static void print(String path, String fingerprint, String address, PrintStream out) {
		String file = "'" + path.replace("'", "'\\''") + "'";
		out.print(
				"""
						The certificate of the gateway and the CDN edge comes from the shop's own authority, made on this
						machine. It can vouch for localhost, clickpath.test and what lies below them, 127.0.0.1 and ::1,
						and for no other host; one made by an earlier version, for localhost and the two addresses only.
						--fresh keeps it.

						  certificate  %2$s
						  SHA-256      %3$s

						To trust it, once or for good:

						  curl           curl --cacert %1$s %5$s/
						  Debian, Ubuntu sudo cp %1$s /usr/local/share/ca-certificates/clickpath.crt && sudo update-ca-certificates
						  Fedora         sudo trust anchor %1$s
						  macOS          security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db %1$s
						  Firefox        Settings, Certificates, View Certificates, Authorities, Import: that file, "identify websites"
						  Chromium       certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n clickpath -i %1$s
						                 (certutil comes with libnss3-tools or nss-tools)

						To trust it no longer, take it out again where you put it; deleting %4$s
						makes the next start create another.
						"""
					.formatted(file, path, fingerprint, path.substring(0, path.lastIndexOf('/')), address));
	}

}
