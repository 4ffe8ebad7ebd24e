package taskglass;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Which packages may use which libraries and calls of the JDK. A rule that applies to no class fails. */
@AnalyzeClasses(packages = "taskglass", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiUseTest {
    private static final String TASK = "taskglass.task..";
    private static final String OPENCODE = "taskglass.opencode..";
    private static final String SETTINGS = "taskglass.settings..";
    private static final String ENGINE = "taskglass.engine..";
    private static final String TEXT = "taskglass.text..";
    private static final String SHELL = "taskglass.shell..";
    private static final String RELEASE = "taskglass.release..";
    private static final String DEMO = "taskglass.demo..";
    private static final String DESKTOP = "taskglass.desktop..";

    @ArchTest
    static final ArchRule textForMachinesUsesOneLocale = noClasses()
            .should(callMethod(String.class, "formatted", Object[].class))
            .orShould(callMethod(String.class, "format", String.class, Object[].class))
            .because("in Egypt it writes ١٢; what a person reads goes through Texts and Amounts, all else through"
                    + " Locale.ROOT");

    @ArchTest
    static final ArchRule okHttpStaysInOpencode = noClasses()
            .that()
            .resideOutsideOfPackages(OPENCODE, RELEASE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..")
            .because("one package speaks HTTP with servers, so one knows their failures; the project’s page has its"
                    + " own client");

    @ArchTest
    static final ArchRule jacksonStaysAtTheBorders = noClasses()
            .that()
            .resideOutsideOfPackages(OPENCODE, SETTINGS, DEMO, SHELL, RELEASE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("JSON becomes our types where it comes in, and our types become JSON where a script reads"
                    + " them");

    @ArchTest
    static final ArchRule oshiStaysInDiscovery = noClasses()
            .that()
            .resideOutsideOfPackage("taskglass.opencode.discovery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("oshi..", "com.sun.jna..", "javax.jmdns..")
            .because("the operating system is slow to ask, and only the discovery of servers needs its answers");

    @ArchTest
    static final ArchRule dbusStaysInDock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("taskglass.desktop.Dock")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.freedesktop..")
            .because("everything else for the desktop goes through JavaFX");

    @ArchTest
    static final ArchRule keychainStaysInSettings = noClasses()
            .that()
            .resideOutsideOfPackage(SETTINGS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.javakeyring..")
            .because("everything about where a password goes must be in one package");

    @ArchTest
    static final ArchRule taskWireTextAndShellRunWithoutJavaFx = noClasses()
            .that()
            .resideInAnyPackage(TASK, OPENCODE, TEXT, SHELL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("they must run on a machine without a display; only the engine’s poller needs its thread");

    @ArchTest
    static final ArchRule engineUsesOnlyTheInvisiblePartOfJavaFx = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should(dependOnClassesThat(resideInAPackage("javafx..")
                    .and(not(resideInAnyPackage(
                            "javafx.concurrent..", "javafx.beans..", "javafx.collections..", "javafx.event..")))
                    .and(not(name("javafx.util.Duration")))))
            .because("the engine schedules and publishes, it shows nothing");

    @ArchTest
    static final ArchRule platformIsUsedInThreeClassesOnly = noClasses()
            .that()
            .haveNameNotMatching(classAndItsNested("taskglass.ui.window.DesktopAccess"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.desktop.HeadlessFxThread"))
            .and()
            .doNotHaveFullyQualifiedName(
                    "taskglass.ui.table.cell.FrameTurns") // asks for the next frame, and crosses no thread
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .because("runLater in many classes hides who crosses to the JavaFX thread; the others are handed an"
                    + " Executor");

    @ArchTest
    static final ArchRule threadsStartInFewPlaces = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.Taskglass"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.opencode.EventStream"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.opencode.local.LocalServer"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.demo.Demo"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.ledger.LedgerQueue"))
            .should(
                    dependOnClassesThat(
                            nameMatching(
                                    "java\\.util\\.concurrent\\."
                                        + "(Executors|\\w*ExecutorService|\\w+Executor|ForkJoin\\w+|ThreadFactory|StructuredTaskScope)(\\$.*)?")))
            .orShould(dependOnClassesThat(nameMatching("java\\.util\\.Timer(Task)?")))
            .orShould(callConstructorWhere(target(owner(assignableTo(Thread.class)))))
            .orShould(callMethodWhere(target(owner(assignableTo(Thread.class)))
                    .and(target(nameMatching("ofVirtual|ofPlatform|startVirtualThread")))))
            .orShould(callMethod(CompletableFuture.class, "runAsync", Runnable.class))
            .orShould(callMethod(CompletableFuture.class, "supplyAsync", Supplier.class))
            .because("all threads must be easy to find; a plain Executor may be handed in anywhere, and"
                    + " the demo, a server of its own, has its threads in one class");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages("taskglass", DESKTOP)
            .should(accessField(System.class, "out"))
            .orShould(accessField(System.class, "err"))
            .because("a window has no terminal: what goes wrong is logged or shown");

    @ArchTest
    static final ArchRule nobodyPrintsAStackTrace = noClasses()
            .should(callMethodWhere(target(name("printStackTrace")).and(target(owner(assignableTo(Throwable.class))))))
            .because("an error is wrapped at the border and logged once where it stops");

    private static String classAndItsNested(String name) {
        return name.replace(".", "\\.") + "(\\$.*)?";
    }
}
