package dev.clickpath.endtoend;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.testcontainers.DockerClientFactory;

/**
 * Says at the end, in one line, what this machine could not test.
 */
public final class LeftOut implements TestExecutionListener {

	private static final String POSTGRES = "postgres:18";

	private static final Set<String> THINGS = new ConcurrentSkipListSet<>();

	/**
	 * Something that was left out, and why.
	 */
	public static void tell(String thing) {
		THINGS.add(thing);
	}

	static boolean isForbidden() {
		return System.getProperty("clickpath.leave-nothing-out") != null;
	}

	@Override
	public void testPlanExecutionFinished(TestPlan testPlan) {
		if (!isPostgresImageThere()) {
			tell("PostgreSQL in a container, for no container engine that has or gets " + POSTGRES
					+ " answered (the embedded one took its place)");
		}
		System.out.println(THINGS.isEmpty() ? "Nothing was left out." : "Left out: " + String.join("; ", THINGS) + ".");
	}

	/** The services' tests leave it with every engine that can get it. */
	private static boolean isPostgresImageThere() {
		try {
			DockerClientFactory factory = DockerClientFactory.instance();
			return factory.isDockerAvailable()
					&& !factory.client().listImagesCmd().withReferenceFilter(POSTGRES).exec().isEmpty();
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}
