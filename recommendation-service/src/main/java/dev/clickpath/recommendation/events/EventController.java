package dev.clickpath.recommendation.events;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes events in. Accepted means stored for good; the same request may be sent again.
 */
@RestController
@RequestMapping("/events")
@ResponseStatus(HttpStatus.ACCEPTED)
class EventController {

	private final EventReader reader;

	private final Events events;

	private final ApplicationEventPublisher publisher;

	EventController(EventReader reader, Events events, ApplicationEventPublisher publisher) {
		this.reader = reader;
		this.events = events;
		this.publisher = publisher;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
			array = @ArraySchema(schema = @Schema(implementation = BehaviourEvent.class)))))
	void array(InputStream body) throws IOException {
		store(this.reader.array(body));
	}

	@PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
	@Operation(requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
			schema = @Schema(implementation = BehaviourEvent.class))))
	void lines(InputStream body) throws IOException {
		store(this.reader.lines(body));
	}

	private void store(List<BehaviourEvent> batch) {
		if (batch.isEmpty()) {
			return;
		}
		Writing.now(() -> this.events.store(batch));
		this.publisher.publishEvent(new EventsStored());
	}

}
