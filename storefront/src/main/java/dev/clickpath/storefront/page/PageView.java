package dev.clickpath.storefront.page;

import java.io.IOException;
import java.util.Map;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.IContext;
import org.thymeleaf.exceptions.TemplateEngineException;

import org.springframework.web.servlet.View;

/**
 * Writes a page by its template.
 */
final class PageView implements View {

	private final ITemplateEngine templates;

	private final String template;

	private final IContext context;

	private final PageHeaders headers;

	private final Head head;

	private final Assembly assembly;

	private final PageFacts facts;

	/**
	 * What its headers say.
	 *
	 * @param nonce what its scripts are known by
	 * @param art the address of what is seen first, or null
	 */
	record Head(Visit visit, String nonce, @Nullable String art) {
	}

	PageView(ITemplateEngine templates, String template, IContext context, PageHeaders headers, Head head,
			Assembly assembly, PageFacts facts) {
		this.templates = templates;
		this.template = template;
		this.context = context;
		this.headers = headers;
		this.head = head;
		this.assembly = assembly;
		this.facts = facts;
	}

	@Override
	public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.facts.timing().handled();
		this.facts.parts().next("head");
		this.headers.writeTo(response, this.head.visit(), this.head.nonce(), this.head.art());
		PageWriter writer = new PageWriter(response);
		this.assembly.beforeWaiting(writer::sendOn);
		try {
			this.templates.process(this.template, this.context, writer);
		}
		catch (TemplateEngineException ex) {
			ClientAbortException gone = goneReader(ex);
			if (gone != null) {
				throw gone;
			}
			throw ex;
		}
		this.facts.parts().end();
		this.facts.parts().tellKept();
		writer.close();
	}

	/** Whoever closes a page that is still coming in has done nothing to be logged. */
	private static @Nullable ClientAbortException goneReader(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof ClientAbortException gone) {
				return gone;
			}
		}
		return null;
	}

}
