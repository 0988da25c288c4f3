package dev.clickpath.edge;

import dev.clickpath.edge.management.ManagementServer;
import dev.clickpath.edge.proxying.EdgeServer;
import io.vertx.core.Vertx;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the edge with the application and stops it gently: it says that it is going,
 * lets answers that are under way end, and then goes.
 */
final class EdgeLifecycle implements SmartLifecycle {

	private final Vertx vertx;

	private final EdgeServer edge;

	private final ManagementServer management;

	private final ApplicationEventPublisher events;

	EdgeLifecycle(Vertx vertx, EdgeServer edge, ManagementServer management, ApplicationEventPublisher events) {
		this.vertx = vertx;
		this.edge = edge;
		this.management = management;
		this.events = events;
	}

	@Override
	public void start() {
		try {
			this.edge.start();
			this.management.start();
		}
		catch (RuntimeException ex) {
			// Nothing stays half-started.
			stop();
			throw ex;
		}
	}

	@Override
	public void stop() {
		AvailabilityChangeEvent.publish(this.events, this, ReadinessState.REFUSING_TRAFFIC);
		this.edge.stop();
		this.management.stop();
		this.vertx.close().toCompletionStage().toCompletableFuture().join();
	}

	@Override
	public boolean isRunning() {
		return this.edge.isRunning();
	}

}
