package dev.clickpath.storefront.failure;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers for what failed outside a controller: in a filter, a template, the server.
 */
@Controller
class FailureController implements ErrorController {

	private final FailureAnswers answers;

	FailureController(FailureAnswers answers) {
		this.answers = answers;
	}

	@RequestMapping("/error")
	Object failed(HttpServletRequest request, HttpServletResponse response, Visit visit, Assembly assembly) {
		Failure failure = FormFailure.isOutdated(request) ? Failure.outdatedForm(visit.words())
				: Failure.of(status(request), visit.words());
		return this.answers.answer(failure, request, response, visit, assembly);
	}

	/** Someone who opens this address by hand finds no page there. */
	private static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
