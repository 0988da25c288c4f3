package dev.clickpath.catalog.department;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.defaults.timing.ServerTiming;

import org.springframework.stereotype.Component;

/**
 * The shop's menu. Everybody asks for it and it hardly changes, so it is kept for a
 * minute.
 */
@Component
public class Menu {

	private final Departments departments;

	private final Cache<String, List<Department>> kept = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	Menu(Departments departments) {
		this.departments = departments;
	}

	List<Department> departments() {
		ServerTiming timing = ServerTiming.current();
		timing.asked("cache", 1);
		return this.kept.get("all", (all) -> {
			timing.missed("cache", 1);
			return this.departments.all();
		});
	}

	/**
	 * Forgets it, since there are other departments or other products in them now.
	 */
	public void forget() {
		this.kept.invalidateAll();
	}

}
