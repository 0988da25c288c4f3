package dev.clickpath.catalog.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Turns requests away until the catalogue is whole: whoever is told of an empty or a
 * half-loaded one remembers it.
 */
@Component
public class Doorkeeper implements HandlerInterceptor, WebMvcConfigurer {

	private volatile boolean open;

	/**
	 * Lets requests in from now on.
	 */
	public void open() {
		this.open = true;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		check();
		return true;
	}

	/**
	 * Lets whoever asks in.
	 * @throws ProblemException if it is too early
	 */
	public void check() {
		if (!this.open) {
			throw new NotReadyException();
		}
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

}
