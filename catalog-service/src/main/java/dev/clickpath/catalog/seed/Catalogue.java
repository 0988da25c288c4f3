package dev.clickpath.catalog.seed;

import java.util.List;

/**
 * What the data files say, checked.
 *
 * @param departments in the order of the shop's menu
 * @param families in the order of the files
 * @param reviewers what buyers write, by their language
 */
public record Catalogue(List<DepartmentEntry> departments, List<Family> families, List<Reviewers> reviewers) {

	/**
	 * A department as the data file describes it.
	 */
	public record DepartmentEntry(String slug, String name, String tagline, List<CategoryEntry> categories) {

	}

	/**
	 * A category of a department.
	 *
	 * @param drawing the picture of its products, unless their family names another
	 */
	public record CategoryEntry(String slug, String name, String drawing) {

	}

}
