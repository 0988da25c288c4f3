package dev.clickpath.recommendation.learning;

import java.time.InstantSource;

import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Tuning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the model, which knows nothing of Spring, into the service.
 */
@Configuration(proxyBeanMethods = false)
class LearningConfiguration {

	@Bean
	Model model() {
		return new Model(Tuning.DEFAULT);
	}

	@Bean
	Room room() {
		return Room.ofHeap();
	}

	@Bean
	InstantSource clock() {
		return InstantSource.system();
	}

}
