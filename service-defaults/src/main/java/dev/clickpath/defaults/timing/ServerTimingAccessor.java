package dev.clickpath.defaults.timing;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Carries the request's timing to the threads that work for it, wherever Micrometer's
 * context is carried.
 */
public final class ServerTimingAccessor implements ThreadLocalAccessor<ServerTiming> {

	@Override
	public Object key() {
		return ServerTiming.class;
	}

	@Override
	public @Nullable ServerTiming getValue() {
		return ServerTiming.bound();
	}

	@Override
	public void setValue(ServerTiming timing) {
		ServerTiming.bind(timing);
	}

	@Override
	public void setValue() {
		ServerTiming.unbind();
	}

}
