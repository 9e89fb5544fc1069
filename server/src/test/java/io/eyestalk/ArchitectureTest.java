package io.eyestalk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.eyestalk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule beansAreGivenWhatTheyNeedByTheirConstructor =
            fields().should()
                    .notBeAnnotatedWith(Autowired.class)
                    .andShould()
                    .notBeAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule doorsAreNotPartOfAModulesFace =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .or()
                    .haveSimpleNameEndingWith("Handler")
                    .and()
                    .areNotInterfaces()
                    .should()
                    .bePackagePrivate();

    @ArchTest
    static final ArchRule controllersCallServicesAndNotRepositories =
            noClasses()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .or()
                    .haveSimpleNameEndingWith("Handler")
                    .should()
                    .dependOnClassesThat()
                    .areAnnotatedWith(Repository.class);

    @ArchTest
    static final ArchRule sqlStandsInRepositories =
            noClasses()
                    .that()
                    .areNotAnnotatedWith(Repository.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule timeComesFromAClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .orShould()
                    .callConstructor(Date.class)
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule theWallClockIsReadWhereNoOtherNodeCanBe =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("NodeConfiguration")
                    .should()
                    .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule localTimesStayAtTheDoorToTheDatabase =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("UtcTime")
                    .and()
                    .areNotAnnotatedWith(Repository.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(LocalDateTime.class);

    @ArchTest
    static final ArchRule settingsAreRecordsAndNotLookups =
            noClasses().should().dependOnClassesThat().areAssignableTo(Environment.class);

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor =
            noClasses()
                    .should()
                    .haveSimpleNameContaining("Util")
                    .orShould()
                    .haveSimpleNameContaining("Helper")
                    .orShould()
                    .haveSimpleNameContaining("Manager");

    @ArchTest
    static final ArchRule businessModulesDoNotCount =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..shared..", "..room..", "..signaling..", "..chat..", "..turn..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule reactiveTypesStayWithTheHost =
            noClasses()
                    .that()
                    .doNotImplement("org.springframework.web.server.WebFilter")
                    .and()
                    .doNotImplement("org.springframework.web.reactive.resource.ResourceResolver")
                    .and()
                    .doNotImplement(resideInAPackage("org.springframework.security.web.server.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("reactor.core..");

    @ArchTest
    static final ArchRule nobodyWaitsByTheClock =
            noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule beansAreMadeByTheContainer =
            noConstructors()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Service.class)
                    .should()
                    .bePublic();

    @ArchTest
    static final ArchRule configurationsAreHidden =
            classes()
                    .that()
                    .areMetaAnnotatedWith(Configuration.class)
                    .and()
                    .doNotHaveSimpleName("EyesTalkApplication")
                    .should()
                    .bePackagePrivate();

    @ArchTest
    static final ArchRule onlyCommandsPrintToTheConsole =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.eyestalk.Commands")
                    .and()
                    .doNotHaveFullyQualifiedName("io.eyestalk.Commands$Streams")
                    .should(ACCESS_STANDARD_STREAMS);
}
