package dev.clickpath.recommendation.events;

import java.io.IOException;
import java.io.InputStream;

import dev.clickpath.recommendation.problem.InvalidParameterException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes events in. Accepted means stored for good; the same request may be sent again. A
 * request with a bad row is refused as a whole, unless it asks to have those skipped.
 */
@RestController
@RequestMapping("/events")
@ResponseStatus(HttpStatus.ACCEPTED)
class EventController {

	private static final String BOUNDS = "At most 10,000 events and, unpacked, 8 MB by default; may be gzipped.";

	private final Bodies bodies;

	private final EventReader reader;

	private final Intake intake;

	EventController(Bodies bodies, EventReader reader, Intake intake) {
		this.bodies = bodies;
		this.reader = reader;
		this.intake = intake;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(requestBody = @RequestBody(description = BOUNDS,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = EventSchema.class)))))
	Receipt json(HttpServletRequest request, @RequestParam(defaultValue = "refuse") String invalid) throws IOException {
		boolean skip = skips(invalid);
		try (InputStream body = body(request)) {
			return take(this.reader.json(body), skip);
		}
	}

	/** It goes by several names, none of which is registered. */
	@PostMapping(consumes = { MediaType.APPLICATION_NDJSON_VALUE, "application/ndjson", "application/jsonl",
			"application/x-jsonl", "application/jsonlines", "application/x-jsonlines" })
	@Operation(requestBody = @RequestBody(description = BOUNDS,
			content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
					schema = @Schema(implementation = EventSchema.class))))
	Receipt lines(HttpServletRequest request, @RequestParam(defaultValue = "refuse") String invalid)
			throws IOException {
		boolean skip = skips(invalid);
		try (InputStream body = body(request)) {
			return take(this.reader.lines(body), skip);
		}
	}

	private InputStream body(HttpServletRequest request) throws IOException {
		return this.bodies.open(request.getInputStream(), request.getHeader(HttpHeaders.CONTENT_ENCODING));
	}

	private static boolean skips(String invalid) {
		return switch (invalid) {
			case "skip" -> true;
			case "refuse" -> false;
			default -> throw new InvalidParameterException("invalid", "must be refuse or skip");
		};
	}

	private Receipt take(ReadEvents read, boolean skip) {
		return this.intake.take(skip ? read.events() : read.all(), read.bad());
	}

	/** An event as it is written in JSON. */
	record EventSchema(String visitor, String type, String product, String query, String at, String region,
			String category, String brand) {
	}

}
