package dev.clickpath.catalog.department;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.defaults.timing.ServerTiming;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop's menu. Everybody asks for it and it hardly changes, so it is kept for a
 * minute.
 */
@RestController
class DepartmentController {

	private final Departments departments;

	private final Cache<String, List<Department>> menu = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	DepartmentController(Departments departments) {
		this.departments = departments;
	}

	@GetMapping("/departments")
	List<Department> departments() {
		return this.menu.get("all", (all) -> ServerTiming.current().measure("db", this.departments::all));
	}

}
