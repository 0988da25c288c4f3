package dev.clickpath.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.clickpath.cli");

	@Test
	void packagesDoNotGoInCircles() {
		slices().matching("dev.clickpath.cli.(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void onlyTheCommandsKnowTheCommandLineLibrary() {
		noClasses().that()
			.resideInAnyPackage("..process..", "..house..", "..postgres..", "..supervision..", "..application..",
					"..certificates..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("picocli..")
			.check(this.classes);
	}

	@Test
	void theHouseIsDescribedWithoutKnowingHowItIsRun() {
		noClasses().that()
			.resideInAPackage("..house..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..process..", "..postgres..", "..supervision..", "..application..", "..certificates..")
			.check(this.classes);
	}

	@Test
	void onlyWhatMakesCertificatesKnowsTheLibraryForIt() {
		noClasses().that()
			.resideOutsideOfPackage("..certificates..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.bouncycastle..")
			.check(this.classes);
	}

	@Test
	void whatIsToldOfAClickKnowsNoNetwork() {
		noClasses().that()
			.resideInAnyPackage("..click.timeline..", "..click.report..", "..click.page..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.netty..", "org.xbill..", "java.net.http..", "..click.network..", "..click.names..",
					"..click.browsing..")
			.check(this.classes);
		noClasses().that()
			.resideOutsideOfPackage("..click.network..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.netty..")
			.check(this.classes);
		noClasses().that()
			.resideOutsideOfPackage("..click.names..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.xbill..")
			.check(this.classes);
	}

	@Test
	void whatShoppersPlanAndWhatIsMadeOfItKnowsNoNetwork() {
		noClasses().that()
			.resideInAnyPackage("..load.visits..", "..load.accounting..", "..load.report..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.hc..", "java.net.http..", "..load.browsing..", "..load.shoppers..",
					"..shopping..")
			.check(this.classes);
		noClasses().that()
			.resideOutsideOfPackage("..load.browsing..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.apache.hc..")
			.check(this.classes);
		noClasses().that()
			.resideOutsideOfPackage("..load.accounting..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.HdrHistogram..")
			.check(this.classes);
	}

}
