package dev.clickpath.storefront.visit;

import java.util.Objects;

import dev.clickpath.storefront.cdn.Cdns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller the {@link Visit}.
 */
final class VisitArgumentResolver implements HandlerMethodArgumentResolver {

	private final Cookies cookies;

	private final Cdns cdns;

	VisitArgumentResolver(Cookies cookies, Cdns cdns) {
		this.cookies = cookies;
		this.cdns = cdns;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Visit.class;
	}

	@Override
	public Visit resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		return this.cookies.read(asked, Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)),
				this.cdns.of(asked));
	}

}
