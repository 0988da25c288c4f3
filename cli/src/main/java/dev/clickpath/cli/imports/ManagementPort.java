package dev.clickpath.cli.imports;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Where the services of the shop take what is not for shoppers.
 */
final class ManagementPort {

	private static final int MANAGEMENT_DISTANCE = 1_000;

	private static final int HIGHEST_OFFSET = 55_000;

	@Spec(Spec.Target.MIXEE)
	private @Nullable CommandSpec command;

	@Option(names = "--port-offset", paramLabel = "N",
			description = "What is added to every port of the shop (default: as the shop of this folder runs).")
	private @Nullable Integer portOffset;

	/**
	 * The management port of a service.
	 */
	int of(String service) {
		if (this.portOffset == null) {
			return RunFile.read(Place.current().home())
				.flatMap((run) -> run.address(service))
				.map((address) -> address.getPort() + MANAGEMENT_DISTANCE)
				.orElseThrow(() -> new Problem("No shop is running here; start one with ./clickpath up."));
		}
		Bounds.check(this.command, "--port-offset", this.portOffset, 0, HIGHEST_OFFSET);
		return new House(1, null, this.portOffset).services()
			.stream()
			.filter((each) -> each.name().equals(service))
			.map(Service::managementPort)
			.findFirst()
			.orElseThrow();
	}

}
