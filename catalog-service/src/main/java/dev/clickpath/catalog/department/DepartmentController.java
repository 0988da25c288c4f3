package dev.clickpath.catalog.department;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the shop's menu.
 */
@RestController
class DepartmentController {

	private final Menu menu;

	DepartmentController(Menu menu) {
		this.menu = menu;
	}

	@GetMapping("/departments")
	List<Department> departments() {
		return this.menu.departments();
	}

}
