import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code taskglass} and {@code taskglass.bat} beside the jar, {@code lib} and {@code javafx}. The launchers
 * prefer the JDK that runs this file (the build's own, 25 or newer).
 */
final class MakeLauncher {
    private static final String POSIX = """
        #!/bin/sh
        # Starts Taskglass. Written by packaging/MakeLauncher.java: change it there.
        # JAVA_OPTS: more options for the JVM, separated by spaces.

        self=$0
        while [ -L "$self" ]; do
            target=$(readlink "$self")
            case $target in
                /*) self=$target ;;
                *) self=$(dirname "$self")/$target ;;
            esac
        done
        here=$(CDPATH='' cd -P "$(dirname "$self")" && pwd) || exit 1

        is25() {
            major=$("$1" -version 2>&1 | sed -n 's/.* version "\\([0-9][0-9]*\\).*/\\1/p')
            [ "${major:-0}" -ge 25 ]
        }

        java='@JAVA_HOME@/bin/java'
        if [ ! -x "$java" ]; then
            if [ -n "${JAVA_HOME:-}" ] && is25 "$JAVA_HOME/bin/java"; then
                java=$JAVA_HOME/bin/java
            elif is25 java; then
                java=java
            else
                echo '@MISSING@' >&2
                exit 1
            fi
        fi

        # Unquoted on purpose: JAVA_OPTS is a list of words.
        exec "$java" @FLAGS@ "-Dtaskglass.program=$here/taskglass" \\
            --module-path "$here/javafx" --add-modules @MODULES@ \\
            --class-path "$here/@JAR@:$here/lib/*" ${JAVA_OPTS:-} @MAIN@ "$@"
        """;

    private static final String WINDOWS = """
        @echo off
        rem Starts Taskglass. Written by packaging/MakeLauncher.java: change it there.
        rem JAVA_OPTS: more options for the JVM, separated by spaces.
        setlocal DisableDelayedExpansion
        set "HERE=%~dp0"

        set "JAVA=@JAVA_HOME@\\bin\\java.exe"
        if exist "%JAVA%" goto start
        if not defined JAVA_HOME goto path
        set "JAVA=%JAVA_HOME%\\bin\\java.exe"
        call :is25
        if not errorlevel 1 goto start
        :path
        set "JAVA=java.exe"
        call :is25
        if not errorlevel 1 goto start
        echo @MISSING@>&2
        exit /b 1

        :start
        "%JAVA%" @FLAGS@ ^
         --module-path "%HERE%javafx" --add-modules @MODULES@ ^
         --class-path "%HERE%@JAR@;%HERE%lib\\*" %JAVA_OPTS% @MAIN@ %*
        exit /b %ERRORLEVEL%

        rem Starts with call, for cmd would drop the outer quotes of a command that starts with one.
        :is25
        set "MAJOR=0"
        for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr version') do (
            for /f "delims=.-+" %%m in ("%%~v") do set "MAJOR=%%m"
        )
        if %MAJOR% GEQ 25 exit /b 0
        exit /b 1
        """;

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: MakeLauncher <directory> <name of the jar in it>");
        }
        Path directory = Path.of(arguments[0]);
        String home = System.getProperty("java.home");

        Path posix = directory.resolve("taskglass");
        Files.writeString(posix, filled(POSIX, arguments[1], home.replace("'", "'\\''")));
        posix.toFile().setExecutable(true, false);

        String windows = filled(WINDOWS, arguments[1], home.replace("%", "%%"));
        Files.writeString(directory.resolve("taskglass.bat"), windows.replace("\n", "\r\n"));
    }

    private static String filled(String template, String jar, String javaHome) throws IOException {
        String flags = String.join(" ", Files.readAllLines(Path.of("packaging", "options", "jvm.options")));
        return template.replace(
                        "@MISSING@", "Taskglass needs Java 25 or newer: install a JDK 25, or set JAVA_HOME to one.")
                .replace("@FLAGS@", flags)
                .replace("@MODULES@", "javafx.controls,javafx.fxml")
                .replace("@MAIN@", "taskglass.Taskglass")
                .replace("@JAR@", jar)
                .replace("@JAVA_HOME@", javaHome);
    }
}
