package dev.clickpath.storefront.assembly;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller the {@link Assembly} of its page.
 */
final class AssemblyArgumentResolver implements HandlerMethodArgumentResolver {

	private final Duration budget;

	AssemblyArgumentResolver(Duration budget) {
		this.budget = budget;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Assembly.class;
	}

	@Override
	public Assembly resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return new Assembly(this.budget);
	}

}
