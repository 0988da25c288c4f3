package dev.clickpath.storefront.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.markup.Drawings;
import dev.clickpath.storefront.testing.Visits;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class PageViewTests {

	@Test
	void whoeverGoesWhileThePageStillComesIsTheContainersAffair() {
		PageView view = view(() -> {
			throw new UncheckedIOException("The reader has gone", new ClientAbortException(new IOException("reset")));
		});
		assertThatExceptionOfType(ClientAbortException.class).isThrownBy(() -> render(view));
	}

	@Test
	void anyOtherFailureOfATemplateIsOneOfOurs() {
		PageView view = view(() -> {
			throw new UncheckedIOException(new IOException("disk"));
		});
		assertThatExceptionOfType(TemplateEngineException.class).isThrownBy(() -> render(view));
	}

	private static void render(PageView view) throws IOException {
		view.render(Map.of(), new MockHttpServletRequest(), new MockHttpServletResponse());
	}

	/** Without a resolver of its own, the engine takes a template's name as its text. */
	private static PageView view(Supplier<String> part) {
		return new PageView(new SpringTemplateEngine(), "<p th:text=\"${part.get()}\"></p>",
				new Context(Locale.ENGLISH, Map.of("part", part)), mock(PageHeaders.class),
				new PageView.Head(Visits.american(), "n", null), new Assembly(Duration.ofSeconds(1)), facts());
	}

	private static PageFacts facts() {
		ServerTiming timing = new ServerTiming();
		return new PageFacts(new PageFacts.Place("storefront-1", "eu"), timing, new PageParts(timing, new Drawings()),
				System.nanoTime(), Visits.american().words());
	}

}
