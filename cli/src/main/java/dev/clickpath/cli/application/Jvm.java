package dev.clickpath.cli.application;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import dev.clickpath.cli.house.Service;

/**
 * How a service's JVM is started: seven of them share a small laptop.
 */
public final class Jvm {

	/**
	 * The same for all, in every kind of run: a cache of classes is bound to most of
	 * these. The JIT's second stage takes up methods at six times the usual counts: while
	 * seven JVMs start on two cores its work would hold them up, and under load the
	 * counts are reached within a minute all the same. The language is not the machine's:
	 * some have digits of their own, and numbers go into headers, addresses and JSON.
	 */
	private static final List<String> COMMON = List.of("-XX:+UseCompactObjectHeaders", "-Xms24m", "-Xss512k",
			"-XX:ReservedCodeCacheSize=64m", "-XX:+ExitOnOutOfMemoryError", "-XX:TrimNativeHeapInterval=10000",
			"-XX:Tier4InvocationThreshold=30000", "-XX:Tier4MinInvocationThreshold=3600",
			"-XX:Tier4CompileThreshold=90000", "-XX:Tier4BackEdgeThreshold=240000",
			"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
			"-Dreactor.netty.ioWorkerCount=2", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC", "-Duser.language=en",
			"-Duser.country=GB", "-Djava.awt.headless=true");

	/** Small and simple; none of its collections is long in a heap of this size. */
	private static final List<String> SMALL = List.of("-XX:+UseSerialGC");

	/**
	 * A store that turns over would be collected as a whole again and again. The heap
	 * begins at the size it needs: in a smaller one what lives for good is more than the
	 * share at which marking starts, and it would start anew all the time. Threads that
	 * work beside the requests hold those up on a core they share: with them one request
	 * in a hundred took 5 ms more.
	 */
	private static final List<String> STEADY = List.of("-XX:+UseG1GC", "-XX:G1ConcRefinementThreads=0", "-Xms64m");

	private static final String STORE = "cdn-edge";

	/** Gives back what building an index took for a while. */
	private static final List<String> MODEST = List.of("-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");

	/**
	 * What lives long lives very long there, and what training takes it gives back at
	 * once: by default a part at a time, and the fourth collection in a row would be the
	 * first to give back all. The young part of a heap is always in use as a whole. What
	 * compiling took is looked for more often.
	 */
	private static final List<String> LEARNING = List.of("-XX:MinHeapFreeRatio=2", "-XX:MaxHeapFreeRatio=5",
			"-XX:-ShrinkHeapInSteps", "-XX:MarkSweepDeadRatio=0", "-XX:NewSize=10m", "-XX:MaxNewSize=10m",
			"-XX:TrimNativeHeapInterval=2000");

	/**
	 * Classes lie where the cache has them, so that they stay pages of a file, which
	 * containers that are short of memory can drop: moved to an address of chance, some
	 * 30 MiB of them are the process's own. That would make each start a little faster.
	 */
	private static final List<String> IN_PLACE = List.of("-XX:+UnlockDiagnosticVMOptions",
			"-XX:ArchiveRelocationMode=0");

	private static final String INDEX = "catalog-service";

	private static final String LEARNER = "recommendation-service";

	private Jvm() {
	}

	/**
	 * The java of the JDK this program runs on.
	 */
	public static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * Runs the service, with its cache when it has one.
	 */
	static List<String> run(Service service, Application application) {
		return run(service, application, List.of());
	}

	/**
	 * The same with more options, which must not be ones that the cache is bound to.
	 */
	static List<String> run(Service service, Application application, List<String> options) {
		Path cache = cache(service, application);
		List<String> all = new ArrayList<>(options);
		if (Files.exists(cache)) {
			all.addAll(using(cache));
		}
		return command(service, application, all);
	}

	/**
	 * The options of a service that is run in the folder of its jar, with its cache
	 * there.
	 */
	static List<String> inImage(Service service, Application application) {
		return Stream.of(options(service, application), IN_PLACE, using(cacheInImage(service)))
			.flatMap(List::stream)
			.toList();
	}

	static Path cacheInImage(Service service) {
		return Path.of(service.module() + ".aot");
	}

	private static List<String> using(Path cache) {
		return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
	}

	/**
	 * Runs the service and writes its cache when it ends.
	 */
	static List<String> record(Service service, Application application, Path cache) {
		return command(service, application,
				List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=error", "-Xlog:cds=error"));
	}

	/**
	 * Where the cache of a service is; another JDK or other options have another.
	 */
	static Path cache(Service service, Application application) {
		CRC32 key = new CRC32();
		String identity = Runtime.version() + System.getProperty("java.home") + options(service, application);
		key.update(identity.getBytes(StandardCharsets.UTF_8));
		return application.folder().resolve("%08x.aot".formatted(key.getValue()));
	}

	/**
	 * The java of a service with the options that do not depend on its jar.
	 */
	static List<String> command(Service service) {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(options(service));
		return command;
	}

	private static List<String> command(Service service, Application application, List<String> cache) {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(options(service, application));
		command.addAll(cache);
		command.addAll(List.of("-jar", application.jar().toString()));
		return command;
	}

	private static List<String> options(Service service, Application application) {
		List<String> options = options(service);
		if (application.beansPrepared()) {
			options.add("-Dspring.aot.enabled=true");
		}
		return options;
	}

	private static List<String> options(Service service) {
		List<String> options = new ArrayList<>(COMMON);
		options.addAll(service.module().equals(STORE) ? STEADY : SMALL);
		switch (service.module()) {
			case INDEX -> options.addAll(MODEST);
			case LEARNER -> options.addAll(LEARNING);
			default -> {
			}
		}
		options.add("-Xmx" + service.heap());
		return options;
	}

}
