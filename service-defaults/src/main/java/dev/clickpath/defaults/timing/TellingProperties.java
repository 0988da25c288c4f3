package dev.clickpath.defaults.timing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a hop tells of the requests it answers.
 *
 * @param enabled whether it tells anything
 * @param room how long its {@code Server-Timing} may be
 */
@ConfigurationProperties("clickpath.telling")
public record TellingProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1KB") DataSize room) {

	/** The room in characters. */
	public int characters() {
		return (int) Math.min(this.room.toBytes(), Integer.MAX_VALUE);
	}

}
