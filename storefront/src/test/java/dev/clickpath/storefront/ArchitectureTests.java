package dev.clickpath.storefront;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		// What Spring's AOT wrote at an earlier packaging names everything.
		.withImportOption((location) -> !location.contains("__"))
		.importPackages("dev.clickpath.storefront");

	@Test
	void packagesDoNotDependOnEachOtherInACircle() {
		slices().matching("dev.clickpath.storefront.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheOwnersOfTablesSpeakToTheDatabase() {
		noClasses().that()
			.resideOutsideOfPackages("..basket..", "..account..", "..address..", "..attempts..", "..customer..",
					"..history..", "..keys..", "..order..", "..payment..", "..session..", "..failure..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.springframework.transaction..")
			.check(CLASSES);
	}

	@Test
	void listsAndMarkupAreIndependentOfTheWeb() {
		noClasses().that()
			.resideInAnyPackage("..listing..", "..card..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta.servlet..", "org.springframework.web..")
			.check(CLASSES);
	}

	@Test
	void queuesAndKeptAnswersAreIndependentOfSpring() {
		noClasses().that()
			.haveNameMatching(".*\\.upstream\\.Kept.*")
			.or()
			.haveSimpleNameStartingWith("Event")
			.or()
			.haveSimpleName("Upstream")
			.or()
			.haveSimpleName("Assembly")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "jakarta..")
			.check(CLASSES);
	}

}
