package dev.clickpath.defaults.timing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Notes when a controller's method takes a request over from the filters before it.
 */
final class HandlerTiming implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		ServerTiming timing = ServerTiming.current();
		if (timing.isListening() && handler instanceof HandlerMethod method) {
			timing.handledBy(method.getBeanType().getSimpleName() + "." + method.getMethod().getName());
		}
		return true;
	}

}
