package dev.clickpath.cli.supervision;

import java.time.Duration;

/**
 * Is told what happens to a child; calls come from the children's own threads.
 */
interface Observer {

	void started(Child child);

	void ready(Child child, Duration after);

	void died(Child child, int exitCode, Duration wait);

}
