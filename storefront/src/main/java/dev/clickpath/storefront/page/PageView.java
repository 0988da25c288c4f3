package dev.clickpath.storefront.page;

import java.io.IOException;
import java.util.Map;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.IContext;

import org.springframework.web.servlet.View;

/**
 * Writes a page by its template.
 */
final class PageView implements View {

	private final ITemplateEngine templates;

	private final String template;

	private final IContext context;

	private final PageHeaders headers;

	private final Visit visit;

	private final String nonce;

	private final Assembly assembly;

	PageView(ITemplateEngine templates, String template, IContext context, PageHeaders headers, Visit visit,
			String nonce, Assembly assembly) {
		this.templates = templates;
		this.template = template;
		this.context = context;
		this.headers = headers;
		this.visit = visit;
		this.nonce = nonce;
		this.assembly = assembly;
	}

	@Override
	public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.headers.writeTo(response, this.visit, this.nonce);
		PageWriter writer = new PageWriter(response);
		this.assembly.beforeWaiting(writer::sendOn);
		this.templates.process(this.template, this.context, writer);
		writer.close();
	}

}
